// Tags and categories that the site has already, in every form YAML and Jekyll allow.
#include "server/features/knowledge/terms.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "server/features/completion/match.h"
#include "server/features/completion/sources.h"
#include "server/features/completion/value_list.h"
#include "server/features/knowledge/words.h"
#include "server/syntax/yaml/write.h"
#include "server/text/ascii.h"

namespace features::completion {
namespace {

using text::is_blank;

using Kind = WrittenTerm::Kind;

// Does the site write `tags: a b` rather than lists? Some pages tell enough. The terms of a string that was
// split share their range; a single term tells nothing.
bool writes_strings(const Cursor& cursor, Kind kind) {
  int strings = 0;
  int lists = 0;
  int looked_at = 0;
  cursor.context.site->for_each_page([&](const site::Page& page) {
    const std::vector<site::Term>& terms = kind == Kind::tag ? page.tags : page.categories;
    if (terms.size() < 2 || page.path == cursor.context.path) return ++looked_at < 2000;
    const site::Origin& first = terms[0].origin;
    const site::Origin& second = terms[1].origin;
    if (first.kind == site::Origin::Kind::front_matter && second.kind == first.kind) {
      ++(first.range == second.range ? strings : lists);
    }
    return ++looked_at < 2000 && strings + lists < 50;
  });
  return strings > lists;
}

// The words of a string around the one that the cursor touches.
struct WordSlot {
  text::Range range;
  std::vector<std::string> others;
};

WordSlot word_at(std::string_view text, text::Range value, text::Offset cursor) {
  WordSlot slot{{cursor, cursor}, {}};
  for (text::Offset at = value.begin; at < value.end;) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    text::Offset end = at;
    while (end < value.end && !is_blank(text[end])) ++end;
    const text::Range word{at, end};
    if (word.touches(cursor)) {
      slot.range = word;
    } else {
      slot.others.emplace_back(text::slice(text, word));
    }
    at = end;
  }
  return slot;
}

// How a name is to be written at one place.
struct Writer {
  text::Range range;
  const Slot& slot;
  bool words = false;     // one of several words: names with blanks cannot be written here
  bool new_list = false;  // the value is empty or one word: it becomes a list

  // "" if it cannot be written.
  [[nodiscard]] std::string write(const std::string& name) const {
    std::string text;
    if (new_list) {
      text = syntax::yaml::write_list({name});
    } else {
      text = written_at(slot, name).value_or("");
      const bool several = name.find_first_of(" \t\n,") != std::string::npos;
      if (text.empty() || (words && (several || (slot.quote == 0 && text != name)))) return {};
    }
    return slot.after_colon ? " " + text : text;
  }
};

Writer writer_for(const Cursor& cursor, const Slot& slot, Kind kind, bool list_only,
                  std::vector<std::string>& present) {
  Writer writer{slot.range, slot};
  const bool plural = slot.path.back() == "tags" || slot.path.back() == "categories";
  if (slot.item || !plural) return writer;
  if (list_only) {
    writer.new_list = slot.quote == 0;
    return writer;
  }
  WordSlot word = word_at(cursor.context.text(), slot.range, cursor.offset);
  present.insert(present.end(), word.others.begin(), word.others.end());
  writer.range = word.range;
  if (!word.others.empty() || slot.quote != 0) {
    writer.words = true;
  } else {
    writer.new_list = !writes_strings(cursor, kind);
    writer.words = !writer.new_list;
  }
  return writer;
}

// Posts that hold a term that this text has already.
constexpr std::size_t most_related_posts = 200;
constexpr std::size_t most_related_terms = 8;

// How many terms the posts that hold a candidate share with this text, summed up. Looks at the newest posts
// of each of the text's terms, so that it costs the same in every site.
std::map<std::string, std::size_t, std::less<>> related(const Cursor& cursor, Kind kind,
                                                        const std::vector<WrittenTerm>& written) {
  std::map<std::string, std::size_t, std::less<>> scores;
  const std::size_t terms = std::min(written.size(), most_related_terms);
  for (std::size_t i = 0; i < terms; ++i) {
    const bool tag = written[i].kind == Kind::tag;
    const std::size_t limit = most_related_posts / terms;
    for (const site::PagePtr& page : tag ? cursor.context.site->tagged(written[i].name, limit)
                                         : cursor.context.site->in_category(written[i].name, limit)) {
      if (page->path == cursor.context.path) continue;
      for (const site::Term& term : kind == Kind::tag ? page->tags : page->categories) ++scores[term.name];
    }
  }
  return scores;
}

std::optional<Kind> kind_at(const ValuePlace& place) {
  if (place.slot.path.size() == 1 && place.file == YamlFile::front_matter) {
    if (const auto kind = term_kind(place.slot.path.front())) return kind;
  }
  if (place.kind() == "tag") return Kind::tag;
  if (place.kind() == "category") return Kind::category;
  return std::nullopt;
}

}  // namespace

void terms(const Cursor& cursor, const ValuePlace& place, CompletionList& list) {
  const auto kind = kind_at(place);
  if (!cursor.context.site || !kind) return;
  const Slot& slot = place.slot;
  std::vector<std::string> present;
  const Writer writer = writer_for(cursor, slot, *kind, place.file != YamlFile::front_matter, present);
  // What other keys and lists hold counts as present too; the word being typed does not.
  std::vector<WrittenTerm> written = written_terms(*cursor.context.document);
  std::erase_if(written, [&](const WrittenTerm& term) { return term.range.touches(cursor.offset); });
  for (const WrittenTerm& term : written) {
    if (term.kind == *kind && place.file == YamlFile::front_matter) present.push_back(term.name);
  }
  present.insert(present.end(), slot.siblings.begin(), slot.siblings.end());
  std::sort(present.begin(), present.end());

  const std::string_view typed = typed_in(cursor, writer.range);
  const std::string own_word(text::slice(cursor.context.text(), writer.range));
  std::vector<site::TermCount> candidates =
      *kind == Kind::tag ? cursor.context.site->tags() : cursor.context.site->categories();
  const auto scores = related(cursor, *kind, written);
  const auto score = [&](const site::TermCount& term) {
    const auto found = scores.find(term.name);
    return found == scores.end() ? 0 : found->second;
  };
  // The others stay in their order: most used first.
  const auto first_unrelated = std::stable_partition(
      candidates.begin(), candidates.end(), [&](const site::TermCount& term) { return score(term) > 0; });
  std::stable_sort(candidates.begin(), first_unrelated,
                   [&](const site::TermCount& a, const site::TermCount& b) { return score(a) > score(b); });
  std::size_t rank = 0;
  for (const site::TermCount& term : candidates) {
    ++rank;
    // The word under the cursor is a term of this very text already; its only use is no offer.
    const bool only_here = term.count == 1 && term.name == own_word;
    if (only_here || std::binary_search(present.begin(), present.end(), term.name)) continue;
    const Match fit = match(typed, term.name);
    if (fit == Match::none) continue;
    if (list.items.size() >= most_items) {
      list.incomplete = true;
      break;
    }
    std::string text = writer.write(term.name);
    if (text.empty()) continue;
    Completion item;
    item.label = term.name;
    item.kind = *kind == Kind::tag ? Completion::Kind::tag : Completion::Kind::category;
    item.detail = count_of(term.count, "post");
    item.edit = {writer.range, std::move(text)};
    item.sort_text = sort_key(static_cast<std::size_t>(fit), rank);
    list.items.push_back(std::move(item));
  }
}

}  // namespace features::completion
