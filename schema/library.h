// The embedded files as JSON. Each is parsed when it is first asked for and kept as long as the library: who
// runs the program owns one and hands it to whatever reads schemas.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json_fwd.hpp>
#include <string>

namespace schema {

// Keeps the properties in the order of the file.
using OrderedJson = nlohmann::ordered_json;

class Library {
 public:
  Library();
  ~Library();
  Library(const Library&) = delete;
  Library& operator=(const Library&) = delete;

  // By its path below this folder ("front_matter.schema.json"); nullptr if there is none. Safe to call from
  // several threads.
  [[nodiscard]] const OrderedJson* document(const std::string& name) const;

 private:
  mutable std::mutex mutex_;
  mutable std::map<std::string, std::unique_ptr<const OrderedJson>> documents_;
};

}  // namespace schema
