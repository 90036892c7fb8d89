#include "server/site/compute/page_data.h"

#include "server/site/settings/defaults.h"
#include "server/text/path.h"

namespace site {
namespace {

constexpr int deepest_list = 64;

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    const bool interpolation = c == '#' && i + 1 < text.size() &&
                               std::string_view("{$@").find(text[i + 1]) != std::string_view::npos;
    if (c == '"' || c == '\\' || interpolation) out += '\\';
    if (c == '\n') {
      out += "\\n";
    } else if (c == '\t') {
      out += "\\t";
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_inspected(std::string& out, const syntax::Value& value, int depth) {
  if (depth > deepest_list) return;
  if (const std::string* text = value.string()) {
    append_quoted(out, *text);
  } else if (value.is_null()) {
    out += "nil";
  } else if (const syntax::Scalar* scalar = value.scalar()) {
    out += syntax::to_ruby_string(*scalar);
  } else if (const syntax::List* list = value.list()) {
    out += '[';
    for (std::size_t i = 0; i < list->size(); ++i) {
      if (i > 0) out += ", ";
      append_inspected(out, (*list)[i], depth + 1);
    }
    out += ']';
  } else if (const syntax::Mapping* mapping = value.mapping()) {
    out += '{';
    for (std::size_t i = 0; i < mapping->size(); ++i) {
      if (i > 0) out += ", ";
      append_quoted(out, (*mapping)[i].key);
      out += "=>";
      append_inspected(out, (*mapping)[i].value, depth + 1);
    }
    out += '}';
  }
}

// `false` and null count as no front matter at all, any other value that is no mapping makes Jekyll give up.
bool has_unusable_front_matter(const syntax::FrontMatter& front_matter) {
  if (front_matter.state != syntax::FrontMatter::State::present) return false;
  if (!front_matter.tree.valid) return true;
  const syntax::yaml::Node& root = front_matter.tree.root;
  if (root.kind == syntax::yaml::Node::Kind::mapping) return false;
  if (root.kind == syntax::yaml::Node::Kind::sequence) return true;
  const syntax::Value value = syntax::to_value(root);
  return is_truthy(&value);
}

}  // namespace

std::string_view without_trailing_dots(std::string_view text) {
  while (text.ends_with('.')) text.remove_suffix(1);
  return text;
}

std::string ruby_inspect(const syntax::Value& value) {
  std::string out;
  append_inspected(out, value, 0);
  return out;
}

std::string ruby_string(const syntax::Value& value) {
  const syntax::Scalar* scalar = value.scalar();
  return scalar == nullptr ? ruby_inspect(value) : syntax::to_ruby_string(*scalar);
}

bool is_truthy(const syntax::Value* value) {
  if (value == nullptr || value->is_null()) return false;
  const bool* boolean = value->boolean();
  return boolean == nullptr || *boolean;
}

PageData::PageData(const Config& the_config, const SourceFile& the_file, const syntax::Document& the_document)
    : config(the_config),
      file(the_file),
      document(the_document),
      relative_path(site::relative_path(config, the_file)),
      name(text::file_name(relative_path)),
      extension(text::extension(name)),
      basename(text::stem(name)) {
  defaults_ = matching_defaults(config, default_type(file), file.path, relative_path);
  broken = has_unusable_front_matter(document.front_matter);
  if (is_page()) return;

  defaults_ = ranked_defaults(config, std::move(defaults_));
  dated = syntax::parse_post_name(name);
  draft = (file.kind == PageKind::post || file.kind == PageKind::draft) &&
          relative_path.find("_posts") == std::string_view::npos;
  // Categories that are neither text nor list raise a TypeError before anything of the front matter is taken
  // over.
  const syntax::Value* categories = own("categories");
  if (categories != nullptr && !categories->is_null() && categories->string() == nullptr &&
      categories->list() == nullptr) {
    broken = true;
  }
}

const syntax::Value* PageData::own(std::string_view key) const {
  return broken ? nullptr : document.front_matter.data.find(key);
}

EffectiveValue PageData::from_defaults(std::string_view key) const {
  const auto found = [&](std::size_t index) {
    Origin origin;
    origin.kind = Origin::Kind::defaults;
    origin.set = static_cast<std::uint32_t>(index);
    return EffectiveValue{config.defaults[index].values.find(key), origin};
  };
  if (is_page()) {
    const std::int64_t winner = page_default(config, defaults_, key);
    return winner < 0 ? EffectiveValue{} : found(static_cast<std::size_t>(winner));
  }
  EffectiveValue null_value;
  for (auto index = defaults_.rbegin(); index != defaults_.rend(); ++index) {
    const syntax::Value* value = config.defaults[*index].values.find(key);
    if (value == nullptr) continue;
    if (!value->is_null()) return found(*index);
    if (null_value.value == nullptr) null_value = found(*index);
  }
  return null_value;
}

EffectiveValue PageData::find(std::string_view key) const {
  const syntax::Value* value = own(key);
  Origin origin;
  if (value != nullptr) {
    origin.kind = Origin::Kind::front_matter;
    origin.range = value->range;
    if (is_page() || !value->is_null()) return {value, origin};
  }
  const EffectiveValue fallback = from_defaults(key);
  if (value == nullptr || (fallback.value != nullptr && !fallback.value->is_null())) return fallback;
  return {value, origin};
}

}  // namespace site
