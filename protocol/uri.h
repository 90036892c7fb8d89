// file: URIs and file system paths, in both systems' spellings (RFC 3986, RFC 8089; LSP 3.17, "URI").
// Purely textual: it never looks at the disk, resolves no symbolic links, knows no workspace.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace protocol {

// How paths are written. The system is a parameter so that both are tested everywhere.
enum class PathStyle { posix, windows };
#ifdef _WIN32
inline constexpr PathStyle native_paths = PathStyle::windows;
#else
inline constexpr PathStyle native_paths = PathStyle::posix;
#endif

// The path (UTF-8) that a file URI names, percent-decoded, with `/` as separator in both styles. Nothing for
// other schemes (untitled:, git:, vscode-notebook-cell:), for a relative or empty path, and for a path with a
// NUL. Accepted: file:///a/b, file://localhost/a/b, file:/a/b; in windows style also file:///c%3A/a (VS
// Code's spelling), file:///C:/a (the drive letter comes out in upper case) and file://server/share/a as
// //server/share/a. Query and fragment are cut off. A broken escape such as %zz stands for itself.
[[nodiscard]] std::optional<std::string> uri_to_path(std::string_view uri, PathStyle style = native_paths);

// The file URI of an absolute path (UTF-8; windows style also takes backslashes). Everything outside RFC
// 3986's unreserved characters and `/` is escaped with upper-case digits, a drive as /c%3A: the spelling VS
// Code uses, which the other clients decode. A relative path is taken from the root.
[[nodiscard]] std::string path_to_uri(std::string_view path, PathStyle style = native_paths);

// True for the file scheme in any case. `untitled:Untitled-1` is a document, but no file.
[[nodiscard]] bool is_file_uri(std::string_view uri);

// One spelling per resource, for use as a map key: file URIs as path_to_uri writes them; others with a
// lower-case scheme and otherwise as they came, since only their owner knows what is equal.
[[nodiscard]] std::string canonical_uri(std::string_view uri, PathStyle style = native_paths);

// True when both spell the same resource.
[[nodiscard]] bool same_uri(std::string_view left, std::string_view right, PathStyle style = native_paths);

}  // namespace protocol
