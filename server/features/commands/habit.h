// How a site's newest posts are written: where they lie, which front matter they have and in which form.
// Reads the front matter of a few files; decides nothing about a new one (that is front_matter.h).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/features/commands.h"

namespace features::commands {

struct KeyHabit {
  enum class Form : std::uint8_t { plain, single_quoted, double_quoted, words, flow_list, block_list, other };

  std::string name;
  bool blank_before = false;  // an empty line stands above it
  // What follows the colon in more than half of the posts, with its leading blank or line end, `\n` for every
  // line end; "" if they differ.
  std::string usual;
  std::string newest;  // the same of the newest post
  Form form = Form::plain;
  bool text = false;  // some value is a string
  bool time = false;  // the newest is a date or a time
};

struct PostHabit {
  std::string folder;  // from the site's source, `_posts` included; years and months are those of `now`
  std::string extension = ".md";
  std::string line_end = "\n";
  std::size_t posts = 0;         // how many it was learnt from
  std::vector<KeyHabit> keys;    // those that more than half of them have, in their usual order
  std::string permalink_folder;  // of more than half of the written permalinks: "/notes/"; "" if they differ
  std::string permalink_end;     // what follows the last word of the newest: "/", ".html", ""
};

[[nodiscard]] PostHabit read_habit(const Context& context);

}  // namespace features::commands
