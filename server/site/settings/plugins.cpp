#include "server/site/settings/plugins.h"

#include <algorithm>
#include <array>

#include "server/site/settings/entry_filter.h"
#include "server/text/ascii.h"
#include "server/text/path.h"

namespace site {
namespace {

// Sorted. Plugins whose pages generated.cpp knows, and gems that make none: filters, tags, converters, tools.
constexpr std::array<std::string_view, 64> known_plugins = {
    "base64",
    "bigdecimal",
    "csv",
    "eventmachine",
    "faraday",
    "ffi",
    "html-proofer",
    "http_parser.rb",
    "jekyll",
    "jekyll-admin",
    "jekyll-archives",
    "jekyll-avatar",
    "jekyll-coffeescript",
    "jekyll-commonmark",
    "jekyll-commonmark-ghpages",
    "jekyll-compose",
    "jekyll-default-layout",
    "jekyll-email-protect",
    "jekyll-emoji",
    "jekyll-feed",
    "jekyll-figure",
    "jekyll-gist",
    "jekyll-github-metadata",
    "jekyll-include-cache",
    "jekyll-katex",
    "jekyll-last-modified-at",
    "jekyll-livereload",
    "jekyll-loading-lazy",
    "jekyll-mentions",
    "jekyll-mermaid",
    "jekyll-minifier",
    "jekyll-octicons",
    "jekyll-optional-front-matter",
    "jekyll-paginate",
    "jekyll-readme-index",
    "jekyll-reading-time",
    "jekyll-redirect-from",
    "jekyll-relative-links",
    "jekyll-remote-theme",
    "jekyll-sass-converter",
    "jekyll-seo-tag",
    "jekyll-sitemap",
    "jekyll-spaceship",
    "jekyll-tagging-related_posts",
    "jekyll-target-blank",
    "jekyll-time-to-read",
    "jekyll-titles-from-headings",
    "jekyll-toc",
    "jekyll-twitter-plugin",
    "jekyll-watch",
    "jekyll-youtube",
    "jemoji",
    "kramdown",
    "kramdown-math-katex",
    "kramdown-parser-gfm",
    "logger",
    "nokogiri",
    "rake",
    "rouge",
    "tzinfo",
    "tzinfo-data",
    "wdm",
    "webrick",
    "webrick-ssl",
};

// A setting of a plugin's own mapping in the configuration that is not set to false.
bool not_disabled(const Config& config, std::string_view plugin) {
  const syntax::Value* settings = config.data.find(plugin);
  const syntax::Value* enabled = settings ? settings->find("enabled") : nullptr;
  const bool* flag = enabled ? enabled->boolean() : nullptr;
  return !flag || *flag;
}

// GitHub Pages has the plugins that are asked for here always on.
bool has_plugin(const Config& config, std::string_view name, Builder builder) {
  return builder == Builder::github_pages || config.has_plugin(name);
}

}  // namespace

bool is_known_plugin(std::string_view name) {
  return std::binary_search(known_plugins.begin(), known_plugins.end(), name);
}

bool runs_unknown_code(const Config& config) {
  return config.own_plugins || std::any_of(config.plugins.begin(), config.plugins.end(),
                                           [](const std::string& name) { return !is_known_plugin(name); });
}

bool is_page_without_front_matter(const Config& config, std::string_view path, Builder builder) {
  if (!has_plugin(config, "jekyll-optional-front-matter", builder) ||
      !not_disabled(config, "optional_front_matter"))
    return false;
  if (!config.is_markdown(path)) return false;
  constexpr std::array<std::string_view, 8> left_out = {
      "README",          "LICENSE",      "LICENCE",        "COPYING",
      "CODE_OF_CONDUCT", "CONTRIBUTING", "ISSUE_TEMPLATE", "PULL_REQUEST_TEMPLATE"};
  const std::string base = text::ascii_upper(text::stem(path));
  if (std::find(left_out.begin(), left_out.end(), base) == left_out.end()) return true;
  return EntryFilter(config.include, {}).included(path, false);
}

bool is_readme_index(const Config& config, std::string_view path, Builder builder) {
  if (!has_plugin(config, "jekyll-readme-index", builder) || !not_disabled(config, "readme_index"))
    return false;
  return config.is_markdown(path) && text::ascii_upper(text::stem(path)) == "README";
}

bool converts_relative_links(const Config& config, PageKind kind, Builder builder) {
  if (!has_plugin(config, "jekyll-relative-links", builder) || !not_disabled(config, "relative_links"))
    return false;
  if (kind == PageKind::page) return true;
  const syntax::Value* settings = config.data.find("relative_links");
  const syntax::Value* collections = settings ? settings->find("collections") : nullptr;
  return collections && collections->boolean() && *collections->boolean();
}

bool takes_title_from_heading(const Config& config, PageKind kind) {
  if (!config.has_plugin("jekyll-titles-from-headings") || !not_disabled(config, "titles_from_headings"))
    return false;
  if (kind == PageKind::page) return true;
  const syntax::Value* settings = config.data.find("titles_from_headings");
  const syntax::Value* collections = settings ? settings->find("collections") : nullptr;
  const bool* flag = collections ? collections->boolean() : nullptr;
  return flag && *flag;
}

}  // namespace site
