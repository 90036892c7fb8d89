// What the user may set (`jekyll.*` in an editor), as far as features read it. docs/settings.md lists them.
#pragma once

#include <map>
#include <string>

namespace features {

struct Preferences {
  // Severity by rule code: "off", "hint", "info", "warning", "error"; codes that are not named keep their
  // own.
  std::map<std::string, std::string, std::less<>> rules;
  bool diagnostics = true;  // without them there are no quick fixes either
  bool outline = true;
  bool inlay_hints = true;
  bool code_lens = true;

  friend bool operator==(const Preferences&, const Preferences&) = default;
};

}  // namespace features
