#include "server/features/knowledge/words.h"

#include <algorithm>
#include <numeric>

#include "server/text/ascii.h"
#include "server/text/utf8.h"

namespace features {
namespace {

using text::is_blank_or_line_end;

// Levenshtein's distance in bytes, given up beyond `limit`.
std::size_t distance(std::string_view a, std::string_view b, std::size_t limit) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > limit) return limit + 1;
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0U : 1U)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::string count_of(std::size_t count, std::string_view noun) {
  std::string words = std::to_string(count);
  words += ' ';
  words += noun;
  if (count != 1) words += 's';
  return words;
}

std::string bytes_text(std::uint64_t bytes) {
  if (bytes < 1000) return std::to_string(bytes) + " B";
  if (bytes < 1000000) return std::to_string((bytes + 500) / 1000) + " KB";
  const std::uint64_t tenths = (bytes + 50000) / 100000;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

bool is_image(std::string_view path) {
  const std::string lower = text::ascii_lower(path);
  for (const char* end : {".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"}) {
    if (lower.ends_with(end)) return true;
  }
  return false;
}

std::string shorten(std::string_view text, std::size_t length) {
  std::string words;
  std::size_t characters = 0;
  bool blank = false;
  for (const char c : text) {
    if (is_blank_or_line_end(c)) {
      blank = !words.empty();
      continue;
    }
    if (!text::is_continuation(c)) {
      if (characters + (blank ? 1U : 0U) >= length) return words + "…";
      characters += blank ? 2U : 1U;
    }
    if (blank) words += ' ';
    blank = false;
    words += c;
  }
  return words;
}

std::string escape_markdown(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (std::string_view("\\`*_{}[]<>()#+-!|&~").find(c) != std::string_view::npos) escaped += '\\';
    escaped += is_blank_or_line_end(c) ? ' ' : c;
  }
  return escaped;
}

std::string code(std::string_view text) {
  std::size_t longest = 0;
  std::size_t run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  const std::string padding = longest > 0 ? " " : "";
  std::string line(text);
  std::replace_if(line.begin(), line.end(), is_blank_or_line_end, ' ');
  return fence + padding + line + padding + fence;
}

std::string nearest_name(const std::vector<std::string>& names, std::string_view wrong) {
  const std::string lower = text::ascii_lower(wrong.substr(0, 100));
  std::size_t best = lower.size() / 3 + 1;
  std::string nearest;
  for (const std::string& name : names) {
    if (name.size() > 100) continue;
    const std::size_t steps = distance(lower, text::ascii_lower(name), best);
    if (steps >= best) continue;
    best = steps;
    nearest = name;
  }
  return nearest;
}

}  // namespace features
