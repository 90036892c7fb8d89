// What the user may set in the editor, section `jekyll` (docs/settings.md lists it,
// schema/settings.schema.json describes it). Reading never fails: a value of the wrong type is left at its
// default and reported.
#pragma once

#include <chrono>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "server/features/preferences.h"

namespace lsp {

struct Settings {
  std::shared_ptr<const features::Preferences> features = std::make_shared<const features::Preferences>();
  std::chrono::milliseconds diagnostics_delay{150};  // jekyll.diagnostics.delay, in pushed diagnostics

  friend bool operator==(const Settings& left, const Settings& right) {
    return *left.features == *right.features && left.diagnostics_delay == right.diagnostics_delay;
  }
};

struct ReadSettings {
  Settings settings;
  std::vector<std::string> problems;  // one sentence each, naming the setting
};

// `section` is the value of `jekyll`; null means that nothing is set. Unknown members are no problem: a newer
// editor extension may send what an older server does not know.
[[nodiscard]] ReadSettings read_settings(const nlohmann::json& section);

// The section inside what clients send: initializationOptions and didChangeConfiguration come both as
// `{"jekyll": {…}}` and as the section itself. Null if there is none.
[[nodiscard]] nlohmann::json settings_section(const nlohmann::json& sent);

}  // namespace lsp
