// Golden files: what real Jekyll answered, written by tests/site/generate_golden.rb.
#pragma once

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>

// The cases of tests/site/golden/<name>.json; an empty list fails the test that asked for it.
[[nodiscard]] inline nlohmann::json golden(const std::string& name) {
  std::ifstream in(std::string(JEKYLL_LS_TEST_DIR) + "/site/golden/" + name + ".json");
  return nlohmann::json::parse(in, nullptr, false);
}
