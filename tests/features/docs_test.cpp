// The documentation names what the program has, no more and no less.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "server/features/diagnostics/rule_table.h"

namespace features {
namespace {

std::filesystem::path root() {
  return std::filesystem::path(JEKYLL_LS_TEST_DIR).parent_path();
}

std::string read(const std::filesystem::path& path) {
  const std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

TEST(Docs, EveryFeatureHeaderHasItsLine) {
  constexpr std::string_view mark = "// Feature: ";
  std::vector<std::string> expected;
  for (const auto& entry : std::filesystem::directory_iterator(root() / "server/features")) {
    if (entry.path().extension() != ".h") continue;
    const std::string first = lines_of(read(entry.path())).at(0);
    if (!first.starts_with(mark)) continue;
    std::string name = first.substr(mark.size());
    if (name.ends_with('.')) name.pop_back();
    expected.push_back(name + " | `" + entry.path().stem().string() + "`");
  }
  std::vector<std::string> found;
  for (const std::string& line : lines_of(read(root() / "docs/features.md"))) {
    if (!line.starts_with("| ") || line.starts_with("| Feature") || line.starts_with("| ---")) continue;
    const std::size_t second = line.find(" | ", 2);
    const std::size_t third = line.find(" | ", second + 3);
    ASSERT_NE(third, std::string::npos) << line;
    found.push_back(line.substr(2, third - 2));
  }
  EXPECT_THAT(found, ::testing::UnorderedElementsAreArray(expected));
}

// Each rule has the section `## code`, followed by its severity.
TEST(Docs, EveryRuleHasItsSection) {
  std::vector<std::string> expected;
  for (const Rule& rule : all_rules())
    expected.push_back("## " + std::string(rule.code.text()) + " " +
                       std::string(rule.off ? "off" : severity_name(rule.severity)));
  std::vector<std::string> found;
  const std::vector<std::string> lines = lines_of(read(root() / "docs/rules.md"));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!lines[i].starts_with("## ")) continue;
    ASSERT_LT(i + 2, lines.size());
    const std::string& severity = lines[i + 2];
    found.push_back(lines[i] + " " + severity.substr(0, severity.find_first_of(" .,")));
  }
  std::vector<std::string> lower = found;
  for (std::string& line : lower)
    std::transform(line.begin(), line.end(), line.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  EXPECT_THAT(lower, ::testing::UnorderedElementsAreArray(expected));
}

TEST(Rules, HaveUniqueCodes) {
  std::vector<std::string_view> codes;
  for (const Rule& rule : all_rules()) codes.push_back(rule.code.text());
  std::sort(codes.begin(), codes.end());
  EXPECT_EQ(std::adjacent_find(codes.begin(), codes.end()), codes.end());
}

}  // namespace
}  // namespace features
