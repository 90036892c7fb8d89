#include "server/features/diagnostics/rule_table.h"

#include <algorithm>
#include <array>
#include <bit>

namespace features {

std::span<const Rule> all_rules() {
  static const auto all = std::bit_cast<std::array<Rule, sizeof(RuleTable) / sizeof(Rule)>>(rules);
  return all;
}

const Rule* find_rule(std::string_view code) {
  const std::span<const Rule> all = all_rules();
  const auto found =
      std::find_if(all.begin(), all.end(), [&](const Rule& rule) { return rule.code.text() == code; });
  return found == all.end() ? nullptr : &*found;
}

}  // namespace features
