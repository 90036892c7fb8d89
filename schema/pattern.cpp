#include "schema/pattern.h"

#include <map>
#include <memory>
#include <mutex>
#include <regex>

namespace schema {

namespace {

// Code points of UTF-8 text; every byte that is no part of a valid sequence becomes U+FFFD.
std::wstring code_points(std::string_view text) {
  static_assert(sizeof(wchar_t) == 4, "patterns match code points");
  std::wstring result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    std::uint32_t point = length <= 1 ? lead : lead & (0xFFU >> (length + 1));
    bool valid = length > 0 && i + length <= text.size();
    for (std::size_t k = 1; valid && k < length; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      valid = (next & 0xC0U) == 0x80U;
      point = (point << 6U) | (next & 0x3FU);
    }
    result.push_back(static_cast<wchar_t>(valid ? point : 0xFFFDU));
    i += valid ? length : 1;
  }
  return result;
}

using Compiled = std::shared_ptr<const std::wregex>;  // nullptr: invalid

// std::regex_search starts afresh at every character, which is quadratic; a full match that lets anything
// stand around the pattern reads the text once. The pattern alone goes first: `a)(b` must stay invalid.
Compiled compile(std::string_view pattern) {
  if (pattern.size() > max_pattern_bytes) return nullptr;
  constexpr auto flags =
      std::regex_constants::ECMAScript | std::regex_constants::nosubs | std::regex_constants::__polynomial;
  try {
    const std::wstring text = code_points(pattern);
    static_cast<void>(std::wregex(text, flags));
    return std::make_shared<const std::wregex>(L"[\\s\\S]*(?:" + text + L")[\\s\\S]*", flags);
  } catch (const std::regex_error&) {
    return nullptr;
  }
}

Compiled compiled(std::string_view pattern) {
  static std::mutex mutex;
  static std::map<std::string, Compiled, std::less<>> cache;
  const std::lock_guard lock(mutex);
  if (const auto found = cache.find(pattern); found != cache.end()) return found->second;
  // Schemas are edited while the server runs: forget old patterns rather than grow for ever.
  if (cache.size() >= 1'000) cache.clear();
  return cache.emplace(std::string(pattern), compile(pattern)).first->second;
}

}  // namespace

std::optional<bool> pattern_matches(std::string_view pattern, std::string_view text) {
  const Compiled regex = compiled(pattern);
  if (!regex) return std::nullopt;
  if (text.size() > max_matched_bytes) return true;
  try {
    return std::regex_match(code_points(text), *regex);
  } catch (const std::regex_error&) {
    return std::nullopt;
  }
}

bool is_valid_pattern(std::string_view pattern) {
  return compiled(pattern) != nullptr;
}

}  // namespace schema
