#include "server/site/settings/gemfile.h"

#include <algorithm>
#include <optional>

#include "server/text/ascii.h"

namespace site {
namespace {

// The line up to a `#` that stands outside of quotes.
std::string_view without_comment(std::string_view line) {
  char quote = 0;
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (quote != 0) {
      if (line[i] == quote) quote = 0;
    } else if (line[i] == '"' || line[i] == '\'') {
      quote = line[i];
    } else if (line[i] == '#') {
      return line.substr(0, i);
    }
  }
  return line;
}

bool starts_with_word(std::string_view line, std::string_view word) {
  if (!line.starts_with(word)) return false;
  if (line.size() == word.size()) return true;
  const char next = line[word.size()];
  return text::is_blank(next) || next == '(';
}

// `gem "name", …`
std::optional<std::string_view> gem_name(std::string_view line) {
  if (!starts_with_word(line, "gem")) return std::nullopt;
  const std::size_t open = line.find_first_of("\"'");
  if (open == std::string_view::npos) return std::nullopt;
  const std::size_t close = line.find(line[open], open + 1);
  if (close == std::string_view::npos) return std::nullopt;
  return line.substr(open + 1, close - open - 1);
}

bool opens_block(std::string_view line) {
  constexpr std::string_view keywords[] = {"if", "unless", "case", "begin", "def", "while"};
  const bool keyword = std::any_of(std::begin(keywords), std::end(keywords),
                                   [&](std::string_view word) { return starts_with_word(line, word); });
  return keyword || line.ends_with(" do") ||
         (line.ends_with('|') && line.find(" do |") != std::string_view::npos);
}

}  // namespace

Gemfile read_gemfile(std::string_view text) {
  Gemfile result;
  std::vector<bool> blocks;  // open blocks; true: the plugin group, or inside it
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text::trim(without_comment(text.substr(0, end)), text::is_blank_or_return);
    text.remove_prefix(std::min(end + 1, text.size()));

    const bool names_group = line.find("jekyll_plugins") != std::string_view::npos;
    const bool inside = !blocks.empty() && blocks.back();
    if (line == "end") {
      if (!blocks.empty()) blocks.pop_back();
    } else if (opens_block(line)) {
      blocks.push_back(inside || (starts_with_word(line, "group") && names_group));
    } else if (const auto name = gem_name(line)) {
      const bool plugin = inside || names_group;
      if (*name == "github-pages") {
        result.github_pages = true;
        result.github_pages_plugin = result.github_pages_plugin || plugin;
      } else if (plugin) {
        result.plugins.emplace_back(*name);
      }
    }
  }
  return result;
}

}  // namespace site
