#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "server/site/settings/defaults.h"
#include "server/text/utf8.h"

namespace site {
namespace {

// Patterns come from a configuration file that may hold anything.
constexpr std::size_t most_alternatives = 256;

// `a{b,c}d` -> abd, acd. An unclosed brace stands for itself.
void expand_braces(const std::string& pattern, std::vector<std::string>& out) {
  std::vector<std::string> todo = {pattern};
  while (!todo.empty() && out.size() + todo.size() <= most_alternatives) {
    const std::string current = std::move(todo.back());
    todo.pop_back();
    const std::size_t open = current.find('{');
    std::vector<std::size_t> cuts = {open};
    int depth = 0;
    for (std::size_t i = open; i < current.size(); ++i) {
      if (current[i] == '\\') {
        ++i;
      } else if (current[i] == '{') {
        ++depth;
      } else if (current[i] == ',' && depth == 1) {
        cuts.push_back(i);
      } else if (current[i] == '}' && --depth == 0) {
        cuts.push_back(i);
        break;
      }
    }
    if (open == std::string::npos || depth != 0) {
      out.push_back(current);
      continue;
    }
    for (std::size_t i = cuts.size() - 1; i > 0; --i) {
      todo.push_back(current.substr(0, open) + current.substr(cuts[i - 1] + 1, cuts[i] - cuts[i - 1] - 1) +
                     current.substr(cuts.back() + 1));
    }
  }
}

// Does the class at `pattern[position]` (behind its `[`) hold `c`? Moves past the `]`; npos if there is none.
std::size_t match_class(std::string_view pattern, std::size_t position, char32_t c, bool& holds) {
  bool negated = false;
  if (position < pattern.size() && (pattern[position] == '!' || pattern[position] == '^')) {
    negated = true;
    ++position;
  }
  bool found = false;
  while (position < pattern.size() && pattern[position] != ']') {
    if (pattern[position] == '\\' && position + 1 < pattern.size()) ++position;
    const text::CodePoint low = text::code_point_at(pattern, position);
    position += low.size;
    char32_t high = low.value;
    if (position + 1 < pattern.size() && pattern[position] == '-' && pattern[position + 1] != ']') {
      const text::CodePoint end = text::code_point_at(pattern, position + 1);
      high = end.value;
      position += 1U + end.size;
    }
    found = found || (low.value <= c && c <= high);
  }
  if (position >= pattern.size()) return std::string_view::npos;
  holds = found != negated;
  return position + 1;
}

// One name against one part of a pattern. Backtracks to the last `*` only, so it is never worse than
// quadratic.
bool matches_name(std::string_view pattern, std::string_view name) {
  if (name.starts_with('.') && !pattern.starts_with('.')) return false;
  std::size_t p = 0;
  std::size_t n = 0;
  std::size_t star = std::string_view::npos;
  std::size_t resume = 0;
  while (n < name.size() || p < pattern.size()) {
    bool matched = false;
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      resume = n;
      continue;
    }
    if (p < pattern.size() && n < name.size()) {
      const text::CodePoint c = text::code_point_at(name, n);
      std::size_t next = std::string_view::npos;
      if (pattern[p] == '?') {
        matched = true;
        next = p + 1;
      } else if (pattern[p] == '[') {
        next = match_class(pattern, p + 1, c.value, matched);
        matched = matched && next != std::string_view::npos;
      } else {
        const std::size_t literal = pattern[p] == '\\' && p + 1 < pattern.size() ? p + 1 : p;
        const text::CodePoint wanted = text::code_point_at(pattern, literal);
        matched = wanted.value == c.value && wanted.valid == c.valid;
        next = literal + wanted.size;
      }
      if (matched) {
        p = next;
        n += c.size;
        continue;
      }
    }
    if (star == std::string_view::npos || resume >= name.size()) return false;
    p = star + 1;
    resume += text::code_point_at(name, resume).size;
    n = resume;
  }
  return true;
}

std::vector<std::string_view> split_path(std::string_view path) {
  std::vector<std::string_view> parts;
  for (std::size_t begin = 0; begin < path.size();) {
    const std::size_t end = std::min(path.find('/', begin), path.size());
    if (end > begin && path.substr(begin, end - begin) != ".")
      parts.push_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return parts;
}

}  // namespace

bool glob_matches(std::string_view pattern, std::string_view path, std::size_t skipped) {
  const std::vector<std::string_view> names = split_path(path);
  std::vector<std::string> alternatives;
  expand_braces(std::string(pattern), alternatives);
  for (const std::string& alternative : alternatives) {
    const std::vector<std::string_view> parts = split_path(alternative);
    const bool folders_only = alternative.ends_with('/');
    // reached[i]: the parts so far can match the first i names.
    std::vector<bool> reached(names.size() + 1, false);
    reached[0] = true;
    for (std::size_t part = 0; part < parts.size(); ++part) {
      const bool any_depth = parts[part] == "**" && (part + 1 < parts.size() || folders_only);
      std::vector<bool> next(names.size() + 1, false);
      for (std::size_t i = 0; i <= names.size(); ++i) {
        if (any_depth) {
          next[i] = reached[i] || (i > 0 && next[i - 1] && !names[i - 1].starts_with('.'));
        } else if (i > 0) {
          next[i] = reached[i - 1] && matches_name(parts[part], names[i - 1]);
        }
      }
      reached = std::move(next);
    }
    // The empty prefix is the source folder itself: its relative path "." is a prefix of nothing.
    const std::size_t last = folders_only ? names.size() - 1 : names.size();
    for (std::size_t i = 1; i <= last && !names.empty(); ++i) {
      const auto end = static_cast<std::size_t>(names[i - 1].data() + names[i - 1].size() - path.data());
      if (reached[i] && end > skipped) return true;
    }
  }
  return false;
}

}  // namespace site
