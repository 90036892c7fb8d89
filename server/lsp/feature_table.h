// The table of contents: which request is answered by which feature. Registering a feature also advertises
// its capability, so that the two cannot disagree. Knows nothing of how the features work.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "protocol/endpoint.h"
#include "protocol/methods.h"
#include "server/lsp/session.h"

namespace lsp {

class FeatureTable {
 public:
  // `run` answers requests of message M on a worker: a pure function of the view and the params. `capability`
  // is what the server says of it in `initialize`.
  template <class M>
  void add(Needs needs, typename M::Result (*run)(const View&, const typename M::Params&),
           nlohmann::json capability = true) {
    capabilities_[std::string(M::capability)] = std::move(capability);
    installers_.push_back([needs, run](Session& session) {
      session.endpoint.on<M>(
          [&session, needs, run](typename M::Params params, protocol::Responder<M> respond) {
            const std::string uri = params.textDocument.uri;
            run_with_view(
                session, uri, needs, respond.stop_token(),
                [run, params = std::move(params), respond](const View& view) {
                  respond.reply(run(view, params));
                },
                [respond](protocol::ErrorCode code, std::string message) {
                  respond.fail(code, std::move(message));
                });
          });
    });
  }

  // As `add`, for requests about all sites of the workspace: `run` gets a view of each, without a document.
  template <class M>
  void add_for_workspace(typename M::Result (*run)(const std::vector<View>&, const typename M::Params&)) {
    capabilities_[std::string(M::capability)] = true;
    installers_.push_back([run](Session& session) {
      session.endpoint.on<M>([&session, run](typename M::Params params, protocol::Responder<M> respond) {
        run_with_sites(
            session, respond.stop_token(),
            [run, params = std::move(params), respond](const std::vector<View>& views) {
              respond.reply(run(views, params));
            },
            [respond](protocol::ErrorCode code, std::string message) {
              respond.fail(code, std::move(message));
            });
      });
    });
  }

  [[nodiscard]] const nlohmann::json& capabilities() const { return capabilities_; }
  void install(Session& session) const {
    for (const auto& install : installers_) install(session);
  }

 private:
  nlohmann::json capabilities_ = nlohmann::json::object();
  std::vector<std::function<void(Session&)>> installers_;
};

// All features that answer a request with what a view tells. Others remember something from one message to
// the next: diagnostics.h, completion.h, commands.h.
[[nodiscard]] FeatureTable make_feature_table();

}  // namespace lsp
