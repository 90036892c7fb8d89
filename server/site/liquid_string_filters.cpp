// Filters of text. Sources: liquid/lib/liquid/standardfilters.rb, jekyll/lib/jekyll/filters.rb. Where Liquid
// 4.0.4 and later versions differ, the result is unknown.
#include <algorithm>
#include <charconv>

#include "server/site/liquid_filter_sets.h"
#include "server/site/slugify.h"
#include "server/text/unicode.h"

namespace site::liquid {
namespace {

using V = LiquidValue;
using A = Arguments;
using U = LiquidAddress;

constexpr std::size_t npos = std::string_view::npos;
constexpr std::size_t largest = 1U << 20U;

constexpr bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
constexpr bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

V given(std::string text) {
  return text.size() <= largest ? V::text(std::move(text)) : V();
}

// A filter whose arguments are all texts (Liquid calls `to_s` on each).
template <typename Function>
V on_texts(const V& input, const A& arguments, Function function) {
  auto text = to_text(input);
  std::vector<std::string> texts;
  for (const V& argument : arguments) {
    auto one = to_text(argument);
    if (!one) {
      return {};
    }
    texts.push_back(std::move(*one));
  }
  return text ? function(std::move(*text), texts) : V();
}

using Texts = std::vector<std::string>;

std::string_view lstripped(std::string_view text) {
  while (!text.empty() && (is_space(text.front()) || text.front() == '\0')) {
    text.remove_prefix(1);
  }
  return text;
}
std::string_view rstripped(std::string_view text) {
  while (!text.empty() && (is_space(text.back()) || text.back() == '\0')) {
    text.remove_suffix(1);
  }
  return text;
}

std::string replaced(std::string_view text, std::string_view what, std::string_view with, bool all) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t found = text.find(what); found != npos; found = text.find(what, at)) {
    result += text.substr(at, found - at);
    result += with;
    at = found + what.size();
    if (!all || result.size() > largest) {
      break;
    }
  }
  result += text.substr(at);
  return result;
}

V replace(const V& input, const A& arguments, bool all) {
  return on_texts(input, arguments, [all](const std::string& text, const Texts& a) {
    const std::string_view with = a.size() > 1 ? std::string_view(a[1]) : std::string_view();
    // Ruby's `gsub("")` finds something between all characters, and `\0` in its second argument means a
    // match.
    if (a[0].empty() || with.find('\\') != npos) {
      return V();
    }
    return given(replaced(text, a[0], with, all));
  });
}

V letter_case(const V& input, std::string (*change)(std::string_view)) {
  const auto text = to_text(input);
  return text && text::is_valid_utf8(*text) ? given(change(*text)) : V();
}

