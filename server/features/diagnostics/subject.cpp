#include "server/features/diagnostics/subject.h"

#include "server/features/knowledge/words.h"
#include "server/site/settings/plugins.h"

namespace features::diagnostics {
namespace {

bool is_yaml(const Context& context) {
  return context.document->options.format == syntax::ParseOptions::Format::yaml;
}

bool looks_like_a_post(std::string_view path) {
  return path.starts_with("_posts/") || path.find("/_posts/") != std::string_view::npos;
}

}  // namespace

bool is_layout(const Context& context) {
  return context.site && context.site->path_info(context.path).kind == site::PathKind::layout;
}

bool reads_front_matter(const Context& context) {
  return !context.site || context.page || is_layout(context) || is_yaml(context);
}

bool is_configuration(const Context& context) {
  return is_yaml(context) && context.site && context.path == context.site->config().file;
}

bool has_front_matter(const Context& context) {
  const syntax::FrontMatter& front = context.document->front_matter;
  return front.state == syntax::FrontMatter::State::present && front.tree.valid && !is_yaml(context) &&
         front.data.mapping() != nullptr && !front.data.mapping()->empty() && reads_front_matter(context);
}

bool is_document(const Context& context) {
  return context.page && context.page->kind != site::PageKind::page;
}

bool is_kramdown(const Context& context) {
  return context.page && context.page->markdown && context.site->config().kramdown &&
         context.document->options.format == syntax::ParseOptions::Format::markdown;
}

std::string_view noun(const Context& context) {
  if (!context.page) return looks_like_a_post(context.path) ? "post" : "file";
  switch (context.page->kind) {
    case site::PageKind::post:
      return "post";
    case site::PageKind::draft:
      return "draft";
    case site::PageKind::document:
      return "document";
    case site::PageKind::page:
      return "page";
  }
  return "file";
}

std::string when_unreadable(const Context& context) {
  if (context.site && site::is_project_settings(context.site->config(), context.path))
    return "jekyll-ls goes by none of it.";
  if (is_yaml(context)) return "Jekyll cannot read its configuration and stops.";
  if (context.site && context.site->config().strict_front_matter) return "Jekyll stops the build here.";
  if (is_layout(context))
    return "Jekyll ignores this whole front matter, and with it the layout's own layout.";
  const std::string_view what = noun(context);
  if (what == "post") {
    return "Jekyll ignores this whole front matter and publishes the post under today's date, without "
           "title, layout and tags.";
  }
  if (what == "document") {
    return "Jekyll ignores this whole front matter and publishes the document "
           "without title, layout and date.";
  }
  if (what == "page")
    return "Jekyll ignores this whole front matter and builds the page without layout and title.";
  return "Jekyll ignores this whole front matter.";
}

std::string unknown_code(const site::Config& config) {
  if (config.own_plugins) return "the site's own Ruby code in " + code(config.plugins_dir);
  for (const std::string& plugin : config.plugins) {
    if (!site::is_known_plugin(plugin)) {
      return "the plugin " + code(plugin);
    }
  }
  return {};
}

}  // namespace features::diagnostics
