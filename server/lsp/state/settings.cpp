#include "server/lsp/state/settings.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string_view>

#include "server/features/diagnostics/rule_table.h"

namespace lsp {
namespace {

using nlohmann::json;

constexpr std::int64_t longest_delay = 10'000;
constexpr std::array<std::string_view, 5> groups = {"diagnostics", "rules", "outline", "inlayHints",
                                                    "codeLens"};
constexpr std::array<std::string_view, 5> severities = {"off", "hint", "info", "warning", "error"};

// The member, or nullptr if it is absent or null. A section of the wrong type has no members.
const json* member(const json& object, std::string_view name) {
  if (!object.is_object()) return nullptr;
  const auto found = object.find(name);
  return found == object.end() || found->is_null() ? nullptr : &*found;
}

// The object behind a group of settings; nullptr if there is none.
const json* group(const json& section, const std::string& name, ReadSettings& result) {
  const json* found = member(section, name);
  if (found == nullptr || found->is_object()) return found;
  result.problems.push_back("jekyll." + name + " must be an object.");
  return nullptr;
}

// `jekyll.NAME.enable`.
void read_switch(const json& section, const std::string& name, bool& target, ReadSettings& result) {
  const json* settings = group(section, name, result);
  const json* enable = settings != nullptr ? member(*settings, "enable") : nullptr;
  if (enable == nullptr) return;
  if (enable->is_boolean()) {
    target = enable->get<bool>();
  } else {
    result.problems.push_back("jekyll." + name + ".enable must be true or false.");
  }
}

void read_delay(const json& section, ReadSettings& result) {
  const json* diagnostics = member(section, "diagnostics");
  if (diagnostics == nullptr || !diagnostics->is_object()) return;
  if (const json* delay = member(*diagnostics, "delay")) {
    // is_number_integer is false for 1e99 and the like, so get() cannot be out of range by more than its
    // sign.
    const bool valid = delay->is_number_integer() && *delay >= 0 && *delay <= longest_delay;
    if (valid) {
      result.settings.diagnostics_delay = std::chrono::milliseconds(delay->get<std::int64_t>());
    } else {
      result.problems.emplace_back(
          "jekyll.diagnostics.delay must be a whole number of milliseconds from 0 to 10000.");
    }
  }
}

void read_rules(const json& section, features::Preferences& read, ReadSettings& result) {
  const json* rules = member(section, "rules");
  if (rules == nullptr) return;
  if (!rules->is_object()) {
    result.problems.emplace_back("jekyll.rules must be an object of rule codes.");
    return;
  }
  for (const auto& [code, severity] : rules->items()) {
    if (severity.is_null()) continue;
    const bool valid =
        severity.is_string() && std::find(severities.begin(), severities.end(),
                                          severity.get_ref<const std::string&>()) != severities.end();
    if (!valid) {
      result.problems.push_back("jekyll.rules." + code +
                                R"( must be "off", "hint", "info", "warning" or "error".)");
      continue;
    }
    if (!features::find_rule(code))
      result.problems.push_back("jekyll.rules names the unknown rule " + code + ".");
    read.rules.emplace(code, severity.get<std::string>());
  }
}

}  // namespace

ReadSettings read_settings(const json& section) {
  ReadSettings result;
  if (section.is_null() || (section.is_array() && section.empty())) return result;  // Lua's empty table
  if (!section.is_object()) {
    result.problems.emplace_back("The settings section jekyll must be an object.");
    return result;
  }
  features::Preferences read;
  read_switch(section, "diagnostics", read.diagnostics, result);
  read_switch(section, "outline", read.outline, result);
  read_switch(section, "inlayHints", read.inlay_hints, result);
  read_switch(section, "codeLens", read.code_lens, result);
  read_delay(section, result);
  read_rules(section, read, result);
  result.settings.features = std::make_shared<const features::Preferences>(std::move(read));
  return result;
}

json settings_section(const json& sent) {
  if (!sent.is_object()) return nullptr;
  const auto section = sent.find("jekyll");
  if (section != sent.end()) return *section;
  const bool known =
      std::any_of(groups.begin(), groups.end(), [&](std::string_view name) { return sent.contains(name); });
  return known ? sent : json();
}

}  // namespace lsp
