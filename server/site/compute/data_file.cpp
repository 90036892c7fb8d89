#include "server/site/compute/data_file.h"

#include "server/text/path.h"
#include "server/text/unicode.h"
#include "server/text/utf8.h"

namespace site {
namespace {

// Other characters than word characters, blanks and hyphens go; a run of blanks becomes `_`.
std::string sanitized(std::string_view name) {
  std::string result;
  for (std::size_t at = 0; at < name.size();) {
    const text::CodePoint point = text::code_point_at(name, at);
    const bool blank = point.value == U' ' || (point.value >= U'\t' && point.value <= U'\r');
    if (blank) {
      if (!result.ends_with('_')) result += '_';
    } else if (point.value == U'-' || (point.valid && text::is_word(point.value))) {
      result += name.substr(at, point.size);
    }
    at += point.size;
  }
  return result;
}

}  // namespace

std::string data_key(std::string_view path) {
  std::string key;
  while (true) {
    const std::size_t slash = path.find('/');
    std::string_view part = path.substr(0, slash);
    if (slash == std::string_view::npos) part = text::without_extension(part);
    if (!key.empty()) key += '.';
    key += sanitized(part);
    if (slash == std::string_view::npos) return key;
    path.remove_prefix(slash + 1);
  }
}

const syntax::Value* DataFile::value(const platform::FileSystem& files) const {
  std::call_once(read_, [&] {
    const std::optional<std::string> text = text_ ? std::move(text_) : files.read_prefix(path_, largest + 1);
    text_.reset();
    const bool yaml = path_.ends_with(".yml") || path_.ends_with(".yaml") || path_.ends_with(".json");
    if (yaml && text && text->size() <= largest) value_ = syntax::parse_yaml_value(*text);
  });
  return value_ ? &*value_ : nullptr;
}

}  // namespace site
