#include "server/site/liquid_environment.h"

#include <algorithm>
#include <array>
#include <utility>

#include "server/site/compute.h"
#include "server/site/page_data.h"
#include "server/site/resolve.h"

// Sources: jekyll/lib/jekyll/drops/{unified_payload,site,document}_drop.rb, convertible.rb (to_liquid).

namespace site {
namespace {

constexpr std::size_t largest_data = 256U << 10U;

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

LiquidValue object(std::function<LiquidValue(std::string_view)> member) {
  return LiquidValue(std::make_shared<const LiquidObject>(LiquidObject{std::move(member)}));
}

// What the build computes, or rewrites before Liquid sees it.
constexpr std::array<std::string_view, 40> computed_settings = {
    "time",      "posts",         "pages",        "static_files", "html_pages", "html_files",  "collections",
    "documents", "related_posts", "tags",         "categories",   "source",     "destination", "cache_dir",
    "include",   "exclude",       "keep_files",   "plugins",      "gems",       "whitelist",   "kramdown",
    "liquid",    "sass",          "markdown_ext", "safe",         "defaults",   "serving",     "livereload",
    "quiet",     "verbose",       "incremental",  "host",         "port",       "watch",       "github",
    "size",      "first",         "last",         "config",       "lsi"};
// Defaults of the gem that a site's file may leave out.
constexpr std::array<std::string_view, 20> default_settings = {
    "collections_dir", "plugins_dir",         "layouts_dir",       "data_dir", "includes_dir",
    "encoding",        "strict_front_matter", "limit_posts",       "future",   "unpublished",
    "markdown",        "highlighter",         "excerpt_separator", "detach",   "show_dir_listing",
    "permalink",       "paginate_path",       "show_drafts",       "profile",  "unpublished"};

// Set by the build or by plugins that are known.
constexpr std::array<std::string_view, 15> computed_page_values = {
    "content",          "output", "excerpt", "date",  "next", "previous",        "id",  "dir",
    "last_modified_at", "draft",  "size",    "first", "last", "pagination_info", "lang"};

LiquidValue data_value(LiquidFiles& files, const std::string& folder, bool theme_data,
                       std::string_view name) {
  if (name.empty() || name.find('/') != std::string_view::npos || name.find('.') != std::string_view::npos ||
      name == "size" || name == "first" || name == "last") {
    return {};
  }
  const std::string path = folder + "/" + std::string(name);
  for (const std::string_view extension : {".yml", ".yaml", ".json"}) {
    if (const auto found = files.data(path + std::string(extension))) {
      return to_liquid(*found);
    }
    if (files.exists(path + std::string(extension))) {
      return {};
    }
  }
  if (files.exists(path + ".csv") || files.exists(path + ".tsv")) {
    return {};
  }
  if (files.is_folder(path)) {
    return object([&files, path, theme_data](std::string_view below) {
      return data_value(files, path, theme_data, below);
    });
  }
  // Names with odd characters are cleaned: such a file may be the one.
  return {};
}

LiquidValue site_value(const Site& site, LiquidFiles& files, std::string_view name) {
  const Config& config = site.config();
  if (name == "data") {
    return object([&files, folder = config.data_dir](std::string_view below) {
      return data_value(files, folder, true, below);
    });
  }
  if (!config.valid || is_one_of(name, computed_settings) || config.collection(name) != nullptr) {
    return {};
  }
  if (const syntax::Value* value = config.data.find(name)) {
    return to_liquid(*value);
  }
  const bool hidden = is_one_of(name, default_settings) || site.runs_unknown_code() || config.github_pages ||
                      config.has_plugin("jekyll-github-metadata");
  return hidden ? LiquidValue() : LiquidValue::nil();
}

LiquidValue terms(const std::vector<Term>& terms) {
  LiquidArray names;
  for (const Term& term : terms) {
    names.emplace_back(std::string_view(term.name));
  }
  return LiquidValue::array(std::move(names));
}

struct PageSource {
  const Site& site;
  const Page& page;
  const syntax::Document& document;

