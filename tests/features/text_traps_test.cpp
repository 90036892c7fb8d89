// A site with a trap for every rule about Liquid and Markdown, against the installed Jekyll: what each rule
// claims of the built pages stands in them. Skips itself where there is no Jekyll.
#include <algorithm>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "tests/features/traps.h"
#include "tests/site/conformance/model.h"
#include "tests/support/ruby.h"

namespace features {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<std::filesystem::path> text_stops() {
  return folders_of(traps() / "text_stops");
}

TEST(TextTraps, EachIsFound) {
  const std::filesystem::path folder = traps() / "text";
  EXPECT_EQ(joined(problems_of(*conformance::load(folder.string()), folder)),
            joined(lines_of(traps() / "text_expected.txt")));
}

TEST(TextTraps, ThoseThatStopTheBuildAreErrors) {
  for (const std::filesystem::path& folder : text_stops()) {
    const site::SitePtr site = conformance::load(folder.string());
    EXPECT_EQ(problems_of(*site, folder).size(), 1U) << folder;
    EXPECT_EQ(problems_of(*site, folder, Severity::error).size(), 1U) << folder;
  }
}

class RealText : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!ruby_has("jekyll")) return;
    const TemporaryFolder work;
    std::string list = (traps() / "text").string() + '\n';
    for (const std::filesystem::path& folder : text_stops()) list += folder.string() + '\n';
    const auto file = work.write("folders.txt", list);
    std::istringstream answers(output_of("ruby '" JEKYLL_LS_TEST_DIR "/support/jekyll_render.rb' < '" +
                                         file.string() + "' 2>/dev/null"));
    for (std::string line; std::getline(answers, line);) built_.push_back(json::parse(line));
  }
  void SetUp() override {
    if (built_.empty()) GTEST_SKIP() << "no Jekyll here";
  }

  static std::string html(const std::string& name) {
    return built_[0].at("_posts/2024-01-" + name + ".md").at("html");
  }
  static std::string excerpt(const std::string& name) {
    return built_[0].at("_posts/2024-01-" + name + ".md").at("excerpt");
  }

  static std::vector<json> built_;
};

std::vector<json> RealText::built_;

TEST_F(RealText, StopsTheBuildWhereWeSaySo) {
  const std::vector<std::filesystem::path> folders = text_stops();
  ASSERT_EQ(built_.size(), folders.size() + 1);
  for (std::size_t i = 0; i < folders.size(); ++i) EXPECT_TRUE(built_[i + 1].contains("error")) << folders[i];
}

TEST_F(RealText, LeavesOutWhatLiquidDoesNotKnow) {
  EXPECT_THAT(html("01-filter"), HasSubstr("<p>/about/</p>"));
  EXPECT_THAT(html("02-warned"), HasSubstr("Read forgivingly is what remains"));
  EXPECT_THAT(html("03-code"), Not(HasSubstr("user.name")));
  EXPECT_THAT(html("03-code"), HasSubstr("<code>Code\n"));
  EXPECT_THAT(html("04-data"), Not(HasSubstr("Sam")));
}

TEST_F(RealText, TakesForTextWhatIsNoFence) {
  EXPECT_THAT(html("05-info"), HasSubstr("<h1 id=\"comment\">"));
  EXPECT_THAT(html("06-unclosed"), HasSubstr("<h1 id=\"heading\">"));
}

TEST_F(RealText, ReadsLinesAndHeadingsOtherwise) {
  EXPECT_THAT(html("07-table"), HasSubstr("<table>"));
  EXPECT_THAT(html("08-ids"), HasSubstr("Releases {#2021-x}</h2>"));
  EXPECT_THAT(html("08-ids"), HasSubstr("<h2 id=\"setup-1\">Setup"));
  EXPECT_THAT(html("08-ids"), HasSubstr("<h2 id=\"setup\">Other"));
  EXPECT_THAT(html("09-title"), HasSubstr("<h1>The title</h1>\n<h1 id=\"the-title\">"));
  EXPECT_THAT(excerpt("10-excerpt"), HasSubstr("Second."));
}

TEST_F(RealText, TakesTheLastDefinitionAndNoLinkWithABlank) {
  EXPECT_THAT(html("11-references"), HasSubstr("[this][nowhere]"));
  EXPECT_THAT(html("11-references"), HasSubstr("<a href=\"https://example.org/2\">that</a>"));
  EXPECT_THAT(html("11-references"), HasSubstr("[those] (https://example.org/)"));
  EXPECT_THAT(html("11-references"), HasSubstr("alt=\"\""));
}

}  // namespace
}  // namespace features
