#include "server/lsp/state/site_files.h"

#include <optional>
#include <utility>

#include "server/text/path.h"

namespace lsp {
namespace {

constexpr std::size_t sniffed_bytes = 4096;

}  // namespace

std::string source_folder(const std::string& site_folder, const site::Config& config) {
  const bool absolute = config.source.starts_with('/');
  const std::string folder = absolute ? config.source : text::join_path(site_folder, config.source);
  return '/' + text::normalized_path(folder, text::Above::ignored);
}

site::Change read_change(const site::Site& site, std::string path) {
  std::optional<std::string> text = site.files().read_prefix(path, sniffed_bytes);
  if (text && text->size() == sniffed_bytes && text->find('\0') == std::string::npos) {
    if (std::optional<std::string> whole = site.files().read(path)) text = std::move(whole);
  }
  return {std::move(path), std::move(text)};
}

}  // namespace lsp
