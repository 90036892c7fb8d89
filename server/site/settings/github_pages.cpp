#include "server/site/settings/github_pages.h"

#include <algorithm>

namespace site {
namespace {

constexpr std::string_view always_on[] = {
    "jekyll-coffeescript",          "jekyll-commonmark-ghpages", "jekyll-gist",
    "jekyll-github-metadata",       "jekyll-paginate",           "jekyll-relative-links",
    "jekyll-optional-front-matter", "jekyll-readme-index",       "jekyll-default-layout",
    "jekyll-titles-from-headings",
};

// kramdown stays unless the CommonMark processor is asked for by one of its names.
bool asks_for_commonmark(const syntax::Value& data) {
  const syntax::Value* markdown = data.find("markdown");
  const std::string* name = markdown ? markdown->string() : nullptr;
  return name && (*name == "GFM" || *name == "commonmark" || *name == "CommonMarkGhPages");
}

}  // namespace

void apply_github_pages(Config& config) {
  config.github_pages = true;
  config.safe = true;
  const syntax::Value* future = config.data.find("future");
  if (!future || future->is_null()) config.future = true;
  config.kramdown = !asks_for_commonmark(config.data);
  for (const std::string_view plugin : always_on) {
    if (!config.has_plugin(plugin)) config.plugins.emplace_back(plugin);
  }
  if (std::find(config.exclude.begin(), config.exclude.end(), "CNAME") == config.exclude.end()) {
    config.exclude.emplace_back("CNAME");
  }
  // `theme: null` switches the default theme off; a theme of the file is kept, as a gem or fetched by name.
  if (config.theme.empty() && config.remote_theme.empty() && !config.data.find("theme")) {
    config.theme = "jekyll-theme-primer";
  }
}

}  // namespace site
