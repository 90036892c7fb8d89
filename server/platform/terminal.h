// Terminals: is a stream one, and how wide is it? What to do about it is the caller's to know.
#pragma once

#include <cstddef>
#include <optional>

#include "server/platform/streams.h"

namespace platform {

[[nodiscard]] bool is_terminal(StandardStream stream);

// Its columns; nullopt for what is no terminal, and for one that does not say.
[[nodiscard]] std::optional<std::size_t> terminal_width(StandardStream stream);

}  // namespace platform
