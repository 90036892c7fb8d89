// Jekyll's text-to-name rules: slugify in its six modes, titles from file names, post names.
// Rules: jekyll/lib/jekyll/utils.rb (slugify, titleize_slug), document.rb (DATE_FILENAME_MATCHER).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace syntax {

// `mode` is "default" (also ""), "pretty", "raw", "ascii", "latin", "none" or any other word, as in Jekyll.
[[nodiscard]] std::string slugify(std::string_view text, std::string_view mode = {}, bool cased = false);

// "hello-world" -> "Hello World".
[[nodiscard]] std::string titleize_slug(std::string_view slug);

// A file name below `_posts`: `2024-02-23-name.md`. Views into the argument.
struct PostName {
  std::string_view date;       // "2024-02-23", also "24-2-3"
  std::string_view slug;       // may be empty
  std::string_view extension;  // with the dot
};

// Of a path only the file name counts. nullopt: Jekyll ignores such a file.
[[nodiscard]] std::optional<PostName> parse_post_name(std::string_view path);

}  // namespace syntax
