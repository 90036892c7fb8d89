#include "server/site/compute/source_file.h"

#include "server/text/path.h"

namespace site {

std::string_view relative_path(const Config& config, const SourceFile& file) {
  if (file.kind == PageKind::page) return file.path;
  return text::without_folder(file.path, config.collections_dir);
}

std::string_view default_type(const SourceFile& file) {
  switch (file.kind) {
    case PageKind::page:
      return "pages";
    case PageKind::post:
    case PageKind::draft:
      return "posts";
    case PageKind::document:
      break;
  }
  return file.collection;
}

}  // namespace site
