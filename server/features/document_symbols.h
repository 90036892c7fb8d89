// Feature: outline.
// Front matter first (title, tags, …), then headings nested by their levels, each with its section.
#pragma once

#include <vector>

#include "server/features/context.h"
#include "server/features/results.h"

namespace features {

[[nodiscard]] std::vector<Symbol> document_symbols(const Context& context);

}  // namespace features
