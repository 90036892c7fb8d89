// The law of fixes: each one, applied, removes its problem and brings no other.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "tests/features/check.h"

namespace features {

using Files = std::map<std::string, std::string>;  // texts by path

// What an editor does with an edit that its user has accepted.
void apply(Files& files, const SiteEdit& edit);

// A site of these files, at the time of every fixture; the drawn files are all of them.
[[nodiscard]] support::Fixture fixture_with(const Files& files);

// A file in which problems are looked for.
[[nodiscard]] bool is_text(std::string_view path);

[[nodiscard]] std::shared_ptr<const Preferences> with_rules(const RuleSettings& severities);

// The law for one fix of one problem of the site; `solved` is the number of problems that it mends.
void check_law(const support::Fixture& fixture, const Problem& problem, const Fix& fix,
               const RuleSettings& severities = {}, int solved = 1);

}  // namespace features
