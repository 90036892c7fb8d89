#include "server/site/compute/mentioned_words.h"

#include <algorithm>
#include <cstddef>
#include <string>

#include "server/text/ascii.h"
#include "server/text/url.h"

namespace site {
namespace {

constexpr std::size_t most_words = 500;

// The bytes of words, letters small; 0 for all others.
constexpr std::array<unsigned char, 256> make_word_bytes() {
  std::array<unsigned char, 256> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = static_cast<char>(static_cast<unsigned char>(i));
    if (text::is_word_byte(c) || c == '-') bytes[i] = static_cast<unsigned char>(text::ascii_lower(c));
  }
  return bytes;
}
constexpr std::array<unsigned char, 256> word_bytes = make_word_bytes();

// Years, months and days are in every post's address.
bool is_common(std::string_view word) {
  if (word.size() <= 4 && word.find_first_not_of("0123456789") == std::string_view::npos) return true;
  constexpr std::array<std::string_view, 8> common = {"html",     "htm", "md", "index",
                                                      "markdown", "-",   "--", "_"};
  return std::find(common.begin(), common.end(), word) != common.end();
}

// An address that leads to another host or is none of the web.
bool is_foreign(std::string_view href, std::string_view host) {
  if (href.find(':') == std::string_view::npos && !href.starts_with("//")) return false;
  if (href.find("{{") != std::string_view::npos || href.find("{%") != std::string_view::npos) return false;
  const text::UrlParts parts = text::split_url(href);
  if (parts.has_authority) return parts.authority != host;
  return parts.has_scheme;
}

// `..`, `./`: nothing of the target's name stands in the address.
bool is_only_dots(std::string_view href) {
  if (!href.starts_with('.')) return false;
  const std::string_view path = href.substr(0, href.find_first_of("?#"));
  return path.find_first_not_of("./") == std::string_view::npos;
}

void add_address(std::string_view href, MentionedWords& words) {
  words.add(href);
  if (is_only_dots(href)) words.add_everything();
}

void count_form(std::string_view href, LinkForms& forms) {
  const auto holds = [&](std::string_view part) { return href.find(part) != std::string_view::npos; };
  LinkForm form = LinkForm::relative_path;
  if (href.empty() || href.front() == '#') return;
  if (href.find('{') == std::string_view::npos) {
    if (href.front() == '/') form = LinkForm::root_path;
  } else if (holds("post_url ")) {
    form = LinkForm::post_url;
  } else if (holds("{% link ") || holds("{%link ") || holds("{%- link ")) {
    form = LinkForm::link_tag;
  } else if (holds("relative_url")) {
    form = LinkForm::relative_url;
  } else if (holds("site.baseurl")) {
    form = LinkForm::baseurl;
  } else if (holds("{{") || holds("{%")) {
    return;
  } else if (href.front() == '/') {
    form = LinkForm::root_path;
  }
  std::uint8_t& count = forms[static_cast<std::size_t>(form)];
  if (count < 255) ++count;
}

// Paths of images and the like, and names of authors: values without blanks.
void add_front_matter(const syntax::yaml::Node& node, std::string_view key, std::size_t depth,
                      MentionedWords& words) {
  constexpr std::size_t deepest = 20;
  constexpr std::size_t longest = 300;
  if (depth > deepest || key == "permalink" || key == "date") return;
  if (node.kind == syntax::yaml::Node::Kind::scalar) {
    const std::string_view value = node.value;
    const bool name =
        key == "author" || key == "authors" || value.find_first_of("/.") != std::string_view::npos;
    if (name && value.size() < longest && value.find_first_of(" \n") == std::string_view::npos)
      words.add(value);
  }
  for (const syntax::yaml::Node& item : node.items) add_front_matter(item, key, depth + 1, words);
  for (const syntax::yaml::Entry& entry : node.entries)
    add_front_matter(entry.value, entry.key.value, depth + 1, words);
}

}  // namespace

void MentionedWords::add(std::string_view text) {
  if (everything_) return;
  std::string decoded;
  if (text.find('%') != std::string_view::npos) {
    decoded = text::percent_decode(text);
    text = decoded;
  }
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::size_t begin = at;
    std::uint32_t hash = 2166136261U;  // FNV-1a
    for (; at < text.size(); ++at) {
      const unsigned char byte = word_bytes[static_cast<unsigned char>(text[at])];
      if (byte == 0) break;
      hash = (hash ^ byte) * 16777619U;
    }
    if (at > begin && !is_common(text.substr(begin, at - begin))) hashes_.push_back(hash);
  }
  if (hashes_.size() > 4 * most_words) finish();
}

void MentionedWords::finish() {
  std::sort(hashes_.begin(), hashes_.end());
  hashes_.erase(std::unique(hashes_.begin(), hashes_.end()), hashes_.end());
  if (hashes_.size() > most_words) {
    everything_ = true;
    hashes_.clear();
  }
  hashes_.shrink_to_fit();
}

bool MentionedWords::may_hold(const MentionedWords& name) const {
  return everything_ ||
         std::includes(hashes_.begin(), hashes_.end(), name.hashes_.begin(), name.hashes_.end());
}

Mentions find_mentions(const syntax::Document& document, std::string_view host) {
  Mentions mentions;
  const std::string_view text = document.text;
  for (const syntax::Link& link : document.markdown.links) {
    if (link.definition >= 0) continue;  // the definition has the address
    const std::string_view href = text::slice(text, link.href_range);
    if (is_foreign(href, host)) continue;
    add_address(href, mentions.words);
    if (!link.image) count_form(href, mentions.forms);
  }
  for (const syntax::Definition& definition : document.markdown.definitions) {
    const std::string_view href = text::slice(text, definition.href_range);
    if (is_foreign(href, host)) continue;
    add_address(href, mentions.words);
    count_form(href, mentions.forms);
  }
  for (const syntax::liquid::Node& node : document.liquid.nodes)
    mentions.words.add(text::slice(text, node.markup));
  add_front_matter(document.front_matter.tree.root, {}, 0, mentions.words);
  // Of HTML no links are known: its whole text may hold them.
  const auto format = document.options.format;
  if (format == syntax::ParseOptions::Format::html || format == syntax::ParseOptions::Format::code) {
    mentions.words.add(text.substr(std::min<std::size_t>(document.front_matter.content, text.size())));
  }
  mentions.words.finish();
  return mentions;
}

MentionedWords words_of(std::string_view name) {
  MentionedWords words;
  words.add(name);
  words.finish();
  return words;
}

}  // namespace site
