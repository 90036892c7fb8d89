// The JSON files of this folder as part of the program. Made by cmake/embed.cmake.
#pragma once

#include <string_view>

namespace schema {

// The text of a file by its path below this folder ("front_matter.schema.json"); "" if it is not embedded.
[[nodiscard]] std::string_view embedded_file(std::string_view name);

}  // namespace schema
