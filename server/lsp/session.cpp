#include "server/lsp/session.h"

#include <exception>
#include <utility>

#include "server/lsp/machine/log.h"

namespace lsp {
namespace {

using Work = std::function<void(const View&)>;
using Fail = std::function<void(protocol::ErrorCode, std::string)>;

// What all snapshots of this moment share.
void add_session(Session& session, Snapshot& snapshot) {
  snapshot.knowledge = session.knowledge;
  snapshot.settings = session.settings.features;
  snapshot.overlays = session.documents.overlays();
  snapshot.client = session.client;
}

void run_now(Session& session, const std::string& uri, std::stop_token stop, Work work, Fail fail) {
  OpenDocument* document = session.documents.find(uri);
  if (document == nullptr) {
    // Closed while the request waited, or never opened (LSP 3.17, "Text Document Synchronization").
    fail(protocol::ErrorCode::InvalidParams, "The document is not open: " + uri);
    return;
  }
  Snapshot snapshot = session.sites.snapshot(*document);
  add_session(session, snapshot);
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

std::vector<Snapshot> snapshots_of_sites(Session& session) {
  std::vector<Snapshot> snapshots;
  for (const SiteView& view : session.sites.all()) snapshots.push_back(snapshot_of(session, view));
  return snapshots;
}

}  // namespace

Snapshot snapshot_of(Session& session, const SiteView& site) {
  Snapshot snapshot;
  snapshot.site = site.site;
  snapshot.source_folder = site.source_folder;
  add_session(session, snapshot);
  return snapshot;
}

void run_with_sites(Session& session, std::stop_token stop,
                    std::function<void(const std::vector<View>&)> work, Fail fail) {
  session.sites.when_all_read(stop, [&session, stop, work = std::move(work), fail = std::move(fail)] {
    session.scheduler.run([snapshots = snapshots_of_sites(session), stop, work, fail] {
      if (stop.stop_requested()) return;
      try {
        std::vector<View> views;
        for (const Snapshot& snapshot : snapshots) views.push_back(open_snapshot(snapshot, stop));
        work(views);
      } catch (const std::exception& error) {
        log_error(std::string("a request about the workspace failed: ") + error.what());
        fail(protocol::ErrorCode::InternalError, std::string("The request failed: ") + error.what());
      }
    });
  });
}

void run_with_view(Session& session, const std::string& uri, Needs needs, std::stop_token stop, Work work,
                   Fail fail) {
  const OpenDocument* document = session.documents.find(uri);
  if (document != nullptr && !document->path.empty()) session.recent_path = document->path;
  if (needs == Needs::document || document == nullptr)
    return run_now(session, uri, std::move(stop), std::move(work), std::move(fail));
  session.sites.when_read(document->path, stop,
                          [&session, uri, stop, work = std::move(work), fail = std::move(fail)] {
                            run_now(session, uri, stop, work, fail);
                          });
}

}  // namespace lsp
