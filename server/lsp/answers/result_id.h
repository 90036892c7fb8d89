// What stands for a list of diagnostics between two pulls (LSP 3.17, "Pull Diagnostics").
#pragma once

#include <string>
#include <vector>

#include "protocol/types/diagnostics.h"

namespace lsp {

// Equal for equal diagnostics, whatever made them: what pulling clients send back as previousResultId.
[[nodiscard]] std::string result_id(const std::vector<protocol::types::Diagnostic>& diagnostics);

}  // namespace lsp
