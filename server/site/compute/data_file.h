// One file of `_data`: its name in Liquid, and its values, which are read when somebody asks for them and
// kept. Safe to use from any thread.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "server/platform/file_system.h"
#include "server/syntax/value.h"

namespace site {

// The name under `site.data`, folders joined by dots: `_data/nav/main.yml` is "nav.main".
// `path` is relative to the data folder. Rules: jekyll/lib/jekyll/readers/data_reader.rb (sanitize_filename).
[[nodiscard]] std::string data_key(std::string_view path);

class DataFile {
 public:
  // `text`: as an editor has it; nullopt: as the disk has it.
  DataFile(std::string path, std::optional<std::string> text)
      : path_(std::move(path)), text_(std::move(text)) {}

  // Of a file that YAML refuses: what can be read of it. nullptr: no file, a table (CSV, TSV), or larger than
  // 256 KiB.
  [[nodiscard]] const syntax::Value* value(const platform::FileSystem& files) const;

 private:
  static constexpr std::size_t largest = std::size_t{256} << 10U;

  std::string path_;
  mutable std::optional<std::string> text_;
  mutable std::once_flag read_;
  mutable std::optional<syntax::Value> value_;
};

using DataFilePtr = std::shared_ptr<const DataFile>;

}  // namespace site