V upcase(const V& input, const A&, const U&) {
  auto text = to_text(input);
  if (!text || !is_ascii(*text)) {
    return {};
  }
  for (char& c : *text) {
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  return given(std::move(*text));
}

std::string escaped(std::string_view text, std::string_view apostrophe) {
  std::string result;
  for (const char c : text) {
    switch (c) {
      case '&':
        result += "&amp;";
        break;
      case '<':
        result += "&lt;";
        break;
      case '>':
        result += "&gt;";
        break;
      case '"':
        result += "&quot;";
        break;
      case '\'':
        result += apostrophe;
        break;
      default:
        result += c;
    }
  }
  return result;
}

V escape(const V& input, const A&, const U&) {
  if (input.is_nil()) {
    return input;
  }
  const auto text = to_text(input);
  return text ? given(escaped(*text, "&#39;")) : V();
}

// `&` is left alone in front of `name;` and `#123;`.
bool is_entity(std::string_view rest) {
  std::size_t at = 0;
  if (rest.starts_with('#')) {
    at = 1;
    while (at < rest.size() && rest[at] >= '0' && rest[at] <= '9') {
      ++at;
    }
    return at > 1 && at < rest.size() && rest[at] == ';';
  }
  while (at < rest.size() && is_alnum(rest[at]) && !(rest[at] >= '0' && rest[at] <= '9') && at < 100) {
    ++at;
  }
  return at > 0 && at < rest.size() && rest[at] == ';';
}

V escape_once(const V& input, const A&, const U&) {
  const auto text = to_text(input);
  if (!text) {
    return {};
  }
  std::string result;
  for (std::size_t i = 0; i < text->size(); ++i) {
    const std::string_view one = std::string_view(*text).substr(i, 1);
    result += one == "&" && is_entity(std::string_view(*text).substr(i + 1)) ? std::string(one)
                                                                             : escaped(one, "&#39;");
  }
  return given(std::move(result));
}

V xml_escape(const V& input, const A&, const U&) {
  const auto text = to_text(input);
  return text && text::is_valid_utf8(*text) ? given(escaped(*text, "'")) : V();
}

std::string cgi_escaped(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  for (const char c : text) {
    if (is_alnum(c) || c == '-' || c == '_' || c == '.' || c == '~') {
      result += c;
    } else if (c == ' ') {
      result += '+';
    } else {
      const auto byte = static_cast<unsigned char>(c);
      result += '%';
      result += digits[byte >> 4U];
      result += digits[byte & 15U];
    }
  }
  return result;
}

V url_decode(const V& input, const A&, const U&) {
  if (input.is_nil()) {
    return input;
  }
  const auto text = to_text(input);
  if (!text) {
    return {};
  }
  std::string result;
  for (std::size_t i = 0; i < text->size(); ++i) {
    unsigned byte = 0;
    const char* from = text->data() + i + 1;
    if ((*text)[i] == '%' && i + 2 < text->size() &&
        std::from_chars(from, from + 2, byte, 16).ptr == from + 2 && *from != '-') {
      result += static_cast<char>(static_cast<unsigned char>(byte));
      i += 2;
    } else {
      result += (*text)[i] == '+' ? ' ' : (*text)[i];
    }
  }
  return text::is_valid_utf8(result) ? given(std::move(result)) : V();
}

// Everything between `open` and the next `close`, from the left; without an end it stays.
void remove_between(std::string& text, std::string_view open, std::string_view close) {
  std::string result;
  std::size_t at = 0;
  while (true) {
    const std::size_t begin = text.find(open, at);
    const std::size_t end = begin == npos ? npos : text.find(close, begin + open.size());
    if (end == npos) {
      break;
    }
    result.append(text, at, begin - at);
    at = end + close.size();
  }
  result.append(text, at);
  text = std::move(result);
}

V strip_html(const V& input, const A&, const U&) {
  auto text = to_text(input);
  // Blocks inside blocks: one pass and three passes differ.
  if (!text || text->find("<script") != npos || text->find("<style") != npos || text->find("<!--") != npos) {
    return {};
  }
  remove_between(*text, "<", ">");
  return given(std::move(*text));
}

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
    LiquidArray parts;
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
    LiquidArray result;
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

std::string squeezed(std::string_view text) {
  std::string result;
  for (const char c : text) {
    if (!is_space(c)) {
      result += c;
    } else if (result.empty() || result.back() != ' ') {
      result += ' ';
    }
  }
  return std::string(lstripped(rstripped(result)));
}

V slug(const V& input, const A& arguments, const U&) {
  if (input.is_nil()) {
    return input;
  }
  const auto text = to_text(input);
  const auto mode = arguments.empty() ? std::string() : to_text(arguments[0]);
  const bool ready = text && mode && text::is_valid_utf8(*text) && *mode != "latin";
  return ready ? given(slugify(*text, *mode)) : V();
}

V fallback(const V& input, const A& arguments, const U&) {
  const V given_default = arguments.empty() ? V(std::string_view()) : arguments[0];
  const Truth empty = is_empty(input);
  if (empty == Truth::unknown) {
    return {};
  }
  return truth(input) == Truth::no || empty == Truth::yes ? given_default : input;
}

V jsonify(const V& input, const A&, const U&) {
  if (const auto text = input.string()) {
    std::string result = "\"";
    for (const char c : *text) {
      if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
        return {};
      }
      result += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    }
    return text::is_valid_utf8(*text) ? given(result + '"') : V();
  }
  if (input.is_nil()) {
    return V(std::string_view("null"));
  }
  const auto text = to_text(input);
  return text && !std::holds_alternative<double>(input.data) ? given(*text) : V();
}

