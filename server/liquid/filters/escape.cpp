// Filters that write a text for HTML, XML, addresses or JSON, and those that take such writing out of it.
// Sources: liquid/lib/liquid/standardfilters.rb, jekyll/lib/jekyll/filters.rb.
#include <algorithm>
#include <utility>

#include "server/liquid/filters/texts.h"
#include "server/text/ascii.h"
#include "server/text/url.h"
#include "server/text/utf8.h"

namespace liquid {
namespace {

using V = Value;
using A = Arguments;
using U = Address;

constexpr std::size_t npos = std::string_view::npos;

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
    while (at < rest.size() && text::is_digit(rest[at])) {
      ++at;
    }
    return at > 1 && at < rest.size() && rest[at] == ';';
  }
  while (at < rest.size() && text::is_ascii_letter(rest[at]) && at < 100) {
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

// CGI.escape and CGI.unescape: a blank is a plus.
std::string cgi_escaped(std::string_view text) {
  constexpr text::KeptBytes kept("-._~ ");
  std::string result = text::percent_encode(text, kept);
  std::replace(result.begin(), result.end(), ' ', '+');
  return result;
}

std::string cgi_unescaped(std::string text) {
  std::replace(text.begin(), text.end(), '+', ' ');
  return text::percent_decode(text);
}

V url_decode(const V& input, const A&, const U&) {
  if (input.is_nil()) {
    return input;
  }
  const auto text = to_text(input);
  if (!text) {
    return {};
  }
  std::string result = cgi_unescaped(*text);
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

}  // namespace

const std::vector<Filter>& escape_filters() {
  static const std::vector<Filter> filters = {
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
      {"jsonify", 0, 0, jsonify},
  };
  return filters;
}

}  // namespace liquid
