// Reads the data files beside the syntax tests.
#pragma once

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

namespace syntax {

inline nlohmann::json read_golden(const std::string& name) {
  std::ifstream file(std::filesystem::path(JEKYLL_LS_TEST_DIR) / "syntax" / "golden" / name);
  return nlohmann::json::parse(file);
}

}  // namespace syntax
