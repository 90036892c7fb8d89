#include "server/text/url.h"

#include <algorithm>

#include "server/text/ascii.h"
#include "server/text/path.h"

namespace text {
namespace {

std::string cleaned(std::string_view url) {
  const auto blank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  std::string result;
  for (const char c : trim(url, blank)) {
    if (c != '\n' && c != '\r' && c != '\t') result += c;
  }
  return result;
}

}  // namespace

UriParts split_uri(std::string_view uri) {
  UriParts parts;
  const std::size_t colon = uri.find_first_of(":/?#");
  if (colon != std::string_view::npos && colon > 0 && uri[colon] == ':') {
    parts.scheme = uri.substr(0, colon);
    uri.remove_prefix(colon + 1);
  }
  if (const std::size_t hash = uri.find('#'); hash != std::string_view::npos) {
    parts.has_fragment = true;
    parts.fragment = uri.substr(hash + 1);
    uri = uri.substr(0, hash);
  }
  if (const std::size_t mark = uri.find('?'); mark != std::string_view::npos) {
    parts.has_query = true;
    parts.query = uri.substr(mark + 1);
    uri = uri.substr(0, mark);
  }
  if (uri.starts_with("//")) {
    const std::size_t slash = std::min(uri.find('/', 2), uri.size());
    parts.has_authority = true;
    parts.authority = uri.substr(2, slash - 2);
    uri.remove_prefix(slash);
  }
  parts.path = uri;
  return parts;
}

bool is_uri_scheme(std::string_view text) {
  return !text.empty() && is_ascii_letter(text.front()) && holds_only(text, [](char c) {
    return is_ascii_alphanumeric(c) || c == '+' || c == '-' || c == '.';
  });
}

UrlParts split_url(std::string_view url) {
  const std::string text = cleaned(url);
  const UriParts uri = split_uri(text);
  UrlParts parts;
  parts.has_fragment = uri.has_fragment;
  parts.fragment = uri.fragment;
  if (!uri.scheme.empty() && !is_uri_scheme(uri.scheme)) {
    parts.path = text.substr(0, text.find_first_of("?#"));
    return parts;
  }
  parts.has_scheme = !uri.scheme.empty();
  parts.scheme = ascii_lower(uri.scheme);
  parts.has_authority = uri.has_authority;
  parts.authority = ascii_lower(uri.authority);
  for (const std::string_view port : {":80", ":443"}) {
    if (parts.authority.ends_with(port)) parts.authority.resize(parts.authority.size() - port.size());
  }
  parts.path = uri.path;
  return parts;
}

std::string remove_dot_segments(std::string_view path) {
  if (path.empty()) return {};
  const bool absolute = path.starts_with('/');
  if (absolute) path.remove_prefix(1);
  std::string result;  // each segment behind its slash
  for (bool last = false; !last;) {
    const std::size_t end = std::min(path.find('/'), path.size());
    const std::string_view segment = path.substr(0, end);
    last = end == path.size();
    path.remove_prefix(last ? end : end + 1);
    if (segment == "..") result.resize(std::min(result.rfind('/'), result.size()));
    if (segment != ".." && segment != ".") {
      result += '/';
      result += segment;
    } else if (last) {
      result += '/';
    }
  }
  return absolute ? result : result.substr(1);
}

std::string resolve_path(std::string_view base, std::string_view reference) {
  std::string joined;
  if (!reference.starts_with('/')) joined = folder_of(base);
  joined += reference;
  return joined.empty() ? "/" : remove_dot_segments(joined);
}

std::string percent_decode(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low >= 0) {
      result += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

std::string percent_encode(std::string_view text, const KeptBytes& kept) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string result;
  result.reserve(text.size());
  for (const char c : text) {
    if (kept.has(c)) {
      result += c;
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    result += '%';
    result += digits[byte >> 4U];
    result += digits[byte & 15U];
  }
  return result;
}

}  // namespace text
