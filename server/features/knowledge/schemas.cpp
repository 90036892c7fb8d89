#include "server/features/knowledge/schemas.h"

namespace features {
namespace {

schema::SiteTraits traits_of(const site::Site& site) {
  const site::Config& config = site.config();
  schema::SiteTraits traits;
  traits.theme = config.theme;
  traits.remote_theme = config.remote_theme;
  traits.plugins = config.plugins;
  if (config.github_pages) traits.gems.emplace_back("github-pages");
  // Only a copy of a theme is told by its files.
  if (config.theme.empty() && config.remote_theme.empty()) {
    for (const std::string& layout : site.layouts()) traits.files.push_back("_layouts/" + layout + ".html");
    for (const std::string& include : site.includes()) traits.files.push_back("_includes/" + include);
  }
  return traits;
}

}  // namespace

std::optional<schema::FileKind> file_kind(const Context& context) {
  using schema::FileKind;
  if (!context.site) return FileKind::post;
  if (context.path == context.site->config().file) return FileKind::config;
  if (!context.page) return std::nullopt;
  switch (context.page->kind) {
    case site::PageKind::page:
      return FileKind::page;
    case site::PageKind::post:
      return FileKind::post;
    case site::PageKind::draft:
      return FileKind::draft;
    case site::PageKind::document:
      return FileKind::document;
  }
  return std::nullopt;
}

std::vector<std::string> schemas_for(const Context& context, schema::FileKind kind) {
  return schema::applicable_schemas(context.knowledge->library(),
                                    context.site ? traits_of(*context.site) : schema::SiteTraits{}, kind);
}

}  // namespace features
