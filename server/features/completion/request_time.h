// Completion that knows when it is asked: a site may have been read hours ago, and `date:` offers this
// moment.
#pragma once

#include <cstdint>
#include <optional>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features::completion {

// As features::complete; `clock` is in seconds since 1970.
[[nodiscard]] CompletionList completion_at(const Cursor& cursor, std::optional<std::int64_t> clock);

}  // namespace features::completion
