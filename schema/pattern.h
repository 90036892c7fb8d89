// The one door to regular expressions from schemas: patterns of ECMA 262 on code points, in linear time,
// look-ahead and look-behind included. How they are read stands in pattern/parse.h.
#pragma once

#include <memory>
#include <optional>
#include <string_view>

namespace schema {

namespace pattern {
struct Program;
}

// A compiled pattern. Copies share it; safe to use from several threads.
class Pattern {
 public:
  // `text` is UTF-8. nullopt: it is invalid, longer than 2,000 bytes, repeats so much that it would be slow,
  // or uses what the matcher does not know (back-references, `\p{…}`).
  [[nodiscard]] static std::optional<Pattern> compile(std::string_view text);

  // Does it match anywhere in `text` (UTF-8)? A byte that is no part of a character counts as U+FFFD. A text
  // longer than 20,000 bytes counts as matching, and so does one that would take too long: better silent than
  // slow.
  [[nodiscard]] bool matches(std::string_view text) const;

 private:
  explicit Pattern(std::shared_ptr<const pattern::Program> program);
  std::shared_ptr<const pattern::Program> program_;
};

}  // namespace schema
