// What holds for every site: the embedded schemas, and what is worked out of them once and kept. The program
// owns one, and each context leads to it; what follows from a site or a document is not kept here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "schema/key.h"
#include "schema/library.h"

namespace schema {
class Validator;
}

namespace features {

struct KnownKey {
  enum class Source : std::uint8_t { project, core, theme, plugin };
  schema::Key key;
  Source source = Source::core;
};

// Things that are made once for each choice of schemas, as schemas_for gives them.
template <class Thing>
class BySchemas {
 public:
  template <class Make>
  std::shared_ptr<const Thing> get(const std::vector<std::string>& schemas, const Make& make) {
    const std::lock_guard lock(mutex_);
    constexpr std::size_t most = 64;
    if (kept_.size() >= most) kept_.clear();
    std::shared_ptr<const Thing>& thing = kept_[schemas];
    if (!thing) thing = make();
    return thing;
  }

 private:
  std::mutex mutex_;
  std::map<std::vector<std::string>, std::shared_ptr<const Thing>> kept_;
};

// Safe to use from several threads.
class Knowledge {
 public:
  Knowledge();
  ~Knowledge();
  Knowledge(const Knowledge&) = delete;
  Knowledge& operator=(const Knowledge&) = delete;

  [[nodiscard]] const schema::Library& library() const { return library_; }
  // schema::core_keys.
  [[nodiscard]] const std::vector<schema::Key>& core_keys() const;
  // The keys of the top level: Jekyll's own first, then the theme's, then those of plugins.
  [[nodiscard]] std::shared_ptr<const std::vector<KnownKey>> top_keys(
      const std::vector<std::string>& schemas) const;
  [[nodiscard]] std::shared_ptr<const schema::Validator> validator(
      const std::vector<std::string>& schemas) const;

 private:
  schema::Library library_;
  mutable std::once_flag core_keys_read_;
  mutable std::vector<schema::Key> core_keys_;
  mutable BySchemas<std::vector<KnownKey>> top_keys_;
  mutable BySchemas<schema::Validator> validators_;
};

}  // namespace features
