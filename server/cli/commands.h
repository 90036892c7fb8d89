// `check` and `inspect`: from arguments to printed output. Messages for the user go to standard error.
#pragma once

#include "server/cli/arguments.h"

namespace cli {

// Both give the program's exit status (docs: README, "Exit status").
[[nodiscard]] int run_check(const CheckArguments& arguments);
[[nodiscard]] int run_inspect(const InspectArguments& arguments);

}  // namespace cli
