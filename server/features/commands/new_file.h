// What new posts and new drafts have in common: a title that can be used, a name that is free, the creation.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/features/commands.h"

namespace features::commands {

// "2024-02-23" of the moment, as it stands at the front of a post's name.
[[nodiscard]] std::string day_of(dates::LocalTime moment);

// `stem` + `extension`, or with -2, -3, … between them: the first path of the site that no file has, on the
// disk or in an editor.
[[nodiscard]] std::string free_path(const site::Site& site, const std::string& stem,
                                    std::string_view extension);

struct NewFileRequest {
  std::string title;
  std::optional<std::vector<std::string>> categories;
  bool draft = false;
};
[[nodiscard]] FileCommandResult new_file(const Context& context, const NewFileRequest& request);

}  // namespace features::commands
