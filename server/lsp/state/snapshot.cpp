#include "server/lsp/state/snapshot.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

#include "server/lsp/state/site_roots.h"
#include "server/text/ascii.h"
#include "server/text/path.h"

namespace lsp {
namespace {

dates::LocalTime clock_of(const site::SitePtr& site) {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const std::int64_t seconds = std::chrono::duration_cast<std::chrono::seconds>(now).count();
  return site ? site->environment().zone.at(seconds) : dates::LocalTime{seconds, 0};
}

}  // namespace

std::string absolute_path(std::string_view folder, std::string_view path) {
  return '/' + text::normalized_path(text::join_path(folder, path), text::Above::ignored);
}

features::UnsavedTexts unsaved_texts(std::shared_ptr<const Overlays> overlays, std::string folder) {
  return [overlays = std::move(overlays),
          folder = std::move(folder)](std::string_view path) -> std::optional<std::string> {
    const auto overlay = overlays->find(absolute_path(folder, path));
    if (overlay == overlays->end()) return std::nullopt;
    return *overlay->second.text;
  };
}

View open_snapshot(const Snapshot& snapshot, std::stop_token stop) {
  const site::SitePtr site = snapshot.site ? snapshot.site->get() : nullptr;
  features::Surroundings surroundings{.site = site,
                                      .now = clock_of(site),
                                      .knowledge = snapshot.knowledge,
                                      .settings = snapshot.settings,
                                      .stop = std::move(stop),
                                      .unsaved = unsaved_texts(snapshot.overlays, snapshot.source_folder)};
  return {.context = snapshot.document
                         ? features::Context(std::move(surroundings), snapshot.path, snapshot.document->get())
                         : features::Context(std::move(surroundings)),
          .uri = snapshot.uri,
          .version = snapshot.version,
          .source_folder = snapshot.source_folder,
          .overlays = snapshot.overlays,
          .client = snapshot.client};
}

syntax::ParseOptions parse_options_by_name(std::string_view path, std::string_view language) {
  using Format = syntax::ParseOptions::Format;
  // A file `.md` is Markdown to an editor, though no name with an extension to Ruby.
  const std::string_view ending = text::dot_ending(path);
  const std::string extension = text::ascii_lower(ending.empty() ? ending : ending.substr(1));
  constexpr std::array<std::string_view, 5> markdown = {"markdown", "mkdown", "mkdn", "mkd", "md"};
  const auto has = [&](std::string_view candidate) { return extension == candidate; };

  syntax::ParseOptions options;
  if (is_config_name(text::file_name(path))) {
    options.format = Format::yaml;
  } else if (std::any_of(markdown.begin(), markdown.end(), has) ||
             (extension.empty() && language == "markdown")) {
    options.format = Format::markdown;
  } else if (extension == "html" || extension == "htm") {
    options.format = Format::html;
  } else if (extension == "xml") {
    options.format = Format::code;
  } else {
    options.format = Format::plain;
  }
  return options;
}

}  // namespace lsp
