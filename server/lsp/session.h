// Everything that changes during a session, in one place that the main strand owns: the parts of the server
// take a Session and never each other. Plain data; the logic is in the parts.
#pragma once

#include <functional>
#include <memory>
#include <stop_token>
#include <string>
#include <utility>
#include <vector>

#include "protocol/error_code.h"
#include "server/lsp/machine/scheduler.h"
#include "server/lsp/state/client.h"
#include "server/lsp/state/documents.h"
#include "server/lsp/state/settings.h"
#include "server/lsp/state/sites.h"
#include "server/lsp/state/snapshot.h"

namespace protocol {
class Endpoint;
}  // namespace protocol

namespace lsp {

struct Session {
  Session(Scheduler& the_scheduler, protocol::Endpoint& the_endpoint, Sites::Hooks hooks)
      : scheduler(the_scheduler), endpoint(the_endpoint), sites(the_scheduler, documents, std::move(hooks)) {}

  Scheduler& scheduler;
  protocol::Endpoint& endpoint;  // protocol/endpoint.h, for those who register methods or send messages
  ClientPtr client = std::make_shared<const Client>();
  std::shared_ptr<const features::Knowledge> knowledge = std::make_shared<const features::Knowledge>();
  Settings settings;
  Documents documents;
  Sites sites;
  std::string recent_path;  // of the document that was used last; "" at first
};

// What an answer is made from: `document` may be answered while the site is still being read, `site` waits.
enum class Needs { document, site };

// Takes a snapshot of the document now (or, with Needs::site, as soon as its site is read) and runs `work` on
// a worker with it. `fail` is called instead, on any thread, when the document is not open or `work` throws.
// A stopped token drops both, and with them what they hold.
void run_with_view(Session& session, const std::string& uri, Needs needs, std::stop_token stop,
                   std::function<void(const View&)> work,
                   std::function<void(protocol::ErrorCode, std::string)> fail);

// A site as it is now, without a document.
[[nodiscard]] Snapshot snapshot_of(Session& session, const SiteView& site);

// Runs `work` on a worker with a view of every site, once all are read: outer sites before those inside.
void run_with_sites(Session& session, std::stop_token stop,
                    std::function<void(const std::vector<View>&)> work,
                    std::function<void(protocol::ErrorCode, std::string)> fail);

}  // namespace lsp
