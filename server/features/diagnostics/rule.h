// What a problem is called and how much it matters. The rules themselves stand in rule_table.h.
#pragma once

#include <array>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace features {

enum class Severity : std::uint8_t { error = 1, warning, info, hint };  // numbers as in LSP

// "error", as the rules' documentation and every report write it.
[[nodiscard]] constexpr std::string_view severity_name(Severity severity) {
  constexpr std::array<std::string_view, 4> names = {"error", "warning", "info", "hint"};
  return names[static_cast<std::size_t>(severity) - 1];
}

// The name of a rule, "broken-link", stable for ever: settings, comments that silence and reports use it.
// Only the table makes codes, so a word that is misspelt in a check does not compile.
class RuleCode {
 public:
  constexpr RuleCode() = default;  // of no rule
  [[nodiscard]] constexpr std::string_view text() const { return text_; }

  friend constexpr auto operator<=>(RuleCode, RuleCode) = default;

 private:
  friend struct RuleTable;
  constexpr RuleCode(const char* text) : text_(text) {}

  std::string_view text_;
};

struct Rule {
  RuleCode code;
  Severity severity;  // unless somebody's settings say otherwise
  bool off = false;   // reports nothing unless the site's `.jekyll-ls.yml` gives it something to go by

  friend constexpr bool operator==(const Rule&, const Rule&) = default;
};

}  // namespace features
