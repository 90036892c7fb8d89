#include "server/site/settings/config.h"

#include <algorithm>

#include "server/text/ascii.h"
#include "server/text/path.h"

namespace site {

bool Config::has_plugin(std::string_view name) const {
  return std::find(plugins.begin(), plugins.end(), name) != plugins.end();
}

const Collection* Config::collection(std::string_view label) const {
  for (const Collection& collection : collections) {
    if (collection.label == label) return &collection;
  }
  return nullptr;
}

bool Config::is_markdown(std::string_view path) const {
  const std::string_view with_dot = text::extension(path);
  if (with_dot.empty()) return false;
  const std::string extension = text::ascii_lower(with_dot.substr(1));
  return std::find(markdown_ext.begin(), markdown_ext.end(), extension) != markdown_ext.end();
}

}  // namespace site
