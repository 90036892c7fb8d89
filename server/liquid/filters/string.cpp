// Filters that change a text, and those of dates. Sources: liquid/lib/liquid/standardfilters.rb,
// jekyll/lib/jekyll/filters.rb. Where Liquid 4.0.4 and later versions differ, the result is unknown.
#include <utility>

#include "server/liquid/filters/texts.h"
#include "server/syntax/slugify.h"
#include "server/text/ascii.h"
#include "server/text/unicode.h"
#include "server/text/utf8.h"

namespace liquid {
namespace {

using V = Value;
using A = Arguments;
using U = Address;
using text::is_space;

constexpr std::size_t npos = std::string_view::npos;

std::string replaced(std::string_view text, std::string_view what, std::string_view with, bool all) {
  std::string result;
  std::size_t at = 0;
  for (std::size_t found = text.find(what); found != npos; found = text.find(what, at)) {
    result += text.substr(at, found - at);
    result += with;
    at = found + what.size();
    if (!all || result.size() > largest_text) {
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
  const auto text = to_text(input);
  if (!text || !text::is_ascii(*text)) {
    return {};
  }
  return given(text::ascii_upper(*text));
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
  return std::string(text::trim(result, text::is_stripped));
}

V slug(const V& input, const A& arguments, const U&) {
  if (input.is_nil()) {
    return input;
  }
  const auto text = to_text(input);
  const auto mode = arguments.empty() ? std::string() : to_text(arguments[0]);
  const bool ready = text && mode && text::is_valid_utf8(*text) && *mode != "latin";
  return ready ? given(syntax::slugify(*text, *mode)) : V();
}

V fallback(const V& input, const A& arguments, const U&) {
  const V given_default = arguments.empty() ? V(std::string_view()) : arguments[0];
  const Truth empty = is_empty(input);
  if (empty == Truth::unknown) {
    return {};
  }
  return truth(input) == Truth::no || empty == Truth::yes ? given_default : input;
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
           return given(std::string(text::trim(t, text::is_stripped)));
         });
       }},
      {"lstrip", 0, 0,
       [](const V& v, const A& a, const U&) {
         return on_texts(v, a, [](const std::string& t, const Texts&) {
           return given(std::string(text::trim_front(t, text::is_stripped)));
         });
       }},
      {"rstrip", 0, 0,
       [](const V& v, const A& a, const U&) {
         return on_texts(v, a, [](const std::string& t, const Texts&) {
           return given(std::string(text::trim_back(t, text::is_stripped)));
         });
       }},
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
      {"slugify", 0, 1, slug},
      {"default", 0, 1, fallback},
      {"date", 1, 1, [](const V& v, const A&, const U&) { return v.is_nil() ? v : V(); }},
      {"date_to_string", 0, 2, date},
      {"date_to_long_string", 0, 2, date},
      {"date_to_xmlschema", 0, 0, date},
      {"date_to_rfc822", 0, 0, date},
  };
  return filters;
}

}  // namespace liquid
