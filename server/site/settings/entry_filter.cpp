#include "server/site/settings/entry_filter.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "server/text/path.h"
#include "server/text/utf8.h"

namespace site {
namespace {

// The character at `at`: its bytes. Broken UTF-8 counts byte by byte.
std::string_view character(std::string_view text, std::size_t at) {
  return text.substr(at, text::code_point_at(text, at).size);
}

struct BracketMatch {
  bool matched = false;
  std::size_t end = 0;  // behind the closing bracket
};

// A bracket expression whose `[` stands before `at`; nullopt if it is never closed (then nothing matches).
std::optional<BracketMatch> match_bracket(std::string_view pattern, std::size_t at, std::string_view wanted) {
  bool negated = false;
  if (at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^')) {
    negated = true;
    ++at;
  }
  const auto next = [&]() -> std::string_view {
    if (at < pattern.size() && pattern[at] == '\\') ++at;
    if (at >= pattern.size()) return {};
    const std::string_view result = character(pattern, at);
    at += result.size();
    return result;
  };
  bool matched = false;
  while (at < pattern.size() && pattern[at] != ']') {
    const std::string_view low = next();
    std::string_view high = low;
    if (at + 1 < pattern.size() && pattern[at] == '-' && pattern[at + 1] != ']') {
      ++at;
      high = next();
    }
    // UTF-8 sorts like its code points.
    if (low <= wanted && wanted <= high) matched = true;
  }
  if (at >= pattern.size()) return std::nullopt;
  return BracketMatch{matched != negated, at + 1};
}

std::string join(std::string_view base, std::string_view entry) {
  while (base.ends_with('/')) base.remove_suffix(1);
  while (base.starts_with('/')) base.remove_prefix(1);
  while (entry.starts_with('/')) entry.remove_prefix(1);
  std::string result = "/";
  result += base;
  if (!base.empty()) result += '/';
  result += entry;
  return result;
}

bool special(std::string_view name) {
  return !name.empty() && (name[0] == '.' || name[0] == '_' || name[0] == '#' || name[0] == '~');
}

}  // namespace

bool fnmatch(std::string_view pattern, std::string_view text) {
  std::size_t p = 0;
  std::size_t t = 0;
  std::size_t star = std::string_view::npos;  // behind the last `*`
  std::size_t star_text = 0;                  // the text that it has not taken yet
  while (t < text.size()) {
    const std::string_view wanted = character(text, t);
    bool matched = false;
    if (p < pattern.size()) {
      if (pattern[p] == '*') {
        star = ++p;
        star_text = t;
        continue;
      }
      if (pattern[p] == '?') {
        ++p;
        matched = true;
      } else if (pattern[p] == '[') {
        const auto bracket = match_bracket(pattern, p + 1, wanted);
        if (bracket && bracket->matched) {
          p = bracket->end;
          matched = true;
        }
      } else {
        const std::size_t at = pattern[p] == '\\' && p + 1 < pattern.size() ? p + 1 : p;
        if (pattern.substr(at).starts_with(wanted)) {
          p = at + wanted.size();
          matched = true;
        }
      }
    }
    if (matched) {
      t += wanted.size();
    } else if (star != std::string_view::npos) {
      p = star;
      star_text += character(text, star_text).size();
      t = star_text;
    } else {
      return false;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

EntryFilter::EntryFilter(const std::vector<std::string>& include, const std::vector<std::string>& exclude) {
  for (const std::string& text : include) include_.push_back(pattern(text));
  for (const std::string& text : exclude) {
    if (std::find(include.begin(), include.end(), text) == include.end()) exclude_.push_back(pattern(text));
  }
}

EntryFilter::Pattern EntryFilter::pattern(std::string_view text) {
  return {join({}, text), text.find_first_of("*?[\\") != std::string_view::npos};
}

bool EntryFilter::matches(const std::vector<Pattern>& patterns, std::string_view path, bool directory) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& pattern) {
    const std::string_view text = pattern.text;
    if (path.starts_with(text)) return true;
    if (directory && text.size() == path.size() + 1 && text.ends_with('/') && text.starts_with(path))
      return true;
    return pattern.glob && fnmatch(text, path);
  });
}

bool EntryFilter::included(std::string_view entry, bool directory) const {
  if (include_.empty()) return false;
  return matches(include_, join({}, entry), directory) ||
         matches(include_, join({}, text::file_name(entry)), directory);
}

bool EntryFilter::keeps(std::string_view base, std::string_view entry, bool directory) const {
  if (entry.ends_with('.')) return false;
  if (included(entry, directory)) return true;
  if (special(entry) || special(text::file_name(entry)) || entry.ends_with('~')) return false;
  return !matches(exclude_, join(base, entry), directory);
}

}  // namespace site
