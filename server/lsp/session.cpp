#include "server/lsp/session.h"

#include <exception>
#include <utility>

#include "server/lsp/log.h"

namespace lsp {
namespace {

using Work = std::function<void(const View&)>;
using Fail = std::function<void(protocol::ErrorCode, std::string)>;

void run_now(Session& session, const std::string& uri, std::stop_token stop, Work work, Fail fail) {
  OpenDocument* document = session.documents.find(uri);
  if (document == nullptr) {
    // Closed while the request waited, or never opened (LSP 3.17, "Text Document Synchronization").
    fail(protocol::ErrorCode::InvalidParams, "The document is not open: " + uri);
    return;
  }
  Snapshot snapshot = session.sites.snapshot(*document, session.settings.features, session.client);
  session.scheduler.run([snapshot = std::move(snapshot), stop = std::move(stop), work = std::move(work),
                         fail = std::move(fail)] {
    if (stop.stop_requested()) return;
    try {
      work(open_snapshot(snapshot, stop));
    } catch (const std::exception& error) {
      log_error("a request failed at " + snapshot.uri + ": " + error.what());
      fail(protocol::ErrorCode::InternalError, std::string("The request failed: ") + error.what());
    }
  });
}

}  // namespace

void run_with_view(Session& session, const std::string& uri, Needs needs, std::stop_token stop, Work work,
                   Fail fail) {
  const OpenDocument* document = session.documents.find(uri);
  if (needs == Needs::document || document == nullptr)
    return run_now(session, uri, std::move(stop), std::move(work), std::move(fail));
  session.sites.when_read(document->path, stop,
                          [&session, uri, stop, work = std::move(work), fail = std::move(fail)] {
                            run_now(session, uri, stop, work, fail);
                          });
}

}  // namespace lsp
