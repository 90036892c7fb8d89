#include "server/site/settings/read_config.h"

#include <algorithm>
#include <array>
#include <utility>

#include "server/site/settings/gemfile.h"
#include "server/site/settings/github_pages.h"
#include "server/text/ascii.h"

namespace site {
namespace {

using syntax::Value;

constexpr std::array<std::string_view, 10> gem_excludes = {
    ".sass-cache",  ".jekyll-cache",  "gemfiles",      "Gemfile",      "Gemfile.lock",
    "node_modules", "vendor/bundle/", "vendor/cache/", "vendor/gems/", "vendor/ruby/"};

// A null value does not override the gem's default (Utils.deep_merge_hashes).
const Value* setting(const Value& data, std::string_view key) {
  const Value* value = data.find(key);
  return value && !value->is_null() ? value : nullptr;
}

// Ruby's truth: everything but false and nil.
bool truthy(const Value& data, std::string_view key, bool otherwise) {
  const Value* value = setting(data, key);
  if (!value) return otherwise;
  const bool* flag = value->boolean();
  return !flag || *flag;
}

void read_string(const Value& data, std::string_view key, std::string& target) {
  const Value* value = setting(data, key);
  if (value && value->string()) target = *value->string();
}

// A scalar of any type, as Ruby's to_s writes it.
void read_scalar(const Value& data, std::string_view key, std::string& target) {
  const Value* value = setting(data, key);
  if (value && value->scalar()) target = syntax::to_ruby_string(*value->scalar());
}

// A folder below the source: no slash at its ends, no `./`.
void read_folder(const Value& data, std::string_view key, std::string& target) {
  read_string(data, key, target);
  while (target.starts_with("./")) target.erase(0, 2);
  while (target.starts_with('/')) target.erase(0, 1);
  while (target.ends_with('/')) target.pop_back();
  if (target == ".") target.clear();
}

std::vector<std::string> strings(const Value* value) {
  std::vector<std::string> result;
  if (!value || !value->list()) return result;
  for (const Value& item : *value->list()) {
    if (item.string()) result.push_back(*item.string());
  }
  return result;
}

void add_unique(std::vector<std::string>& list, std::string_view text) {
  if (std::find(list.begin(), list.end(), text) == list.end()) list.emplace_back(text);
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  while (true) {
    const std::size_t end = text.find(separator);
    parts.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// `false` and `nil` leave kramdown's option off; words count as kramdown's own option parser takes them.
void read_flag(const Value& data, std::string_view key, bool& target) {
  const Value* value = data.find(key);
  if (!value) return;
  if (value->string()) {
    target = *value->string() != "false";
  } else {
    target = truthy(data, key, target);
  }
}

void read_kramdown(const Value& data, syntax::MarkdownOptions& options) {
  const Value* kramdown = setting(data, "kramdown");
  if (!kramdown || !kramdown->mapping()) return;
  std::string input = "GFM";
  read_string(*kramdown, "input", input);
  options.input = text::ascii_lower(input) == "gfm" ? syntax::MarkdownOptions::Input::gfm
                                                    : syntax::MarkdownOptions::Input::kramdown;
  read_flag(*kramdown, "auto_ids", options.auto_ids);
  read_scalar(*kramdown, "auto_id_prefix", options.auto_id_prefix);
  read_flag(*kramdown, "auto_id_stripping", options.auto_id_stripping);
  read_flag(*kramdown, "parse_block_html", options.parse_block_html);
  read_flag(*kramdown, "parse_span_html", options.parse_span_html);
  read_scalar(*kramdown, "footnote_prefix", options.footnote_prefix);
  const Value* offset = setting(*kramdown, "header_offset");
  if (offset && offset->integer())
    options.header_offset = static_cast<int>(std::clamp<std::int64_t>(*offset->integer(), -6, 6));
  if (const Value* quirks = kramdown->find("gfm_quirks")) {
    std::vector<std::string> names = strings(quirks);
    if (quirks->string()) names = split(*quirks->string(), ',');
    const auto has = [&](std::string_view wanted) {
      return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return std::string_view(name).substr(std::min(name.find_first_not_of(' '), name.size())) == wanted;
      });
    };
    options.gfm_paragraph_end = has("paragraph_end");
    options.gfm_no_auto_typographic = has("no_auto_typographic");
  }
}

// Labels lose what is no letter, digit, `_`, `-` or `.` (Collection#sanitize_label).
std::string sanitized_label(std::string_view label) {
  std::string result;
  for (const char c : label) {
    if (text::is_ascii_word(c) || c == '-' || c == '.') result += c;
  }
  return result;
}

Collection& collection_named(Config& config, const std::string& label) {
  for (Collection& collection : config.collections) {
    if (collection.label == label) return collection;
  }
  return config.collections.emplace_back(Collection{label, false, false, std::nullopt, {}});
}

void read_collections(Config& config) {
  const Value* value = setting(config.data, "collections");
  if (value && value->list()) {
    for (const Value& item : *value->list()) {
      if (item.string()) collection_named(config, sanitized_label(*item.string())).range = item.range;
    }
  }
  if (value && value->mapping()) {
    for (const syntax::Member& member : *value->mapping()) {
      const std::string label = sanitized_label(member.key);
      Collection& collection = collection_named(config, label);
      collection.range = member.key_range;
      // Jekyll looks the settings up under the cleaned label: a label that had to be cleaned has none.
      const Value* settings = value->find(label);
      if (!settings || !settings->mapping()) continue;
      collection.output = truthy(*settings, "output", false);
      collection.future = truthy(*settings, "future", false);
      const Value* permalink = setting(*settings, "permalink");
      if (permalink && permalink->scalar())
        collection.permalink = syntax::to_ruby_string(*permalink->scalar());
    }
  }
  config.collections.front().output = true;
}

void read_defaults(Config& config) {
  const Value* value = setting(config.data, "defaults");
  if (!value || !value->list()) return;
  for (const Value& item : *value->list()) {
    const Value* values = item.find("values");
    if (!values || !values->mapping()) continue;
    DefaultSet set;
    set.values = *values;
    set.range = item.range;
    const Value* scope = item.find("scope");
    set.has_scope = scope && scope->mapping();
    if (set.has_scope) {
      if (const Value* path = scope->find("path"); path && path->string()) {
        set.path = *path->string();
        set.path_range = path->range;
      }
      if (const Value* type = scope->find("type"); type && type->scalar()) {
        set.type = syntax::to_ruby_string(*type->scalar());
        set.type_range = type->range;
      }
    }
    config.defaults.push_back(std::move(set));
  }
}

void read_folders(Config& config) {
  read_folder(config.data, "source", config.source);
  if (config.source.empty()) config.source = ".";
  read_string(config.data, "destination", config.destination);
  read_folder(config.data, "collections_dir", config.collections_dir);
  read_folder(config.data, "layouts_dir", config.layouts_dir);
  read_folder(config.data, "includes_dir", config.includes_dir);
  read_folder(config.data, "data_dir", config.data_dir);
  read_folder(config.data, "plugins_dir", config.plugins_dir);
}

void read_addresses(Config& config) {
  read_string(config.data, "url", config.url);
  read_string(config.data, "baseurl", config.baseurl);
  while (config.baseurl.ends_with('/')) config.baseurl.pop_back();
  if (!config.baseurl.empty() && !config.baseurl.starts_with('/')) config.baseurl.insert(0, "/");
  read_scalar(config.data, "permalink", config.permalink);
  read_string(config.data, "timezone", config.timezone);
}

void read_lists(Config& config) {
  // Jekyll stops on lists that are none (Configuration#check_include_exclude): then the gem's own hold here.
  if (const Value* include = setting(config.data, "include"); include && include->list()) {
    config.include = strings(include);
  }
  if (const Value* exclude = setting(config.data, "exclude"); exclude && exclude->list()) {
    std::vector<std::string> own = strings(exclude);
    config.exclude.clear();
    for (const std::string& pattern : own) add_unique(config.exclude, pattern);
    for (const std::string_view pattern : gem_excludes) add_unique(config.exclude, pattern);
  }
  if (const Value* keep = setting(config.data, "keep_files"); keep && keep->list())
    config.keep_files = strings(keep);
  std::string extensions;
  read_string(config.data, "markdown_ext", extensions);
  if (!extensions.empty()) {
    config.markdown_ext = split(text::ascii_lower(extensions), ',');
  }
}

void read_switches(Config& config) {
  const Value& data = config.data;
  config.future = truthy(data, "future", false);
  config.unpublished = truthy(data, "unpublished", false);
  config.show_drafts = truthy(data, "show_drafts", false);
  config.strict_front_matter = truthy(data, "strict_front_matter", false);
  config.safe = truthy(data, "safe", false);
  if (const Value* limit = setting(data, "limit_posts"); limit && limit->integer()) {
    config.limit_posts = std::max<std::int64_t>(*limit->integer(), 0);
  }
  read_scalar(data, "excerpt_separator", config.excerpt_separator);
  std::string processor = "kramdown";
  read_string(data, "markdown", processor);
  config.kramdown = text::ascii_lower(processor) == "kramdown";
  read_kramdown(data, config.markdown);
}

void read_plugins(Config& config, const Gemfile& gemfile) {
  for (const std::string_view key : {"plugins", "gems"}) {
    for (const std::string& name : strings(setting(config.data, key))) add_unique(config.plugins, name);
  }
  for (const std::string& name : gemfile.plugins) add_unique(config.plugins, name);
  read_string(config.data, "theme", config.theme);
  read_string(config.data, "remote_theme", config.remote_theme);
}

void read_everything(Config& config, std::string_view gemfile_text) {
  const Gemfile gemfile = read_gemfile(gemfile_text);
  read_folders(config);
  read_addresses(config);
  read_lists(config);
  read_switches(config);
  read_collections(config);
  read_defaults(config);
  read_plugins(config, gemfile);
  // Without the group Bundler does not load the gem into a build; a site with code of its own is then not
  // built by GitHub Pages either, whose safe mode leaves that code out.
  if (gemfile.github_pages_plugin || (gemfile.github_pages && !config.own_plugins))
    apply_github_pages(config);
}

}  // namespace

Config default_config() {
  Config config;
  config.exclude.assign(gem_excludes.begin(), gem_excludes.end());
  config.collections.push_back({"posts", true, false, std::nullopt, {}});
  return config;
}

Config read_config(std::string_view file, std::string text, std::string_view gemfile, bool own_plugins) {
  Config config = default_config();
  config.file = file;
  config.own_plugins = own_plugins;
  if (!file.empty()) {
    syntax::ParseOptions options;
    options.format = syntax::ParseOptions::Format::yaml;
    auto document = std::make_shared<const syntax::Document>(std::move(text), options);
    const bool toml = file.ends_with(".toml");  // not ours to read: the gem's defaults hold
    const syntax::FrontMatter& front_matter = document->front_matter;
    config.valid = !toml && front_matter.tree.valid;
    if (config.valid) config.data = front_matter.data;
    config.document = std::move(document);
  }
  if (!config.data.mapping()) config.data.data = syntax::Mapping{};
  read_everything(config, gemfile);
  return config;
}

}  // namespace site
