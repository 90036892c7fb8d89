// Paths with `/` between their parts: relative to a site ("_posts/2024-05-01-hello.md"), absolute, or of an
// address ("/docs/index.html"). UTF-8 bytes and no more: knows no disk, no links on it, no `\` and no drives.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace text {

// What follows the last slash: "c.md" of "a/b/c.md", "" of "a/b/" (where Ruby's File.basename is "b").
[[nodiscard]] constexpr std::string_view file_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}
// What stands before the file name, with its last slash: "a/b/" of "a/b/c.md", "/" of "/c.md", "" of "c.md".
[[nodiscard]] constexpr std::string_view folder_of(std::string_view path) {
  return path.substr(0, path.rfind('/') + 1);
}
// The folder above as a path of its own: "a/b" of "a/b/c.md", "/" of "/c.md"; "" of "c.md" and above the
// root.
[[nodiscard]] constexpr std::string_view parent_folder(std::string_view path) {
  if (path == "/") return {};
  const std::string_view folder = folder_of(path);
  return folder.size() > 1 ? folder.substr(0, folder.size() - 1) : folder;
}

// From the last dot of the file name on, as Ruby's File.extname: ".gz" of "a.tar.gz", "." of "a."; none has
// "dir.d/file", none a name whose dots all stand at its beginning, such as ".htaccess".
[[nodiscard]] constexpr std::string_view extension(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::size_t first = name.find_first_not_of('.');
  const std::size_t dot = name.rfind('.');
  return first != std::string_view::npos && dot != std::string_view::npos && dot > first ? name.substr(dot)
                                                                                         : std::string_view();
}
// "a/b.tar" of "a/b.tar.gz".
[[nodiscard]] constexpr std::string_view without_extension(std::string_view path) {
  return path.substr(0, path.size() - extension(path).size());
}
// The file name without it: "b.tar" of "a/b.tar.gz", ".htaccess" of ".htaccess".
[[nodiscard]] constexpr std::string_view stem(std::string_view path) {
  return without_extension(file_name(path));
}

// From the last dot of the file name on, even if that is the name's first: ".htaccess" is nothing but ending.
// So divides Jekyll's Document::DATELESS_FILENAME_MATCHER.
[[nodiscard]] constexpr std::string_view dot_ending(std::string_view path) {
  const std::string_view name = file_name(path);
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(dot);
}
[[nodiscard]] constexpr std::string_view without_dot_ending(std::string_view path) {
  return path.substr(0, path.size() - dot_ending(path).size());
}

// `name` in `folder`, which may be "" and may end in a slash.
[[nodiscard]] std::string join_path(std::string_view folder, std::string_view name);

// Is `path` the folder, or does it lie below? Whole names count: "a/bc" is not within "a/b". `folder` ends in
// no slash; of absolute paths all are within "/" (and within "", which is "/" without its slash), of relative
// ones none is within "".
[[nodiscard]] constexpr bool is_within(std::string_view path, std::string_view folder) {
  if (folder == "/") return path.starts_with('/');
  return path.starts_with(folder) && (path.size() == folder.size() || path[folder.size()] == '/');
}
// The same, but a folder is not below itself.
[[nodiscard]] constexpr bool is_below(std::string_view path, std::string_view folder) {
  return path.size() > folder.size() && is_within(path, folder);
}
// The path as seen from `folder`; as it is if it does not lie below, or if `folder` is "".
[[nodiscard]] constexpr std::string_view without_folder(std::string_view path, std::string_view folder) {
  return !folder.empty() && is_below(path, folder)
             ? path.substr(folder.size() + (folder.ends_with('/') ? 0 : 1))
             : path;
}

// What becomes of a `..` that leads above where the path begins.
enum class Above : std::uint8_t {
  refused,  // the result is ".." and nothing else
  kept,     // it stays at the front: "../a"
  ignored,  // nothing is above: for paths that begin at the root of a disk or of a web site
};
// The path with slashes squeezed, `.` and `..` resolved, and no slash at either end.
[[nodiscard]] std::string normalized_path(std::string_view path, Above above = Above::refused);

}  // namespace text
