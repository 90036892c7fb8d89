#include "server/features/knowledge/post_name.h"

#include <string_view>

#include "server/text/path.h"

namespace features {

std::string post_url_name(const site::Page& post, const site::Config& config) {
  const std::string_view path = text::without_folder(post.path, config.collections_dir);
  const std::string_view folder = "_posts/";
  const std::size_t at = path.starts_with(folder) ? 0 : path.find("/_posts/");
  if (at == std::string_view::npos) return std::string(path);
  const std::string_view before = path.substr(0, at);
  const std::string_view name = path.substr(at + (at == 0 ? 0 : 1) + folder.size());
  return text::join_path(before, text::without_extension(name));
}

}  // namespace features
