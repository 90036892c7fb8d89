// Filters that take parts out of a text. Sources: liquid/lib/liquid/standardfilters.rb. Where Liquid 4.0.4
// and later versions differ, the result is unknown.
#include <algorithm>
#include <optional>

#include "server/liquid/filters/texts.h"
#include "server/text/ascii.h"
#include "server/text/utf8.h"

namespace liquid {
namespace {

using V = Value;
using A = Arguments;
using U = Address;
using text::is_space;

constexpr std::size_t npos = std::string_view::npos;

V truncate(const V& input, const A& arguments, const U&) {
  const auto text = to_text(input);
  const auto length = arguments.empty() ? std::optional<std::int64_t>(50) : strict_integer(arguments[0]);
  const auto tail = arguments.size() > 1 ? to_text(arguments[1]) : std::string("...");
  if (input.is_nil()) {
    return input;
  }
  if (!text || !length || !tail || !text::is_valid_utf8(*text) || *length < 0) {
    return {};
  }
  if (character_count(*text) <= *length) {
    return given(*text);
  }
  std::int64_t kept = std::max<std::int64_t>(0, *length - character_count(*tail));
  std::size_t at = 0;
  while (kept-- > 0 && at < text->size()) {
    at += text::code_point_at(*text, at).size;
  }
  return given(text->substr(0, at) + *tail);
}

V truncatewords(const V& input, const A& arguments, const U&) {
  if (input.is_nil()) {
    return input;
  }
  const auto text = to_text(input);
  const auto wanted = arguments.empty() ? std::optional<std::int64_t>(15) : strict_integer(arguments[0]);
  const auto tail = arguments.size() > 1 ? to_text(arguments[1]) : std::string("...");
  if (!text || !wanted || !tail || *wanted < 1) {
    return {};
  }
  std::string result;
  std::int64_t words = 0;
  for (std::size_t at = 0; at < text->size();) {
    if (is_space((*text)[at])) {
      ++at;
      continue;
    }
    const std::size_t begin = at;
    while (at < text->size() && !is_space((*text)[at])) {
      ++at;
    }
    if (++words <= *wanted) {
      result += (words > 1 ? " " : "") + text->substr(begin, at - begin);
    }
  }
  // Just as many words: only Liquid 4 adds the dots.
  return words > *wanted ? given(result + *tail) : words == *wanted ? V() : given(*text);
}

V split(const V& input, const A& arguments, const U&) {
  return on_texts(input, arguments, [](const std::string& text, const Texts& a) {
    Array parts;
    const auto add = [&](std::string_view part) { parts.push_back(V::text(std::string(part))); };
    const std::string_view separator = a[0];
    if (!text::is_valid_utf8(text) || text.size() > 10'000) {
      return V();
    }
    if (separator.empty()) {
      for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = text::code_point_at(text, at).size;
        add(std::string_view(text).substr(at, size));
        at += size;
      }
      return V::array(std::move(parts));
    }
    std::size_t at = 0;
    if (separator == " ") {
      while (at < text.size()) {
        std::size_t end = at;
        while (end < text.size() && !is_space(text[end]) && text[end] != '\0') {
          ++end;
        }
        if (end > at) {
          add(std::string_view(text).substr(at, end - at));
        }
        at = end + 1;
      }
      return V::array(std::move(parts));
    }
    for (std::size_t found = text.find(separator); found != npos; found = text.find(separator, at)) {
      add(std::string_view(text).substr(at, found - at));
      at = found + separator.size();
    }
    add(std::string_view(text).substr(at));
    while (!parts.empty() && parts.back().string()->empty()) {
      parts.pop_back();
    }
    return V::array(std::move(parts));
  });
}

V slice(const V& input, const A& arguments, const U&) {
  const auto offset = strict_integer(arguments[0]);
  const bool sized = arguments.size() > 1 && !arguments[1].is_nil();
  const auto length = sized ? strict_integer(arguments[1]) : std::optional<std::int64_t>(1);
  const auto text = to_text(input);
  if (!offset || !length || (sized && truth(arguments[1]) == Truth::no)) {
    return {};
  }
  const auto clamp = [&](std::int64_t total, std::int64_t& begin) {
    begin = *offset < 0 ? *offset + total : *offset;
    const bool inside = begin >= 0 && begin <= total && *length >= 0;
    return inside ? std::min(*length, total - begin) : std::int64_t{-1};
  };
  std::int64_t begin = 0;
  if (input.is_array()) {
    const std::int64_t count = clamp(static_cast<std::int64_t>(array_size(input)), begin);
    Array result;
    for (std::int64_t i = 0; i < count; ++i) {
      result.push_back(array_at(input, static_cast<std::size_t>(begin + i)));
    }
    return V::array(std::move(result));
  }
  if (!text || !text::is_valid_utf8(*text)) {
    return {};
  }
  const std::int64_t count = clamp(character_count(*text), begin);
  std::size_t at = 0;
  for (std::int64_t i = 0; count > 0 && i < begin; ++i) {
    at += text::code_point_at(*text, at).size;
  }
  const std::size_t from = at;
  for (std::int64_t i = 0; i < count; ++i) {
    at += text::code_point_at(*text, at).size;
  }
  return given(text->substr(from, at - from));
}

}  // namespace

const std::vector<Filter>& cut_filters() {
  static const std::vector<Filter> filters = {
      {"truncate", 0, 2, truncate},
      {"truncatewords", 0, 2, truncatewords},
      {"split", 1, 1, split},
      {"slice", 1, 2, slice},
  };
  return filters;
}

}  // namespace liquid
