// `new` and `publish`: the commands that write. Each makes one file that does not exist yet and prints its
// path on standard output, ready for an editor: `vi "$(jekyll-ls new Title)"`.
#pragma once

#include "server/cli/arguments.h"

namespace cli {

// Both give the program's exit status: 0, or 2 after one line on standard error.
[[nodiscard]] int run_new(const NewArguments& arguments);
[[nodiscard]] int run_publish(const PublishArguments& arguments);

}  // namespace cli
