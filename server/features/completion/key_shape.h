// What stands behind a key that is completed: nothing yet, brackets, a line with a dash, an indented line.
#pragma once

#include <string>
#include <string_view>

#include "schema/key.h"
#include "server/features/knowledge/key_usage.h"

namespace features::completion {

struct KeyPlace {
  bool indented = false;    // some editors indent the further lines of a text again: there are none then
  std::string indentation;  // of further lines; for editors that insert them as they are
  bool flow = false;        // inside braces, where all stays in the line
  std::string_view line_end = "\n";
  bool block_lists = false;  // this site writes lists with dashes
};

struct KeyEdit {
  std::string text;  // LSP snippet syntax if `snippet`
  bool snippet = false;
};

// `name` is ready YAML. `key` is nullptr where no schema knows it; `used`: how the site writes this very key.
[[nodiscard]] KeyEdit key_edit(const std::string& name, const schema::Key* key, const UsedForms& used,
                               const KeyPlace& place);

// Text inside an LSP snippet.
[[nodiscard]] std::string escape_snippet(std::string_view text);

}  // namespace features::completion
