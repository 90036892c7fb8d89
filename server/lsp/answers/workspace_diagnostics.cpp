#include "server/lsp/answers/workspace_diagnostics.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "protocol/uri.h"
#include "server/features/diagnostics.h"
#include "server/lsp/answers/result_id.h"
#include "server/lsp/convert/diagnostics.h"
#include "server/lsp/state/site_roots.h"
#include "server/site/settings/project_settings.h"

namespace lsp {
namespace {

constexpr std::size_t files_per_part = 100;

// The paths of a site whose problems are asked for.
std::vector<std::string> source_paths(const site::Site& site) {
  std::vector<std::string> paths = site.written_by_hand();
  // Where the source is a folder of its own, these two lie outside it.
  if (site.config().source == ".") {
    if (!site.config().file.empty()) paths.push_back(site.config().file);
    if (site.files().exists(site::project_settings_name)) paths.emplace_back(site::project_settings_name);
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::optional<std::string> read_text(const WorkspaceDiagnosticsRun& run, const site::Site& site,
                                     const std::string& absolute, const std::string& path) {
  const auto overlay = run.overlays->find(absolute);
  return overlay != run.overlays->end() ? *overlay->second.text : site.files().read(path);
}

std::vector<types::Diagnostic> find_problems(const WorkspaceDiagnosticsRun& run, const SiteView& view,
                                             const site::SitePtr& site, const std::string& uri,
                                             const std::string& path, std::string text) {
  auto document = std::make_shared<const syntax::Document>(std::move(text), site->parse_options(path));
  features::Surroundings surroundings{.site = site,
                                      .knowledge = run.knowledge,
                                      .settings = run.settings,
                                      .stop = run.stop,
                                      .unsaved = unsaved_texts(run.overlays, view.source_folder)};
  const View opened{.context = features::Context(std::move(surroundings), path, std::move(document)),
                    .uri = uri,
                    .source_folder = view.source_folder,
                    .overlays = run.overlays,
                    .client = run.client};
  return to_diagnostics(opened, features::diagnose(opened.context));
}

class Parts {
 public:
  explicit Parts(const WorkspaceDiagnosticsRun& run) : run_(run) {}
  ~Parts() {
    if (!part_.empty()) run_.report(std::move(part_));
  }
  Parts(const Parts&) = delete;
  Parts& operator=(const Parts&) = delete;

  void add(types::WorkspaceDocumentDiagnosticReport report) {
    part_.push_back(std::move(report));
    if (part_.size() >= files_per_part) run_.report(std::exchange(part_, {}));
  }

 private:
  const WorkspaceDiagnosticsRun& run_;
  std::vector<types::WorkspaceDocumentDiagnosticReport> part_;
};

}  // namespace

std::shared_ptr<const WorkspaceResultIds> run_workspace_diagnostics(const WorkspaceDiagnosticsRun& run) {
  auto found = std::make_shared<WorkspaceResultIds>();
  found->settings = run.settings;
  std::vector<std::string> folders;
  for (const SiteView& view : run.sites) {
    found->sites.push_back(view.site->get());
    folders.push_back(view.source_folder);
  }
  const bool nothing_changed = found->sites == run.known->sites && found->settings == run.known->settings;

  Parts parts(run);
  for (std::size_t at = 0; at < run.sites.size(); ++at) {
    const SiteView& view = run.sites[at];
    const site::SitePtr& site = found->sites[at];
    for (const std::string& path : source_paths(*site)) {
      if (run.stop.stop_requested()) return nullptr;
      const std::string absolute = view.source_folder + "/" + path;
      // A file of a site within this site is judged there.
      if (*innermost_folder(folders, absolute) != view.source_folder) continue;
      const auto overlay = run.overlays->find(absolute);
      const std::string uri = protocol::path_to_uri(absolute);
      const std::string shown_uri = overlay != run.overlays->end() ? overlay->second.uri : uri;
      const auto version = run.versions.find(uri);
      types::OrNull<std::int32_t> shown_version;
      if (version != run.versions.end()) shown_version = version->second;

      const auto previous = run.previous_ids.find(uri);
      const bool has_previous = previous != run.previous_ids.end();
      const auto known = run.known->ids.find(uri);
      std::optional<std::vector<types::Diagnostic>> items;
      std::string id;
      if (nothing_changed && known != run.known->ids.end() && has_previous &&
          previous->second == known->second) {
        id = known->second;
        if (const auto counts = run.known->counts.find(uri); counts != run.known->counts.end())
          found->counts.insert(*counts);
      } else {
        std::optional<std::string> text = read_text(run, *site, absolute, path);
        if (!text) continue;
        items = find_problems(run, view, site, shown_uri, path, std::move(*text));
        id = result_id(*items);
        if (!items->empty()) found->counts[uri] = count_of(*items);
      }
      found->ids[uri] = id;
      if (has_previous && previous->second == id) {
        parts.add(types::WorkspaceUnchangedDocumentDiagnosticReport{
            .resultId = id, .uri = shown_uri, .version = shown_version});
      } else if (has_previous || (items && !items->empty())) {
        parts.add(types::WorkspaceFullDocumentDiagnosticReport{
            .resultId = id, .items = std::move(*items), .uri = shown_uri, .version = shown_version});
      }
    }
  }
  // Files that are gone take their problems along.
  for (const auto& [uri, id] : run.previous_ids) {
    if (!found->ids.contains(uri))
      parts.add(types::WorkspaceFullDocumentDiagnosticReport{.resultId = result_id({}), .uri = uri});
  }
  return found;
}

}  // namespace lsp
