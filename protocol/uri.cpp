#include "protocol/uri.h"

#include <algorithm>

#include "server/text/ascii.h"
#include "server/text/path.h"
#include "server/text/url.h"

namespace protocol {

namespace {

using text::ascii_lower;
using text::is_ascii_letter;

std::string encoded(std::string_view path) {
  return text::percent_encode(path, text::plain_path_bytes);
}

// True for `c:` alone or followed by a slash.
bool begins_with_drive(std::string_view path) {
  return path.size() >= 2 && is_ascii_letter(path[0]) && path[1] == ':' &&
         (path.size() == 2 || path[2] == '/');
}

// An absolute path without dot segments and without repeated and trailing slashes (RFC 3986, section 5.2.4).
std::string without_detours(std::string_view path) {
  return "/" + text::normalized_path(path, text::Above::ignored);
}

// `path` begins with a slash and has only slashes; the result is the system's spelling.
std::string finish_windows_path(std::string_view host, std::string_view path) {
  if (!host.empty()) return "//" + std::string(host) + without_detours(path);
  if (!begins_with_drive(path.substr(1))) return without_detours(path);
  return std::string{text::ascii_upper(path[1]), ':'} + without_detours(path.substr(3));
}

}  // namespace

bool is_file_uri(std::string_view uri) {
  return text::equals_ignoring_ascii_case(text::split_uri(uri).scheme, "file");
}

std::optional<std::string> uri_to_path(std::string_view uri, PathStyle style) {
  if (!is_file_uri(uri)) return std::nullopt;
  const text::UriParts parts = text::split_uri(uri);
  std::string host = ascii_lower(text::percent_decode(parts.authority));
  if (host == "localhost") host.clear();
  std::string path = text::percent_decode(parts.path);
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
      out += encoded(ascii_lower(std::string_view(spelled).substr(0, slash)));
      spelled.erase(0, slash);
    } else if (begins_with_drive(spelled)) {
      spelled = std::string{'/', ascii_lower(spelled[0])} + spelled.substr(1);
    }
  }
  out += encoded(without_detours(spelled));
  return out;
}

std::string canonical_uri(std::string_view uri, PathStyle style) {
  if (const std::optional<std::string> path = uri_to_path(uri, style)) return path_to_uri(*path, style);
  const std::string_view scheme = text::split_uri(uri).scheme;
  if (!text::is_uri_scheme(scheme)) return std::string(uri);
  return ascii_lower(scheme) + std::string(uri.substr(scheme.size()));
}

bool same_uri(std::string_view left, std::string_view right, PathStyle style) {
  return canonical_uri(left, style) == canonical_uri(right, style);
}

}  // namespace protocol
