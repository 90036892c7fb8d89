// Every text of golden/inputs.json gives what real kramdown gave when generate.rb was run.
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/syntax/kramdown/facts.h"

namespace kramdown_tests {
namespace {

using nlohmann::json;

json read_golden() {
  std::ifstream file(JEKYLL_LS_TEST_DIR "/syntax/kramdown/golden/markdown.json");
  return json::parse(file);
}

void check_golden(const char* key, const char* parser) {
  const json cases = read_golden();
  ASSERT_GT(cases.size(), 600U);
  for (const json& entry : cases) {
    const std::string input = entry["input"];
    const json ours = our_facts(input, read_options(entry["options"], parser));
    EXPECT_EQ(sorted(ours, Lines::compared), sorted(entry[key], Lines::compared))
        << json(input) << entry["options"];
    // Without footnotes the page's order is the text's.
    if (input.find("[^") == std::string::npos) {
      EXPECT_EQ(ours["links"], entry[key]["links"]) << json(input);
      EXPECT_EQ(ours["headings"], entry[key]["headings"]) << json(input);
    }
  }
}

TEST(KramdownGolden, GfmGivesWhatKramdownGives) {
  check_golden("gfm", "GFM");
}

TEST(KramdownGolden, PlainInputGivesWhatKramdownGives) {
  check_golden("kramdown", "kramdown");
}

}  // namespace
}  // namespace kramdown_tests
