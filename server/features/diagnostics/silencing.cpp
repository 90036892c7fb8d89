#include "server/features/diagnostics/silencing.h"

#include <algorithm>

namespace features::diagnostics {
namespace {

constexpr std::string_view disable_word = "jekyll-ls-disable-";
constexpr std::string_view blanks = " \t,\r";

// What stands before the word, without blanks: a comment's opening.
bool opens_comment(std::string_view before, bool yaml) {
  const std::size_t end = before.find_last_not_of(" \t");
  if (end == std::string_view::npos) return false;
  before = before.substr(0, end + 1);
  return before.ends_with("<!--") || (yaml && before.ends_with('#'));
}

}  // namespace

void Silencing::Codes::add(std::string_view words) {
  bool any = false;
  for (std::size_t at = words.find_first_not_of(blanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(words.find_first_of(blanks, at), words.size());
    some.emplace(words.substr(at, end - at));
    any = true;
    at = words.find_first_not_of(blanks, end);
  }
  all = all || !any;
}

Silencing::Silencing(const syntax::Document& document) : document_(document) {
  const std::string_view text = document.text;
  const bool whole = document.options.format == syntax::ParseOptions::Format::yaml;
  for (std::size_t at = text.find(disable_word); at != std::string_view::npos;
       at = text.find(disable_word, at + 1)) {
    const std::uint32_t line = document.lines.line_of(static_cast<text::Offset>(at));
    const text::Range range = document.lines.line_range(text, line);
    const bool yaml = whole || document.front_matter.yaml.contains(static_cast<text::Offset>(at));
    const std::string_view before = text.substr(range.begin, at - range.begin);
    if (!opens_comment(before, yaml)) continue;
    std::string_view words = text.substr(
        at + disable_word.size(), range.end - std::min<std::size_t>(range.end, at + disable_word.size()));
    words = words.substr(0, words.find("-->"));
    read_comment(words, line);
  }
}

void Silencing::read_comment(std::string_view words, std::uint32_t line) {
  const std::size_t end = std::min(words.find_first_of(blanks), words.size());
  const std::string_view scope = words.substr(0, end);
  if (scope == "file") file_.add(words.substr(end));
  if (scope == "line") lines_[line].add(words.substr(end));
  if (scope == "next-line") lines_[line + 1].add(words.substr(end));
}

bool Silencing::silences(const Problem& problem) const {
  if (file_.has(problem.code.text())) return true;
  if (problem.range == text::Range{} || lines_.empty()) return false;
  const auto found = lines_.find(document_.lines.line_of(problem.range.begin));
  return found != lines_.end() && found->second.has(problem.code.text());
}

}  // namespace features::diagnostics
