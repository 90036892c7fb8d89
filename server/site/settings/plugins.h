// The plugins that change which pages there are, or their facts, and those that surely do not.
#pragma once

#include <cstdint>
#include <string_view>

#include "server/site/settings/config.h"
#include "server/site/settings/page_kind.h"

namespace site {

// Does this plugin make no pages beyond those that this program knows of? Others make every missing address
// unknown.
[[nodiscard]] bool is_known_plugin(std::string_view name);

// Is there code that may make pages, ids or addresses we cannot see: an unknown plugin, the site's own Ruby?
[[nodiscard]] bool runs_unknown_code(const Config& config);

// Who builds the site: Jekyll with the plugins that it names, or GitHub Pages, which has its own turned on.
enum class Builder : std::uint8_t { jekyll, github_pages };

// jekyll-optional-front-matter: does this Markdown file without front matter become a page?
[[nodiscard]] bool is_page_without_front_matter(const Config& config, std::string_view path,
                                                Builder builder = Builder::jekyll);

// jekyll-readme-index: does this README without front matter become its folder's index, if there is no other?
[[nodiscard]] bool is_readme_index(const Config& config, std::string_view path,
                                   Builder builder = Builder::jekyll);

// jekyll-relative-links: does it look for paths of source files in the links of such a document?
[[nodiscard]] bool converts_relative_links(const Config& config, PageKind kind,
                                           Builder builder = Builder::jekyll);

// jekyll-titles-from-headings: does a Markdown file of this kind without a title take one from its first
// heading?
[[nodiscard]] bool takes_title_from_heading(const Config& config, PageKind kind);

}  // namespace site
