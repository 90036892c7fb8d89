#include "protocol/uri.h"

#include <algorithm>
#include <vector>

namespace protocol {

namespace {

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
char to_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), to_lower);
  return out;
}

// The length of the scheme, or 0. RFC 3986, section 3.1.
std::size_t scheme_length(std::string_view uri) {
  if (uri.empty() || !is_letter(uri.front())) return 0;
  const auto end = std::find_if_not(uri.begin(), uri.end(), [](char c) {
    return is_letter(c) || is_digit(c) || c == '+' || c == '-' || c == '.';
  });
  return end != uri.end() && *end == ':' ? static_cast<std::size_t>(end - uri.begin()) : 0;
}

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  const char lower = to_lower(c);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string percent_decode(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const int high = text[i] == '%' && i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
    if (low >= 0) {
      out += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

void percent_encode(std::string_view path, std::string& out) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  for (const char c : path) {
    if (is_letter(c) || is_digit(c) || c == '-' || c == '.' || c == '_' || c == '~' || c == '/') {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += digits[byte >> 4U];
      out += digits[byte & 15U];
    }
  }
}

// True for `c:` alone or followed by a slash.
bool begins_with_drive(std::string_view path) {
  return path.size() >= 2 && is_letter(path[0]) && path[1] == ':' && (path.size() == 2 || path[2] == '/');
}

// Dot segments, repeated and trailing slashes out of an absolute path (RFC 3986, section 5.2.4).
std::string without_detours(std::string_view path) {
  std::vector<std::string_view> segments;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    const std::string_view segment = path.substr(0, slash);
    path.remove_prefix(std::min(slash + 1, path.size()));
    if (segment == "..") {
      if (!segments.empty()) segments.pop_back();
    } else if (!segment.empty() && segment != ".") {
      segments.push_back(segment);
    }
  }
  std::string out;
  for (const std::string_view segment : segments) {
    out += '/';
    out += segment;
  }
  return out.empty() ? "/" : out;
}

// `path` begins with a slash and has only slashes; the result is the system's spelling.
std::string finish_windows_path(std::string_view host, std::string_view path) {
  if (!host.empty()) return "//" + std::string(host) + without_detours(path);
  if (!begins_with_drive(path.substr(1))) return without_detours(path);
  return std::string{to_upper(path[1]), ':'} + without_detours(path.substr(3));
}

}  // namespace

bool is_file_uri(std::string_view uri) {
  return scheme_length(uri) == 4 && lowered(uri.substr(0, 4)) == "file";
}

std::optional<std::string> uri_to_path(std::string_view uri, PathStyle style) {
  if (!is_file_uri(uri)) return std::nullopt;
  uri.remove_prefix(5);
  uri = uri.substr(0, uri.find_first_of("?#"));

  std::string host;
  if (uri.starts_with("//")) {
    uri.remove_prefix(2);
    const std::size_t slash = std::min(uri.find('/'), uri.size());
    host = lowered(percent_decode(uri.substr(0, slash)));
    uri.remove_prefix(slash);
    if (host == "localhost") host.clear();
  }
  std::string path = percent_decode(uri);
  if (path.find('\0') != std::string::npos || host.find('\0') != std::string::npos) return std::nullopt;
  if (style == PathStyle::windows) {
    std::replace(path.begin(), path.end(), '\\', '/');
    if (begins_with_drive(host)) {  // file://c:/a, two slashes where three belong
      path = "/" + host + path;
      host.clear();
    }
    if (path.starts_with("//") && host.empty()) {  // file:////server/share, the host in the path
      const std::size_t begin = std::min(path.find_first_not_of('/'), path.size());
      const std::size_t slash = std::min(path.find('/', begin), path.size());
      host = path.substr(begin, slash - begin);
      path.erase(0, slash);
      if (host.empty()) return std::nullopt;
    }
    if (!host.empty() && path.empty()) path = "/";
  }
  if (!path.starts_with('/')) return std::nullopt;
  if (style == PathStyle::windows) return finish_windows_path(host, path);
  if (!host.empty()) return std::nullopt;  // another machine's file
  return without_detours(path);
}

std::string path_to_uri(std::string_view path, PathStyle style) {
  std::string spelled(path);
  std::string out = "file://";
  if (style == PathStyle::windows) {
    std::replace(spelled.begin(), spelled.end(), '\\', '/');
    if (spelled.starts_with("//")) {  // //server/share/a
      spelled.erase(0, spelled.find_first_not_of('/'));
      const std::size_t slash = std::min(spelled.find('/'), spelled.size());
      percent_encode(lowered(std::string_view(spelled).substr(0, slash)), out);
      spelled.erase(0, slash);
    } else if (begins_with_drive(spelled)) {
      spelled = std::string{'/', to_lower(spelled[0])} + spelled.substr(1);
    }
  }
  percent_encode(without_detours(spelled), out);
  return out;
}

std::string canonical_uri(std::string_view uri, PathStyle style) {
  if (const std::optional<std::string> path = uri_to_path(uri, style)) return path_to_uri(*path, style);
  const std::size_t scheme = scheme_length(uri);
  return lowered(uri.substr(0, scheme)) + std::string(uri.substr(scheme));
}

bool same_uri(std::string_view left, std::string_view right, PathStyle style) {
  return canonical_uri(left, style) == canonical_uri(right, style);
}

}  // namespace protocol
