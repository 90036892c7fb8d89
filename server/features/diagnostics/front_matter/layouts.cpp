// Layouts that do not exist: Jekyll warns in one line of its output and builds the page bare. Rules:
// jekyll/lib/jekyll/renderer.rb (place_in_layouts), convertible.rb (no_layout?, asset_file?).
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"

namespace features::diagnostics {
namespace {

bool is_asset(std::string_view path) {
  return path.ends_with(".scss") || path.ends_with(".sass") || path.ends_with(".coffee");
}

bool exists(const site::Site& site, std::string_view name) {
  // The plugin brings this one.
  if (name == "redirect" && (site.config().has_plugin("jekyll-redirect-from") || site.config().github_pages))
    return true;
  return name.empty() || name == "none" || site.has_layout(name);
}

// The theme that GitHub Pages gives to a site that names none: primer/jekyll-theme-primer/_layouts.
bool perhaps_in_default_theme(const site::Site& site, std::string_view name) {
  constexpr std::array<std::string_view, 4> layouts = {"default", "home", "page", "post"};
  return site.config().perhaps_github_pages() && !site.config().data.find("theme") &&
         site.layouts().empty() && std::find(layouts.begin(), layouts.end(), name) != layouts.end();
}

void check_name(const Context& context, const syntax::Value* value, std::string_view consequence,
                Report& report) {
  const std::string* name = value ? value->string() : nullptr;
  if (!name || exists(*context.site, *name) || perhaps_in_default_theme(*context.site, *name)) return;
  const std::string nearest = nearest_name(context.site->layouts(), *name);
  std::string message = "There is no layout " + code(*name) + ". " + std::string(consequence);
  if (!nearest.empty()) message += " Did you mean " + code(nearest) + "?";
  Problem& problem = report.add(rules.missing_layout, value->range, std::move(message));
  if (nearest.empty()) return;
  const std::string_view source = text::slice(context.text(), value->range);
  offer(problem, context, "Write " + code(nearest), {{value->range, in_style_of(source, nearest, true)}});
}

}  // namespace

void layouts(const Context& context, Report& report) {
  if (!context.site || context.site->unknown_layouts()) return;
  const site::Config& config = context.site->config();
  if (context.path == config.file && context.document->options.format == syntax::ParseOptions::Format::yaml) {
    for (const site::DefaultSet& set : config.defaults) {
      check_name(context, set.values.find("layout"),
                 "Jekyll builds the pages that this default concerns without any.", report);
    }
    return;
  }
  if ((!context.page && !is_layout(context)) || is_asset(context.path)) return;
  check_name(context, context.document->front_matter.data.find("layout"),
             "Jekyll builds this " + std::string(is_layout(context) ? "layout's pages" : noun(context)) +
                 " without any.",
             report);
}

}  // namespace features::diagnostics
