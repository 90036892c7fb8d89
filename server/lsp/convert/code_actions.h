// Code actions (LSP 3.17, "Code Action Request"), and what they are for clients that know only commands.
#pragma once

#include <string_view>
#include <vector>

#include "protocol/types/language.h"
#include "server/features/code_actions.h"
#include "server/lsp/state/snapshot.h"

namespace lsp {

// CodeActionKind of the one action that mends a whole file, and the command behind the actions of clients
// that know nothing but commands.
inline constexpr std::string_view source_fix_all = "source.fixAll.jekyll";
inline constexpr std::string_view apply_fix_command = "jekyll.applyFix";

// What `params` ask for: kinds as LSP nests them (`source` asks for
// `source.fixAll.jekyll`), problems by the code and the place of those diagnostics that are ours.
[[nodiscard]] features::CodeActionRequest to_code_action_request(const View& view,
                                                                 const types::CodeActionParams& params);
// Actions that the client can apply: literals, or commands that hand the edit back (docs/commands.md,
// `jekyll.applyFix`). Quick fixes carry the diagnostics of `params` that they solve.
[[nodiscard]] types::CodeActionResult to_code_actions(const View& view, const types::CodeActionParams& params,
                                                      const std::vector<features::CodeAction>& actions);

}  // namespace lsp
