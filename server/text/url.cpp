#include "server/text/url.h"

#include <algorithm>

#include "server/text/ascii.h"
#include "server/text/path.h"

namespace text {
namespace {

using text::hex_value;

std::string cleaned(std::string_view url) {
  const auto blank = [](char c) { return static_cast<unsigned char>(c) <= ' '; };
  while (!url.empty() && blank(url.front())) url.remove_prefix(1);
  while (!url.empty() && blank(url.back())) url.remove_suffix(1);
  std::string result;
  for (const char c : url) {
    if (c != '\n' && c != '\r' && c != '\t') result += c;
  }
  return result;
}

std::size_t scheme_size(std::string_view url) {
  if (url.empty() || !text::is_ascii_letter(url[0])) return 0;
  for (std::size_t i = 1; i < url.size(); ++i) {
    const char c = url[i];
    if (c == ':') return i;
    if (!text::is_ascii_alphanumeric(c) && c != '+' && c != '-' && c != '.') return 0;
  }
  return 0;
}

}  // namespace

UrlParts split_url(std::string_view url) {
  UrlParts parts;
  const std::string text = cleaned(url);
  std::string_view rest = text;
  if (const std::size_t hash = rest.find('#'); hash != std::string_view::npos) {
    parts.has_fragment = true;
    parts.fragment = rest.substr(hash + 1);
    rest = rest.substr(0, hash);
  }
  rest = rest.substr(0, rest.find('?'));
  if (const std::size_t size = scheme_size(rest); size > 0) {
    parts.has_scheme = true;
    parts.scheme = text::ascii_lower(rest.substr(0, size));
    rest.remove_prefix(size + 1);
  }
  if (rest.starts_with("//")) {
    rest.remove_prefix(2);
    const std::size_t end = std::min(rest.find('/'), rest.size());
    parts.has_authority = true;
    parts.authority = text::ascii_lower(rest.substr(0, end));
    for (const std::string_view port : {":80", ":443"}) {
      if (parts.authority.ends_with(port)) parts.authority.resize(parts.authority.size() - port.size());
    }
    rest.remove_prefix(end);
  }
  parts.path = rest;
  return parts;
}

std::string resolve_path(std::string_view base, std::string_view reference) {
  std::string joined;
  if (!reference.starts_with('/')) joined = folder_of(base);
  joined += reference;
  std::string result;
  std::string_view rest = joined;
  while (!rest.empty()) {
    rest.remove_prefix(1);  // the slash
    const std::size_t end = std::min(rest.find('/'), rest.size());
    const std::string_view segment = rest.substr(0, end);
    const bool last = end == rest.size();
    rest.remove_prefix(end);
    if (segment == "..") result.resize(std::min(result.rfind('/'), result.size()));
    if (segment == ".." || segment == ".") {
      if (last) result += '/';
    } else {
      result += '/';
      result += segment;
    }
  }
  return result.empty() ? "/" : result;
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

}  // namespace text