  [[nodiscard]] LiquidValue value(std::string_view name) const {
    const SourceFile file{page.path, page.kind, page.collection, std::nullopt};
    const bool is_document = page.kind != PageKind::page;
    if (name == "url") {
      return page.url.empty() ? LiquidValue() : LiquidValue(std::string_view(page.url));
    }
    if (name == "path" || (is_document && name == "relative_path")) {
      return name == "path" && effective_value(site.config(), file, document, name).value != nullptr
                 ? LiquidValue()
                 : LiquidValue(relative_path(site.config(), file));
    }
    if (name == "name") {
      return effective_value(site.config(), file, document, name).value != nullptr
                 ? LiquidValue()
                 : LiquidValue(file_name(page.path));
    }
    if (is_document && name == "collection") {
      return LiquidValue(std::string_view(page.collection));
    }
    if (is_document && (name == "tags" || name == "categories")) {
      return terms(name == "tags" ? page.tags : page.categories);
    }
    if (is_one_of(name, computed_page_values) || page.data_invalid) {
      return {};
    }
    if (const syntax::Value* value = effective_value(site.config(), file, document, name).value) {
      return to_liquid(*value);
    }
    if (is_document && name == "title") {
      return LiquidValue(std::string_view(page.title.value));
    }
    if (is_document && (name == "slug" || name == "ext" || name == "excerpt_separator")) {
      return {};
    }
    return site.runs_unknown_code() || site.config().github_pages ? LiquidValue() : LiquidValue::nil();
  }
};

std::string folder_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash + 1));
}

// liquid/lib/jekyll/tags/include.rb: VALID_FILENAME_CHARS, INVALID_SEQUENCES.
bool is_include_name(std::string_view name) {
  bool pair = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool valid = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("_/.-()+~#@").find(c) != std::string_view::npos;
    const bool mark = c == '.' || c == '/';
    if (!valid || (mark && pair)) {
      return false;
    }
    pair = mark;
  }
  return !name.empty();
}

// Jekyll 3, which GitHub Pages runs, leaves the baseurl out of these two tags.
std::optional<std::string> tag_address(const Config& config, const std::string& url) {
  return config.github_pages ? std::optional(url) : relative_url(url, config.baseurl);
}

std::optional<std::string> link_address(const Site& site, std::string_view path) {
  const Resolution found = resolve_link_tag(site, path);
  if (found.verdict != Resolution::Verdict::found || found.target.empty()) return std::nullopt;
  return tag_address(site.config(), found.target);
}

}  // namespace

LiquidSourcePtr LiquidFiles::source(const std::string& path) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = sources_.find(path); known != sources_.end()) {
      return known->second;
    }
  }
  std::optional<std::string> text = files_->read(path);
  LiquidSourcePtr source = text ? liquid_file(path, std::move(*text)) : nullptr;
  const std::lock_guard lock(mutex_);
  return sources_.emplace(path, std::move(source)).first->second;
}

std::shared_ptr<const syntax::Value> LiquidFiles::data(const std::string& path) {
  {
    const std::lock_guard lock(mutex_);
    if (const auto known = data_.find(path); known != data_.end()) {
      return known->second;
    }
  }
  const std::optional<std::string> text = files_->read_prefix(path, largest_data + 1);
  std::shared_ptr<const syntax::Value> value;
  if (text && text->size() <= largest_data) {
    value = std::make_shared<const syntax::Value>(syntax::parse_yaml_value(*text));
  }
  const std::lock_guard lock(mutex_);
  return data_.emplace(path, std::move(value)).first->second;
}

bool LiquidFiles::is_folder(const std::string& path) const {
  return !files_->list(path).empty();
}

LiquidEnvironment liquid_environment(const Site& site, const Page& page, const syntax::Document& document,
                                     LiquidFiles& files) {
  LiquidEnvironment environment;
  const Config& config = site.config();
  environment.address = {config.valid && (!config.github_pages || !config.url.empty()), config.url,
                         config.baseurl};
  environment.variable = [&site, &page, &document, &files](std::string_view name) {
    if (name == "site") {
      return object([&site, &files](std::string_view member) { return site_value(site, files, member); });
    }
    if (name == "page") {
      return object([&site, &page, &document](std::string_view member) {
        return PageSource{site, page, document}.value(member);
      });
    }
    for (const std::string_view other :
         {"layout", "theme", "jekyll", "paginator", "content", "highlighter_prefix", "highlighter_suffix"}) {
      if (name == other) {
        return LiquidValue();
      }
    }
    return site.runs_unknown_code() ? LiquidValue() : LiquidValue::nil();
  };
  environment.include = [&config, &page, &files](std::string_view name, bool relative) -> LiquidSourcePtr {
    if (!is_include_name(name)) {
      return nullptr;
    }
    const std::string folder = relative ? folder_of(page.path) : config.includes_dir + "/";
    return files.source(folder + std::string(name));
  };
  environment.link = [&site](std::string_view path) { return link_address(site, path); };
  environment.post_url = [&site, &config](std::string_view name) -> std::optional<std::string> {
    const Resolution found = resolve_post_url(site, name);
    const bool sure =
        found.verdict == Resolution::Verdict::found && found.page != nullptr && !found.page->url.empty();
    return sure ? tag_address(config, found.page->url) : std::nullopt;
  };
  return environment;
}

}  // namespace site
