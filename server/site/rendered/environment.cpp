#include "server/site/rendered/environment.h"

#include <algorithm>
#include <array>
#include <utility>

#include "server/liquid/address.h"
#include "server/liquid/source.h"
#include "server/site/compute/data_file.h"
#include "server/site/compute/page_data.h"
#include "server/site/compute/source_file.h"
#include "server/site/compute/template_ids.h"
#include "server/site/rendered/posts.h"
#include "server/site/rendered/uses.h"
#include "server/text/ascii.h"
#include "server/text/path.h"

// Sources: jekyll/lib/jekyll/drops/{unified_payload,site,document}_drop.rb, convertible.rb (to_liquid).

namespace site {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view name, const std::array<std::string_view, N>& names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

liquid::Value object(std::function<liquid::Value(std::string_view)> member) {
  return liquid::Value(std::make_shared<const liquid::Object>(liquid::Object{std::move(member)}));
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

// Set by the build, by plugins that are known, or members that Liquid has by itself; and what documents have
// beyond that (document_drop.rb), which in pages is front matter like any other.
constexpr std::array<std::string_view, 8> computed_page_values = {
    "content", "excerpt", "dir", "last_modified_at", "size", "first", "last", "pagination_info"};
constexpr std::array<std::string_view, 6> computed_document_values = {"output",   "date", "next",
                                                                      "previous", "id",   "draft"};

// `site.data.NAME`, or a member of one of its folders. Sources: jekyll/lib/jekyll/readers/data_reader.rb.
liquid::Value data_value(const Site& site, LiquidUses& uses, const std::string& folder,
                         std::string_view name) {
  if (name.empty() || name.find('/') != std::string_view::npos || name.find('.') != std::string_view::npos ||
      name == "size" || name == "first" || name == "last") {
    return {};
  }
  const std::string path = folder + "/" + std::string(name);
  const LiquidUses::Answer* file = nullptr;
  for (const std::string_view extension : {".yml", ".yaml", ".json", ".csv", ".tsv"}) {
    const auto& answer = ask(uses, site, LiquidUses::Kind::data, path + std::string(extension));
    if (answer.known && file != nullptr) {
      return {};  // one hides the other
    }
    file = answer.known ? &answer : file;
  }
  const bool below = ask(uses, site, LiquidUses::Kind::data_folder, path).known;
  if (file != nullptr) {
    const auto* data = static_cast<const DataFile*>(file->thing.get());
    const syntax::Value* value = data->value(site.files());
    return value != nullptr && !below ? liquid::to_value(*value) : liquid::Value();
  }
  if (below) {
    return object(
        [&site, &uses, path](std::string_view inner) { return data_value(site, uses, path, inner); });
  }
  // Names with odd characters are cleaned: such a file may be the one.
  return {};
}

// `site.tags.NAME`, `site.categories.NAME`.
liquid::Value posts_of(const Site& site, LiquidUses& uses, LiquidUses::Kind kind, std::string_view term) {
  if (term == "size" || term == "first" || term == "last") {
    return {};
  }
  const LiquidUses::Answer& posts = ask(uses, site, kind, term);
  return posts.known && !posts.pages.empty() ? posts_value(site, posts.pages) : liquid::Value();
}

// Do the settings say in which order the documents of this collection come?
bool has_own_order(const Config& config, std::string_view label) {
  const syntax::Value* collections = config.data.find("collections");
  const syntax::Value* settings = collections != nullptr ? collections->find(label) : nullptr;
  return settings != nullptr && (settings->find("sort_by") != nullptr || settings->find("order") != nullptr);
}

liquid::Value site_value(const Site& site, LiquidUses& uses, std::string_view name) {
  const Config& config = site.config();
  if (name == "data") {
    return object([&site, &uses](std::string_view below) {
      return data_value(site, uses, site.config().data_dir, below);
    });
  }
  if (config.valid && !site.runs_unknown_code()) {
    if (name == "posts") {
      const LiquidUses::Answer& posts = ask(uses, site, LiquidUses::Kind::posts, "");
      return posts.known ? posts_value(site, posts.pages) : liquid::Value();
    }
    if (name == "tags" || name == "categories") {
      const auto kind = name == "tags" ? LiquidUses::Kind::tag : LiquidUses::Kind::category;
      return object([&site, &uses, kind](std::string_view term) { return posts_of(site, uses, kind, term); });
    }
    if (config.collection(name) != nullptr && !has_own_order(config, name)) {
      const LiquidUses::Answer& documents = ask(uses, site, LiquidUses::Kind::documents, name);
      return documents.known ? posts_value(site, documents.pages) : liquid::Value();
    }
  }
  if (!config.valid || is_one_of(name, computed_settings) || config.collection(name) != nullptr) {
    return {};
  }
  if (const syntax::Value* value = config.data.find(name)) {
    return liquid::to_value(*value);
  }
  const bool hidden = is_one_of(name, default_settings) || site.runs_unknown_code() || config.github_pages ||
                      config.has_plugin("jekyll-github-metadata");
  return hidden ? liquid::Value() : liquid::Value::nil();
}

class PageSource {
 public:
  PageSource(const Site& site, const Page& page, const syntax::Document& document)
      : site_(site),
        page_(page),
        file_{page.path, page.kind, page.collection, std::nullopt},
        data_(site.config(), file_, document) {}

  [[nodiscard]] liquid::Value value(std::string_view name) const {
    const bool is_document = page_.kind != PageKind::page;
    if (name == "url") {
      return page_.url.empty() ? liquid::Value() : liquid::Value(std::string_view(page_.url));
    }
    if (name == "path" || (is_document && name == "relative_path")) {
      return name == "path" && data_.find(name).value != nullptr ? liquid::Value()
                                                                 : liquid::Value(data_.relative_path);
    }
    if (name == "name") {
      return data_.find(name).value != nullptr ? liquid::Value() : liquid::Value(text::file_name(page_.path));
    }
    if (is_document && name == "collection") {
      return liquid::Value(std::string_view(page_.collection));
    }
    if (is_document && (name == "tags" || name == "categories")) {
      return terms_value(name == "tags" ? page_.tags : page_.categories);
    }
    const bool translated = name == "lang" && site_.config().has_plugin("jekyll-polyglot");
    if (is_one_of(name, computed_page_values) || translated || page_.data_invalid ||
        (is_document && is_one_of(name, computed_document_values))) {
      return {};
    }
    if (const syntax::Value* value = data_.find(name).value) {
      return liquid::to_value(*value);
    }
    if (is_document && name == "title") {
      return liquid::Value(std::string_view(page_.title.value));
    }
    if (is_document && (name == "slug" || name == "ext" || name == "excerpt_separator")) {
      return {};
    }
    return site_.runs_unknown_code() || site_.config().github_pages ? liquid::Value() : liquid::Value::nil();
  }

 private:
  const Site& site_;
  const Page& page_;
  SourceFile file_;
  PageData data_;
};

// liquid/lib/jekyll/tags/include.rb: VALID_FILENAME_CHARS, INVALID_SEQUENCES.
bool is_include_name(std::string_view name) {
  bool pair = false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = name[i];
    const bool valid =
        text::is_ascii_alphanumeric(c) || std::string_view("_/.-()+~#@").find(c) != std::string_view::npos;
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
  return config.github_pages ? std::optional(url) : liquid::relative_url(url, config.baseurl);
}

}  // namespace

liquid::Environment liquid_environment(const Site& site, const Page* page, std::string_view path,
                                       const syntax::Document& document, LiquidUses& uses) {
  liquid::Environment environment;
  const Config& config = site.config();
  environment.address = {config.valid && (!config.github_pages || !config.url.empty()), config.url,
                         config.baseurl};
  const auto source = page != nullptr ? std::make_shared<const PageSource>(site, *page, document) : nullptr;
  environment.variable = [&site, &uses, source](std::string_view name) {
    if (name == "site") {
      return object([&site, &uses](std::string_view member) { return site_value(site, uses, member); });
    }
    if (source == nullptr) {
      return liquid::Value();
    }
    if (name == "page") {
      return object([source](std::string_view member) { return source->value(member); });
    }
    for (const std::string_view other :
         {"layout", "theme", "jekyll", "paginator", "content", "highlighter_prefix", "highlighter_suffix"}) {
      if (name == other) {
        return liquid::Value();
      }
    }
    return site.runs_unknown_code() ? liquid::Value() : liquid::Value::nil();
  };
  environment.include = [&site, &uses, folder = std::string(text::folder_of(path))](
                            std::string_view name, bool relative) -> liquid::SourcePtr {
    if (!is_include_name(name)) {
      return nullptr;
    }
    if (!relative) {
      const auto& found = ask(uses, site, LiquidUses::Kind::include, name);
      return found.known ? static_cast<const Template*>(found.thing.get())->source : nullptr;
    }
    const std::string file = folder + std::string(name);
    const auto& found = ask(uses, site, LiquidUses::Kind::file, file);
    if (!found.known) {
      return nullptr;
    }
    return liquid::source_of_file(file, found.thing ? site.text_of(file).value_or("") : found.text);
  };
  const auto tag = [&site, &uses](LiquidUses::Kind kind, std::string_view name) {
    const auto& found = ask(uses, site, kind, name);
    return found.known ? tag_address(site.config(), found.text) : std::nullopt;
  };
  environment.link = [tag](std::string_view name) { return tag(LiquidUses::Kind::link, name); };
  environment.post_url = [tag](std::string_view name) { return tag(LiquidUses::Kind::post_url, name); };
  return environment;
}

}  // namespace site
