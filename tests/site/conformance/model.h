// Our snapshot against what jekyll_model.rb says of the same folder.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "server/site/site.h"

namespace conformance {

// The time that both sides take for the time of the build.
inline constexpr const char* now_text = "2026-11-23T00:00:00+00:00";

[[nodiscard]] site::SitePtr load(const std::string& folder);

// The installed Jekyll's model of each folder, in one Ruby process.
[[nodiscard]] std::vector<nlohmann::json> jekyll_models(const std::vector<std::string>& folders);

// One line for each difference: documents, addresses, outputs, dates, terms, titles, layouts, publication,
// static files, files that share an output. Empty where Jekyll's build aborts: there is nothing to agree on
// then.
[[nodiscard]] std::vector<std::string> differences(const nlohmann::json& theirs, const site::Site& ours);

}  // namespace conformance
