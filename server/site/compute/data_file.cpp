#include "server/site/compute/data_file.h"

namespace site {

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
