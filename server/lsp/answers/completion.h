// textDocument/completion and completionItem/resolve. What explains an item is long, and of a hundred items a
// writer looks at two: clients that can ask for it later (LSP 3.17, "Completion Item Resolve Request") get
// the list without, and the last lists' explanations are kept for them. Main strand only.
#pragma once

#include <deque>
#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <vector>

#include "protocol/endpoint.h"
#include "protocol/types/completion.h"
#include "server/lsp/session.h"

namespace lsp {

class Completions {
 public:
  explicit Completions(Session& session) : session_(session) {}

  // The `completionProvider`.
  [[nodiscard]] static nlohmann::json capability(const Client& client);
  void install();

 private:
  using Documentation = std::vector<std::variant<std::string, types::MarkupContent>>;
  struct Kept {
    int list = 0;
    std::shared_ptr<const Documentation> documentation;  // by the item's number
  };

  void complete(const types::CompletionParams& params,
                const protocol::Responder<protocol::Completion>& respond);
  [[nodiscard]] types::CompletionItem resolve(types::CompletionItem item) const;

  Session& session_;
  std::deque<Kept> kept_;
  int last_list_ = 0;
};

}  // namespace lsp
