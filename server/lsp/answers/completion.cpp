#include "server/lsp/answers/completion.h"

#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

#include "server/features/completion.h"
#include "server/lsp/answers/completion_trigger.h"
#include "server/lsp/convert/completion.h"
#include "server/lsp/convert/positions.h"

namespace lsp {
namespace {

using nlohmann::json;

// While a list is open, the next one may be asked for already.
constexpr std::size_t most_kept = 4;

types::CompletionList list_at(const View& view, const types::CompletionParams& params) {
  const features::Cursor cursor = to_cursor(view, params.position);
  if (params.context && !is_worth_asking(cursor, *params.context)) return {};
  return to_completion_list(view, features::complete(cursor));
}

// The member of an item's `data`; nullopt for what no list of ours has.
std::optional<std::int64_t> number_in(const json& data, const char* name) {
  if (!data.is_object() || !data.contains(name) || !data[name].is_number_integer()) return std::nullopt;
  return data[name].get<std::int64_t>();
}

}  // namespace

json Completions::capability(const Client& client) {
  return {{"triggerCharacters", completion_triggers()}, {"resolveProvider", client.resolves_documentation}};
}

void Completions::install() {
  session_.endpoint.on<protocol::Completion>(
      [this](const types::CompletionParams& params, const auto& respond) { complete(params, respond); });
  session_.endpoint.on<protocol::CompletionResolve>(
      [this](types::CompletionItem item, const auto& respond) { respond.reply(resolve(std::move(item))); });
}

void Completions::complete(const types::CompletionParams& params,
                           const protocol::Responder<protocol::Completion>& respond) {
  const int number = ++last_list_;
  run_with_view(
      session_, params.textDocument.uri, Needs::site, respond.stop_token(),
      [this, params, respond, number](const View& view) {
        types::CompletionList list = list_at(view, params);
        if (!view.client->resolves_documentation) return respond.reply(std::move(list));
        auto documentation = std::make_shared<Documentation>();
        for (types::CompletionItem& item : list.items) {
          if (!item.documentation) continue;
          item.data = json{{"list", number}, {"item", documentation->size()}};
          documentation->push_back(std::move(*std::exchange(item.documentation, std::nullopt)));
        }
        // Before the answer, so that no question can come too early.
        session_.scheduler.post([this, number, documentation] {
          kept_.push_back({number, documentation});
          if (kept_.size() > most_kept) kept_.pop_front();
        });
        respond.reply(std::move(list));
      },
      [respond](protocol::ErrorCode code, std::string message) { respond.fail(code, std::move(message)); });
}

types::CompletionItem Completions::resolve(types::CompletionItem item) const {
  const std::optional<std::int64_t> list = number_in(item.data.json(), "list");
  const std::optional<std::int64_t> number = number_in(item.data.json(), "item");
  if (!list || !number || *number < 0) return item;
  for (const Kept& kept : kept_) {
    if (kept.list == *list && static_cast<std::size_t>(*number) < kept.documentation->size())
      item.documentation = (*kept.documentation)[static_cast<std::size_t>(*number)];
  }
  return item;
}

}  // namespace lsp
