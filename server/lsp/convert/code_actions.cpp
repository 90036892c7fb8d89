#include "server/lsp/convert/code_actions.h"

#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <utility>

#include "protocol/types/codec.h"
#include "server/lsp/convert/diagnostics.h"
#include "server/lsp/convert/edit.h"
#include "server/lsp/convert/positions.h"

namespace lsp {
namespace {

using Kind = features::CodeAction::Kind;

// Kinds are nested by dots; "" holds all of them.
bool asks_for(const types::CodeActionContext& context, std::string_view kind) {
  if (!context.only) return true;
  return std::any_of(context.only->begin(), context.only->end(), [kind](const std::string& wanted) {
    return wanted.empty() || kind == wanted || kind.starts_with(wanted + ".");
  });
}

const std::string* code_of(const types::Diagnostic& diagnostic) {
  return diagnostic.code ? std::get_if<std::string>(&*diagnostic.code) : nullptr;
}

// Problems as the client has them, since it compares them with those that it shows.
class Shown {
 public:
  Shown(const View& view, const types::CodeActionParams& params) : view_(view) {
    for (const types::Diagnostic& diagnostic : params.context.diagnostics) {
      if (const std::string* code = code_of(diagnostic))
        known_.emplace(Key(*code, diagnostic.range), &diagnostic);
    }
  }
  [[nodiscard]] types::Diagnostic diagnostic_of(const features::Problem& problem) const {
    const auto known = known_.find(Key(problem.code.text(), to_range(view_, problem.range)));
    return known == known_.end() ? to_diagnostic(view_, problem) : *known->second;
  }

 private:
  using Key = std::pair<std::string, types::Range>;
  const View& view_;
  std::map<Key, const types::Diagnostic*> known_;
};

types::CodeAction literal(const View& view, const Shown& shown, const features::CodeAction& action,
                          types::WorkspaceEdit edit) {
  types::CodeAction converted{.title = action.title};
  converted.kind =
      action.kind == Kind::fix_all ? std::string(source_fix_all) : types::CodeActionKind::QuickFix;
  if (!action.solves.empty()) {
    converted.diagnostics.emplace();
    for (const features::Problem& problem : action.solves)
      converted.diagnostics->push_back(shown.diagnostic_of(problem));
  }
  if (action.preferred && view.client->preferred_actions) converted.isPreferred = true;
  converted.edit = std::move(edit);
  return converted;
}

types::Command command(const View& view, const features::CodeAction& action, types::WorkspaceEdit edit) {
  nlohmann::json argument = {{"uri", view.uri}, {"version", view.version}, {"edit", types::encode(edit)}};
  return {.title = action.title,
          .command = std::string(apply_fix_command),
          .arguments = std::vector<types::LSPAny>{std::move(argument)}};
}

}  // namespace

features::CodeActionRequest to_code_action_request(const View& view, const types::CodeActionParams& params) {
  features::CodeActionRequest request{.range = to_range(view, params.range)};
  for (const types::Diagnostic& diagnostic : params.context.diagnostics) {
    if (const std::string* code = code_of(diagnostic))
      request.named.push_back({*code, to_range(view, diagnostic.range)});
  }
  request.quick_fixes =
      view.context.settings->diagnostics && asks_for(params.context, types::CodeActionKind::QuickFix);
  request.fix_all = asks_for(params.context, source_fix_all);
  // With each move of the cursor, where no problem is shown.
  if (params.context.triggerKind == types::CodeActionTriggerKind::Automatic && !params.context.only &&
      params.context.diagnostics.empty()) {
    request.quick_fixes = false;
    request.fix_all = false;
  }
  return request;
}

types::CodeActionResult to_code_actions(const View& view, const types::CodeActionParams& params,
                                        const std::vector<features::CodeAction>& actions) {
  types::CodeActionResult converted;
  const bool literals = view.client->code_action_literals;
  if (!literals && !view.client->applies_edits) return converted;
  const Shown shown(view, params);
  for (const features::CodeAction& action : actions) {
    std::optional<types::WorkspaceEdit> edit = to_workspace_edit(view, action.edit);
    if (!edit) continue;
    if (literals) {
      converted.emplace_back(literal(view, shown, action, std::move(*edit)));
    } else {
      converted.emplace_back(command(view, action, std::move(*edit)));
    }
  }
  return converted;
}

}  // namespace lsp
