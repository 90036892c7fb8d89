// What the user may set (`jekyll.*` in an editor), as far as features read it. docs/settings.md lists them.
#pragma once

#include <map>
#include <string>

namespace features {

struct Settings {
  // Severity by rule code: "off", "hint", "info", "warning", "error"; codes that are not named keep their
  // own.
  std::map<std::string, std::string, std::less<>> rules;
};

}  // namespace features
