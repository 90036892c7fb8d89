// Small helpers for texts that people read: counts, shortened values, Markdown escapes, the nearest name.
// Know nothing of sites or documents.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace features {

// "1 post", "12 posts".
[[nodiscard]] std::string count_of(std::size_t count, std::string_view noun);

// "840 B", "12 KB", "3.4 MB": what a file manager shows.
[[nodiscard]] std::string bytes_text(std::uint64_t bytes);

// A file that browsers show as a picture, by its name.
[[nodiscard]] bool is_image(std::string_view path);

// Blanks and line ends folded to one blank, outer ones removed, at most `length` characters (then with "…").
[[nodiscard]] std::string shorten(std::string_view text, std::size_t length);

// Text for a Markdown message: characters with a meaning get a backslash, line ends become blanks.
[[nodiscard]] std::string escape_markdown(std::string_view text);

// In backquotes, with more of them where the text holds some. Line ends become blanks.
[[nodiscard]] std::string code(std::string_view text);

// The name that a writer most likely meant: at most a third of its letters differ (case does not count). ""
// if none is near. Costs names × lengths: for lists of layouts and the like, not for whole sites.
[[nodiscard]] std::string nearest_name(const std::vector<std::string>& names, std::string_view wrong);

}  // namespace features
