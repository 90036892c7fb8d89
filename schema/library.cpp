#include "schema/library.h"

#include <nlohmann/json.hpp>
#include <string_view>

#include "schema/embedded.h"

namespace schema {

Library::Library() = default;
Library::~Library() = default;

const OrderedJson* Library::document(const std::string& name) const {
  const std::lock_guard lock(mutex_);
  auto found = documents_.find(name);
  if (found == documents_.end()) {
    const std::string_view text = embedded_file(name);
    std::unique_ptr<const OrderedJson> parsed;
    if (!text.empty())
      parsed =
          std::make_unique<const OrderedJson>(OrderedJson::parse(text, nullptr, /*allow_exceptions=*/false));
    found = documents_.emplace(name, std::move(parsed)).first;
  }
  return found->second.get();
}

}  // namespace schema
