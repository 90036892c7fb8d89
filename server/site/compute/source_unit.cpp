#include "server/site/compute/source_unit.h"

#include <algorithm>
#include <array>
#include <utility>

#include "server/liquid/source.h"
#include "server/site/compute/page_data.h"
#include "server/site/compute/page_facts.h"
#include "server/site/compute/source_file.h"
#include "server/site/settings/defaults.h"
#include "server/site/settings/plugins.h"
#include "server/site/settings/project_settings.h"
#include "server/text/ascii.h"
#include "server/text/path.h"
#include "server/text/utf8.h"

namespace site {
namespace {

using Format = syntax::ParseOptions::Format;

// Sorted. Nobody writes front matter into these; they are not even opened.
constexpr std::array<std::string_view, 40> binary_extensions = {
    ".avi", ".avif", ".bin",  ".bmp", ".bz2",  ".class", ".dll",  ".doc",  ".docx",  ".eot",
    ".exe", ".flac", ".gif",  ".gz",  ".heic", ".ico",   ".jar",  ".jpeg", ".jpg",   ".m4a",
    ".mov", ".mp3",  ".mp4",  ".ogg", ".otf",  ".pdf",   ".png",  ".ppt",  ".pptx",  ".rar",
    ".tar", ".tif",  ".tiff", ".ttf", ".wav",  ".webm",  ".webp", ".woff", ".woff2", ".zip"};

constexpr std::size_t prefix_size = 512;

constexpr std::string_view unreadable = "---\n[\n---\n";

std::string lower_extension(std::string_view path) {
  return text::ascii_lower(text::extension(path));
}

bool is_binary(std::string_view path) {
  return std::binary_search(binary_extensions.begin(), binary_extensions.end(), lower_extension(path));
}

bool is_html(std::string_view extension) {
  return extension == ".html" || extension == ".htm" || extension == ".xhtml";
}

// Jekyll's has_yaml_header? on the first bytes of a file: the first line is `---`, blanks, and a line end.
bool has_header(std::string_view text) {
  if (!text.starts_with("---")) return false;
  const std::size_t end = text.find('\n');
  if (end == std::string_view::npos) return false;
  const std::string_view rest = text.substr(3, end - 3);
  return rest.find_first_not_of(" \t\r\v\f") == std::string_view::npos;
}

SourceFile source_file(const Sources& sources, std::string_view path, PathInfo info) {
  SourceFile file{path, PageKind::page, info.collection, std::nullopt};
  if (info.kind == PathKind::post) file.kind = PageKind::post;
  if (info.kind == PathKind::document) file.kind = PageKind::document;
  if (info.kind == PathKind::draft) {
    file.kind = PageKind::draft;
    file.modified = sources.files->modified(path);
  }
  return file;
}

// Some default set may switch Liquid off.
bool defaults_name_liquid(const Config& config) {
  return std::any_of(config.defaults.begin(), config.defaults.end(),
                     [](const DefaultSet& set) { return set.values.find("render_with_liquid") != nullptr; });
}

bool liquid_by_default(const Config& config, const SourceFile& file) {
  if (!defaults_name_liquid(config)) return true;
  const auto sets = ranked_defaults(
      config, matching_defaults(config, default_type(file), file.path, relative_path(config, file)));
  for (auto set = sets.rbegin(); set != sets.rend(); ++set) {
    const syntax::Value* value = config.defaults[*set].values.find("render_with_liquid");
    if (value) return !value->boolean() || *value->boolean();
  }
  return true;
}

// The page of a README becomes its folder's index.
void make_index(Page& page) {
  const std::string folder(text::folder_of(page.path));
  page.url = '/' + folder;
  page.output = folder + "index.html";
}

// jekyll-titles-from-headings; "" for none.
std::string title_from_heading(const Config& config, const Page& page) {
  if (!page.markdown || page.content.headings.empty() || !takes_title_from_heading(config, page.kind))
    return {};
  const PageHeading& first = page.content.headings.front();
  return first.level <= 3 && !first.masked ? first.text : std::string();
}

// Where a text comes from: what the disk has can be read again, what an editor has is kept.
enum class From : std::uint8_t { disk, editor };

PagePtr make_page(const Sources& sources, const SourceFile& file, std::string text, bool as_index,
                  From from) {
  const Config& config = sources.rules->config();
  PathInfo info;
  info.collection = file.collection;
  info.kind = file.kind == PageKind::post    ? PathKind::post
              : file.kind == PageKind::draft ? PathKind::draft
              : file.kind == PageKind::page  ? PathKind::page
                                             : PathKind::document;
  // A page or document that is not UTF-8 is built, but none of its front matter can be read
  // (Convertible#read_yaml).
  const bool read = file.kind == PageKind::post || file.kind == PageKind::draft || text::is_valid_utf8(text);
  const syntax::Document document(read ? std::move(text) : std::string(unreadable),
                                  parse_options_for(sources, file.path, info));
  Page page = compute_page(sources.environment, file, document);
  if (from == From::editor) page.text = std::make_shared<const std::string>(document.text);
  if (as_index) make_index(page);
  if (page.title.value.empty() && page.title.origin.kind == Origin::Kind::none) {
    page.title.value = title_from_heading(config, page);
  }
  // jekyll-redirect-from puts such a page into its own layout.
  if (!page.redirect_to.empty() && config.has_plugin("jekyll-redirect-from")) {
    page.layout.value = "redirect";
    page.layout.origin.kind = Origin::Kind::gem;
  }
  return std::make_shared<const Page>(std::move(page));
}

SourceUnit make_page_or_file(const Sources& sources, std::string_view path, PathInfo info, std::string text,
                             From from) {
  SourceUnit unit{std::string(path), info, nullptr, nullptr, nullptr, nullptr, false};
  const Config& config = sources.rules->config();
  const SourceFile file = source_file(sources, path, info);
  const bool always = info.kind == PathKind::post || info.kind == PathKind::draft;
  if (always || (has_header(text) && !is_binary(path))) {
    unit.page = make_page(sources, file, std::move(text), false, from);
    return unit;
  }
  StaticFile copied = compute_static_file(config, path, info.collection);
  copied.hides_front_matter =
      (config.is_markdown(path) || lower_extension(path) == ".html") && hides_front_matter(text);
  unit.file = std::make_shared<const StaticFile>(std::move(copied));
  if (info.kind == PathKind::page) {
    if (is_page_without_front_matter(config, path)) {
      unit.page = make_page(sources, file, std::move(text), false, from);
    } else if (is_readme_index(config, path)) {
      unit.index = make_page(sources, file, std::move(text), true, from);
    }
  }
  return unit;
}

SourceUnit make_unit_from(const Sources& sources, std::string_view path, PathInfo info, std::string text,
                          From from) {
  SourceUnit unit{std::string(path), info, nullptr, nullptr, nullptr, nullptr, false};
  switch (info.kind) {
    case PathKind::post:
    case PathKind::draft:
    case PathKind::page:
    case PathKind::document:
      return make_page_or_file(sources, path, info, std::move(text), from);
    case PathKind::layout:
    case PathKind::include: {
      Template scanned = read_template(path, text);
      if (info.kind == PathKind::include)
        scanned.source = liquid::source_of_file(std::string(path), std::move(text));
      unit.scanned = std::make_shared<const Template>(std::move(scanned));
      break;
    }
    case PathKind::data:
      unit.data = std::make_shared<const DataFile>(
          std::string(path), from == From::editor ? std::optional(std::move(text)) : std::nullopt);
      break;
    case PathKind::stray:
      unit.stray = true;
      break;
    default:
      break;
  }
  return unit;
}

}  // namespace

syntax::ParseOptions parse_options_for(const Sources& sources, std::string_view path, PathInfo info) {
  const Config& config = sources.rules->config();
  syntax::ParseOptions options;
  options.markdown = config.markdown;
  const std::string extension_ = lower_extension(path);
  switch (info.kind) {
    case PathKind::config:
      options.format = Format::yaml;
      break;
    case PathKind::data:
      options.format = extension_ == ".csv" || extension_ == ".tsv" ? Format::plain : Format::yaml;
      break;
    case PathKind::layout:
    case PathKind::include:
      options.format = config.is_markdown(path) && info.kind == PathKind::include ? Format::markdown
                       : is_html(extension_)                                      ? Format::html
                                                                                  : Format::code;
      break;
    case PathKind::plugin:
      options.format = Format::plain;
      break;
    default:
      options.format = config.is_markdown(path) ? Format::markdown
                       : is_html(extension_)    ? Format::html
                                                : Format::code;
      options.liquid = liquid_by_default(config, source_file(sources, path, info));
      break;
  }
  if (is_project_settings(config, path)) options.format = Format::yaml;
  if (path == config.file || path.ends_with("/" + config.file)) {
    if (info.kind == PathKind::none && !config.file.empty()) options.format = Format::yaml;
  }
  return options;
}

SourceUnit make_unit(const Sources& sources, std::string_view path, PathInfo info, std::string text) {
  return make_unit_from(sources, path, info, std::move(text), From::editor);
}

SourceUnit read_unit(const Sources& sources, std::string_view path, PathInfo info) {
  const auto nothing = [&] {
    return SourceUnit{std::string(path), {}, nullptr, nullptr, nullptr, nullptr, false};
  };
  const bool either = info.kind == PathKind::page || info.kind == PathKind::document;
  if (info.kind == PathKind::stray || info.kind == PathKind::data || info.kind == PathKind::config ||
      info.kind == PathKind::plugin) {
    return make_unit_from(sources, path, info, {}, From::disk);
  }
  if (either && !sources.rules->config().is_markdown(path)) {
    if (is_binary(path)) return make_unit_from(sources, path, info, {}, From::disk);
    auto prefix = sources.files->read_prefix(path, prefix_size);
    if (!prefix) return nothing();
    if (!has_header(*prefix) || prefix->size() < prefix_size)
      return make_unit_from(sources, path, info, std::move(*prefix), From::disk);
  }
  auto text = sources.files->read(path);
  // Too large to be a text that someone edits: its name still answers links.
  if (!text && either && sources.files->exists(path))
    return make_unit_from(sources, path, info, {}, From::disk);
  return text ? make_unit_from(sources, path, info, std::move(*text), From::disk) : nothing();
}

}  // namespace site
