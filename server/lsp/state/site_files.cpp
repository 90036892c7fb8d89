#include "server/lsp/state/site_files.h"

#include <algorithm>
#include <utility>

#include "server/text/path.h"

namespace lsp {
namespace {

constexpr std::size_t sniffed_bytes = 4096;

class FileSystemWithTexts : public platform::FileSystem {
 public:
  FileSystemWithTexts(std::shared_ptr<const platform::FileSystem> base,
                      std::map<std::string, std::string> texts)
      : base_(std::move(base)), texts_(std::move(texts)) {}

  std::vector<platform::DirectoryEntry> list(std::string_view directory) const override {
    std::vector<platform::DirectoryEntry> entries = base_->list(directory);
    if (!directory.empty() && directory != ".") return entries;
    // The texts all stand in the folder itself.
    for (const auto& [path, text] : texts_) {
      const auto place =
          std::lower_bound(entries.begin(), entries.end(), path,
                           [](const auto& entry, const auto& name) { return entry.name < name; });
      if (place == entries.end() || place->name != path) entries.insert(place, {.name = path});
    }
    return entries;
  }
  std::optional<std::string> read(std::string_view path) const override {
    const auto text = find(path);
    return text != texts_.end() ? text->second : base_->read(path);
  }
  std::optional<std::string> read_prefix(std::string_view path, std::size_t limit) const override {
    const auto text = find(path);
    return text != texts_.end() ? text->second.substr(0, limit) : base_->read_prefix(path, limit);
  }
  bool exists(std::string_view path) const override {
    return find(path) != texts_.end() || base_->exists(path);
  }
  std::optional<std::int64_t> modified(std::string_view path) const override { return base_->modified(path); }
  std::optional<std::uint64_t> size(std::string_view path) const override {
    const auto text = find(path);
    return text != texts_.end() ? text->second.size() : base_->size(path);
  }

 private:
  std::map<std::string, std::string>::const_iterator find(std::string_view path) const {
    return texts_.find(std::string(path));
  }

  std::shared_ptr<const platform::FileSystem> base_;
  std::map<std::string, std::string> texts_;
};

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

std::shared_ptr<const platform::FileSystem> with_texts(std::shared_ptr<const platform::FileSystem> base,
                                                       std::map<std::string, std::string> texts) {
  if (texts.empty()) return base;
  return std::make_shared<const FileSystemWithTexts>(std::move(base), std::move(texts));
}

}  // namespace lsp
