// The official draft-07 suite, all mandatory tests (Debian package json-schema-test-suite).
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>

#include "schema/validator.h"

namespace schema {
namespace {

namespace fs = std::filesystem;

const fs::path suite = "/usr/share/json-schema-test-suite";

std::optional<Json> read(const fs::path& path) {
  std::ifstream in(path);
  if (!in) return std::nullopt;
  return Json::parse(in);
}

// The suite serves `remotes/` as http://localhost:1234/; the meta-schema is a document that schemas may refer
// to.
std::optional<Json> load(const std::string& uri) {
  constexpr std::string_view host = "http://localhost:1234/";
  if (uri.starts_with(host)) return read(suite / "remotes" / uri.substr(host.size()));
  if (uri == "http://json-schema.org/draft-07/schema")
    return read(fs::path(JEKYLL_LS_TEST_DIR) / "../schema/draft-07.schema.json");
  return std::nullopt;
}

TEST(Draft07Suite, EveryMandatoryTestPasses) {
  if (!fs::exists(suite)) GTEST_SKIP() << "package json-schema-test-suite is not installed";
  int count = 0;
  for (const auto& file : fs::directory_iterator(suite / "tests/draft7")) {
    if (file.path().extension() != ".json") continue;
    const std::optional<Json> groups = read(file.path());
    ASSERT_TRUE(groups);
    for (const Json& group : *groups) {
      const Validator validator("file:///schema.json", group["schema"], load);
      for (const Json& test : group["tests"]) {
        ++count;
        EXPECT_EQ(validator.validate(test["data"]).empty(), test["valid"].get<bool>())
            << file.path().filename() << ": " << group["description"] << ": " << test["description"];
      }
    }
  }
  EXPECT_GT(count, 400);  // Debian 12 ships 423
}

}  // namespace
}  // namespace schema