// A filter of dates: without a date it gives its input.
V date(const V& input, const A&, const U&) {
  const auto text = to_text(input);
  return text && text->empty() ? input : V();
}

}  // namespace

const std::vector<Filter>& string_filters() {
  static const std::vector<Filter> filters = {
      {"append", 1, 1,
       [](const V& v, const A& a, const U&) {
         return on_texts(v, a,
                         [](std::string text, const Texts& t) { return given(std::move(text) + t[0]); });
       }},
      {"prepend", 1, 1,
       [](const V& v, const A& a, const U&) {
         return on_texts(v, a, [](const std::string& text, const Texts& t) { return given(t[0] + text); });
       }},
      {"remove", 1, 1, [](const V& v, const A& a, const U&) { return replace(v, a, true); }},
      {"remove_first", 1, 1, [](const V& v, const A& a, const U&) { return replace(v, a, false); }},
      {"replace", 1, 2, [](const V& v, const A& a, const U&) { return replace(v, a, true); }},
      {"replace_first", 1, 2, [](const V& v, const A& a, const U&) { return replace(v, a, false); }},
      {"downcase", 0, 0, [](const V& v, const A&, const U&) { return letter_case(v, text::downcase); }},
      {"capitalize", 0, 0, [](const V& v, const A&, const U&) { return letter_case(v, text::capitalize); }},
      {"upcase", 0, 0, upcase},
      {"strip", 0, 0,
       [](const V& v, const A& a, const U&) {
         return on_texts(v, a, [](const std::string& t, const Texts&) {
           return given(std::string(lstripped(rstripped(t))));
         });
       }},
      {"lstrip", 0, 0,
       [](const V& v, const A& a, const U&) {
         return on_texts(v, a,
                         [](const std::string& t, const Texts&) { return given(std::string(lstripped(t))); });
       }},
      {"rstrip", 0, 0,
       [](const V& v, const A& a, const U&) {
         return on_texts(v, a,
                         [](const std::string& t, const Texts&) { return given(std::string(rstripped(t))); });
       }},
      {"escape", 0, 0, escape},
      {"h", 0, 0, escape},
      {"escape_once", 0, 0, escape_once},
      {"xml_escape", 0, 0, xml_escape},
      {"cgi_escape", 0, 0,
       [](const V& v, const A&, const U&) { return v.string() ? given(cgi_escaped(*v.string())) : V(); }},
      {"url_encode", 0, 0,
       [](const V& v, const A&, const U&) {
         const auto text = to_text(v);
         return v.is_nil() ? v : text ? given(cgi_escaped(*text)) : V();
       }},
      {"url_decode", 0, 0, url_decode},
      {"strip_html", 0, 0, strip_html},
      {"strip_newlines", 0, 0,
       [](const V& v, const A& a, const U&) {
         return on_texts(v, a, [](const std::string& text, const Texts&) {
           return given(replaced(replaced(text, "\r\n", "", true), "\n", "", true));
         });
       }},
      {"newline_to_br", 0, 0,
       [](const V& v, const A& a, const U&) {
         return on_texts(v, a, [](const std::string& text, const Texts&) {
           return text.find("\r\n") == npos ? given(replaced(text, "\n", "<br />\n", true)) : V();
         });
       }},
      {"normalize_whitespace", 0, 0,
       [](const V& v, const A& a, const U&) {
         return on_texts(v, a, [](const std::string& text, const Texts&) { return given(squeezed(text)); });
       }},
      {"truncate", 0, 2, truncate},
      {"truncatewords", 0, 2, truncatewords},
      {"split", 1, 1, split},
      {"slice", 1, 2, slice},
      {"slugify", 0, 1, slug},
      {"default", 0, 1, fallback},
      {"jsonify", 0, 0, jsonify},
      {"date", 1, 1, [](const V& v, const A&, const U&) { return v.is_nil() ? v : V(); }},
      {"date_to_string", 0, 2, date},
      {"date_to_long_string", 0, 2, date},
      {"date_to_xmlschema", 0, 0, date},
      {"date_to_rfc822", 0, 0, date},
  };
  return filters;
}

}  // namespace site::liquid
