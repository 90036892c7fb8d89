#include "server/features/knowledge/post_name.h"

#include <string_view>

namespace features {

std::string post_url_name(const site::Page& post, const site::Config& config) {
  std::string_view path = post.path;
  const std::string& parent = config.collections_dir;
  if (!parent.empty() && path.starts_with(parent + "/")) path.remove_prefix(parent.size() + 1);
  const std::string_view folder = "_posts/";
  const std::size_t at = path.starts_with(folder) ? 0 : path.find("/_posts/");
  if (at == std::string_view::npos) return std::string(path);
  const std::string_view before = path.substr(0, at);
  std::string_view name = path.substr(at + (at == 0 ? 0 : 1) + folder.size());
  const std::size_t dot = name.rfind('.');
  if (dot != std::string_view::npos && name.find('/', dot) == std::string_view::npos)
    name = name.substr(0, dot);
  return before.empty() ? std::string(name) : std::string(before) + "/" + std::string(name);
}

}  // namespace features
