// YAML that the program writes: values in new files, fixes and completions. It reads back as the same value
// of the same type, by libyaml and under SafeYAML's rules: `no`, `12:30` and `2024-01-01` stand in quotes
// where texts are meant. Letters of all languages stay as they are. The only file pair that knows yaml-cpp,
// whose Emitter lays out and quotes; which texts need quotes it cannot tell, since it knows other types than
// SafeYAML. Reads nothing.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/syntax/value.h"

namespace syntax::yaml {

enum class Quotes : std::uint8_t {
  where_needed,   // none where the text reads back without; else as `always`
  always,         // double ones, but single ones around quotes and backslashes
  single_quoted,  // double ones where single ones cannot hold the text: line ends, control characters
  double_quoted,
};

// The quotes that a scalar is written in. `source`: with its quotes, as in the file.
[[nodiscard]] Quotes quotes_of(std::string_view source);

struct WriteStyle {
  bool flow = false;  // inside `[…]` or `{…}`, where commas and brackets end a value
  Quotes quotes = Quotes::where_needed;
};

// A text in one line: a value, an item, or a key (of at most 1,024 characters, as YAML has it). Bytes that
// are no UTF-8 stay as they are, and YAML refuses them as before.
[[nodiscard]] std::string write_text(std::string_view text, WriteStyle style = {});

// The same for a place where `quote` (`'` or `"`) is open already: neither it nor the closing one is written.
// nullopt if single quotes cannot hold the text.
[[nodiscard]] std::optional<std::string> write_inside_quotes(std::string_view text, char quote);

// A value in one line, collections in brackets: `[a, {b: 1}]`.
[[nodiscard]] std::string write_value(const Value& value, WriteStyle style = {});

// Texts as a list in one line: `[a, "b, c"]`.
[[nodiscard]] std::string write_list(const std::vector<std::string>& texts);

enum class Booleans : std::uint8_t { true_false, on_off };

// `key: value`, one line for each member and item, indented by two blanks a level; no line end behind the
// last one. Written as lines of their own: not inside brackets.
[[nodiscard]] std::string write_lines(const Mapping& members, Booleans booleans = Booleans::true_false);

}  // namespace syntax::yaml
