// `fix`: mends files in place, or prints what would change.
#pragma once

#include "server/cli/arguments.h"

namespace cli {

// The program's exit status: 0 done, or nothing to do; 1 `--dry-run` would change something; 2 the site
// cannot be read or a file cannot be written.
[[nodiscard]] int run_fix(const FixArguments& arguments);

}  // namespace cli
