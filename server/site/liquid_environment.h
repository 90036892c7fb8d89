// What a document's Liquid may ask of its site: `site` and `page`, includes, data files, addresses of other
// documents. Knows nothing of how Liquid is rendered.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "server/site/liquid_render.h"
#include "server/site/site.h"

namespace site {

// Includes and data files, read once and kept as long as this lives. Safe to use from several threads.
class LiquidFiles {
 public:
  explicit LiquidFiles(std::shared_ptr<const FileSystem> files) : files_(std::move(files)) {}

  [[nodiscard]] LiquidSourcePtr source(const std::string& path);
  // A YAML or JSON file; nullptr: none, or larger than 256 KiB.
  [[nodiscard]] std::shared_ptr<const syntax::Value> data(const std::string& path);
  [[nodiscard]] bool is_folder(const std::string& path) const;
  [[nodiscard]] bool exists(const std::string& path) const { return files_->exists(path); }

 private:
  std::shared_ptr<const FileSystem> files_;
  std::mutex mutex_;
  std::unordered_map<std::string, LiquidSourcePtr> sources_;
  std::unordered_map<std::string, std::shared_ptr<const syntax::Value>> data_;
};

// `site`, `page`, `document` and `files` must outlive the result. The names are nil only where neither the
// configuration nor the front matter nor code that we cannot see may have them.
[[nodiscard]] LiquidEnvironment liquid_environment(const Site& site, const Page& page,
                                                   const syntax::Document& document, LiquidFiles& files);

}  // namespace site
