// One file of `_data`: its values, read when somebody asks for them and kept. Safe to use from any thread.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <utility>

#include "server/platform/file_system.h"
#include "server/syntax/value.h"

namespace site {

class DataFile {
 public:
  // `text`: as an editor has it; nullopt: as the disk has it.
  DataFile(std::string path, std::optional<std::string> text)
      : path_(std::move(path)), text_(std::move(text)) {}

  // nullptr: cannot be read, is no YAML or JSON, or larger than 256 KiB.
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
