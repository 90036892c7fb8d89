// workspace/diagnostic: the problems of every source file of every site. A pure function of snapshots for the
// background thread; what it remembers between two requests goes in and comes out.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "protocol/types/diagnostics.h"
#include "server/lsp/answers/problem_counts.h"
#include "server/lsp/state/sites.h"
#include "server/lsp/state/snapshot.h"

namespace lsp {

// What the last run found, for the same sites and settings: an unchanged workspace is not read again. Clients
// ask every few seconds.
struct WorkspaceResultIds {
  std::vector<site::SitePtr> sites;
  std::shared_ptr<const features::Preferences> settings;
  std::map<std::string, std::string> ids;  // by canonical URI
  CountsByFile counts;                     // of the files that have problems
};

struct WorkspaceDiagnosticsRun {
  std::vector<SiteView> sites;
  std::shared_ptr<const features::Knowledge> knowledge;
  std::shared_ptr<const features::Preferences> settings;
  std::shared_ptr<const Overlays> overlays;
  std::map<std::string, std::int32_t> versions;  // of open documents, by canonical URI
  ClientPtr client;
  std::map<std::string, std::string> previous_ids;  // the client's, by canonical URI
  std::shared_ptr<const WorkspaceResultIds> known;
  std::stop_token stop;
  // Takes each part as soon as it is there; the parts together are the answer.
  std::function<void(std::vector<types::WorkspaceDocumentDiagnosticReport>)> report;
};

// What it found; nullptr if stopped.
[[nodiscard]] std::shared_ptr<const WorkspaceResultIds> run_workspace_diagnostics(
    const WorkspaceDiagnosticsRun& run);

}  // namespace lsp
