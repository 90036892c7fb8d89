// Addresses as Jekyll's URL filters make them. Sources: jekyll/lib/jekyll/filters/url_filters.rb;
// addressable/lib/addressable/uri.rb (URIREGEX, normalize, normalize_component).
#include "server/text/url.h"

#include <algorithm>

#include "server/liquid/filters/sets.h"
#include "server/text/ascii.h"
#include "server/text/utf8.h"

namespace liquid {
namespace {

using text::is_ascii_alphanumeric;
using text::KeptBytes;
using text::split_uri;
using text::UriParts;

constexpr std::size_t npos = std::string_view::npos;

enum class Absolute : std::uint8_t { no, yes, unknown };

Absolute is_absolute(std::string_view text) {
  if (text.find_first_of("\n\r") != npos) {
    return Absolute::unknown;
  }
  const UriParts parts = split_uri(text);
  if (parts.scheme.empty()) {
    return Absolute::no;
  }
  // `http:` without a host is refused.
  return text::is_uri_scheme(parts.scheme) &&
                 (parts.has_authority ? !parts.authority.empty() : !parts.scheme.starts_with("http"))
             ? Absolute::yes
             : Absolute::unknown;
}

// Blocks of letters that compatibility composition leaves alone.
bool is_stable(char32_t c) {
  return (c >= 0xC0 && c <= 0x131) || (c >= 0x400 && c <= 0x4FF) || (c >= 0x3041 && c <= 0x3096) ||
         (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0xAC00 && c <= 0xD7A3) ||
         (c >= 0x5D0 && c <= 0x5EA) || (c >= 0x621 && c <= 0x64A);
}

bool is_stable_text(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const text::CodePoint c = text::code_point_at(text, at);
    if (!c.valid || (c.value >= 0x80 && !is_stable(c.value)) || c.value == 0) {
      return false;
    }
    at += c.size;
  }
  return true;
}

// normalize_component: decoded, then encoded but for letters, digits and `kept`.
std::optional<std::string> normalized(std::string_view component, const KeptBytes& kept) {
  const std::string decoded = text::percent_decode(component);
  if (!is_stable_text(decoded) || (decoded != component && decoded.find('%') != npos)) {
    return std::nullopt;
  }
  return text::percent_encode(decoded, kept);
}

// Addressable's CharacterClasses (lib/addressable/uri.rb).
constexpr KeptBytes path_characters("-._~!$&'()*+,;=:@/");
constexpr KeptBytes fragment_characters("-._~!$&'()*+,;=:@/?");
constexpr KeptBytes uri_characters("-._~:/?#[]@!$&'()*+,;=");

// Path, query and fragment, normalised. nullopt: beyond what is surely the same.
std::optional<std::string> normalized_tail(const UriParts& parts) {
  const std::string_view path = parts.path;
  const bool blank = !path.empty() && (path.front() <= ' ' || path.back() <= ' ');
  // An encoded slash stays one, dots are resolved by rules of their own, a query has more exceptions.
  if (blank || path.find("%2f") != npos || path.find("%2F") != npos || path.find("/.") != npos ||
      path.starts_with('.') || path.find("//") != npos) {
    return std::nullopt;
  }
  auto result = normalized(path, path_characters);
  if (!result) {
    return std::nullopt;
  }
  if (parts.has_query && !parts.query.empty()) {
    const bool simple = std::all_of(parts.query.begin(), parts.query.end(), [](char c) {
      return is_ascii_alphanumeric(c) || std::string_view("-._~!$'()*,=:@/?&").find(c) != npos;
    });
    if (!simple) {
      return std::nullopt;
    }
    *result += '?';
    *result += parts.query;
  }
  if (parts.has_fragment && !parts.fragment.empty()) {
    const auto fragment = normalized(parts.fragment, fragment_characters);
    if (!fragment) {
      return std::nullopt;
    }
    *result += '#' + *fragment;
  }
  return result;
}

std::string with_leading_slash(std::string_view text) {
  return text.empty() || text.starts_with('/') ? std::string(text) : "/" + std::string(text);
}

}  // namespace

std::optional<std::string> relative_url(std::string_view input, std::string_view baseurl) {
  const Absolute absolute = is_absolute(input);
  if (absolute != Absolute::no) {
    return absolute == Absolute::yes ? std::optional(std::string(input)) : std::nullopt;
  }
  if (baseurl.ends_with('/')) {
    baseurl.remove_suffix(1);
  }
  const std::string joined = with_leading_slash(baseurl) + with_leading_slash(input);
  const UriParts parts = split_uri(joined);
  if (parts.has_authority || !parts.scheme.empty()) {
    return std::nullopt;
  }
  return normalized_tail(parts);
}

std::optional<std::string> absolute_url(std::string_view input, std::string_view url,
                                        std::string_view baseurl) {
  const Absolute absolute = is_absolute(input);
  if (absolute != Absolute::no) {
    return absolute == Absolute::yes ? std::optional(std::string(input)) : std::nullopt;
  }
  const auto relative = relative_url(input, baseurl);
  if (!relative || url.empty()) {
    return relative;
  }
  const std::string joined = std::string(url) + *relative;
  const UriParts parts = split_uri(joined);
  const bool plain_host =
      !parts.authority.empty() && std::all_of(parts.authority.begin(), parts.authority.end(), [](char c) {
        return text::is_ascii_lowercase(c) || text::is_digit(c) || c == '-' || c == '.';
      });
  if ((parts.scheme != "https" && parts.scheme != "http") || !plain_host) {
    return std::nullopt;
  }
  const auto tail = normalized_tail(parts);
  if (!tail) {
    return std::nullopt;
  }
  const std::string origin = std::string(parts.scheme) + "://" + std::string(parts.authority);
  return origin + (parts.path.empty() ? "/" + *tail : *tail);
}

const std::vector<Filter>& url_filters() {
  using V = Value;
  using A = Arguments;
  using U = Address;
  const auto given = [](std::optional<std::string> text) { return text ? V::text(std::move(*text)) : V(); };
  static const auto made = given;
  static const std::vector<Filter> filters = {
      {"relative_url", 0, 0,
       [](const V& v, const A&, const U& address) {
         const auto text = to_text(v);
         return v.is_nil() ? v : !address.known || !text ? V() : made(relative_url(*text, address.baseurl));
       }},
      {"absolute_url", 0, 0,
       [](const V& v, const A&, const U& address) {
         const auto text = to_text(v);
         return v.is_nil()                ? v
                : !address.known || !text ? V()
                                          : made(absolute_url(*text, address.url, address.baseurl));
       }},
      {"strip_index", 0, 0,
       [](const V& v, const A&, const U&) {
         const auto text = v.string();
         if (v.is_nil() || (text && text->empty())) {
           return V::nil();
         }
         if (!text) {
           return V();
         }
         for (const std::string_view end : {"/index.html", "/index.htm"}) {
           if (text->ends_with(end)) {
             return V::text(std::string(text->substr(0, text->size() - end.size() + 1)));
           }
         }
         return text->find('\n') == npos ? v : V();
       }},
      {"uri_escape", 0, 0,
       [](const V& v, const A&, const U&) {
         const auto text = v.string();
         return text && text->find('%') == npos ? made(normalized(*text, uri_characters)) : V();
       }},
  };
  return filters;
}

}  // namespace liquid
