// Reading the sites of tests/sites/traps: what is wrong in them, as lines of text.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "server/features/results.h"
#include "server/site/site.h"

namespace features {

[[nodiscard]] const std::filesystem::path& traps();

// The folders in a folder, sorted.
[[nodiscard]] std::vector<std::filesystem::path> folders_of(const std::filesystem::path& folder);

// "path: code" for every problem, or those of one severity; sorted.
[[nodiscard]] std::vector<std::string> problems_of(const site::Site& site,
                                                   const std::filesystem::path& folder,
                                                   std::optional<Severity> severity = std::nullopt);

// One to a line, so that a failure shows what changed.
[[nodiscard]] std::string joined(const std::vector<std::string>& lines);

// Without empty ones and comments.
[[nodiscard]] std::vector<std::string> lines_of(const std::filesystem::path& path);

}  // namespace features
