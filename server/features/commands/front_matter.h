// The text of a new post by the site's habit, and times as the site writes them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/dates/time_zone.h"
#include "server/features/commands/habit.h"

namespace features::commands {

// `now` in the form of `sample`, a front matter value as written, quotes included ("2024-02-23",
// "2024-02-23 10:00:00 +0900"). A time of day without offset means UTC to YAML, so that it gets one unless it
// is quoted. Unknown forms give the longest.
[[nodiscard]] std::string time_like(std::string_view sample, dates::LocalTime now);

struct NewFile {
  std::string path;  // relative to the source
  std::string slug;
  std::string title;
  std::optional<std::vector<std::string>> categories;
  bool draft = false;
};

// Front matter and an empty line, ready to write on.
[[nodiscard]] std::string new_text(const Context& context, const PostHabit& habit, const NewFile& file);

}  // namespace features::commands
