// A site with a trap for every rule about front matters, against the installed Jekyll: what each rule claims
// about the built site, Jekyll does. Skips itself where there is no Jekyll.
#include "tests/features/traps.h"

#include <algorithm>
#include <filesystem>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "server/features/diagnostics/rule_table.h"
#include "tests/site/conformance/model.h"
#include "tests/support/ruby.h"

namespace features {
namespace {

using nlohmann::json;

std::vector<std::string> stops() {
  std::vector<std::string> names;
  for (const std::filesystem::path& folder : folders_of(traps() / "stops"))
    names.push_back(folder.filename().string());
  return names;
}

TEST(Traps, EachIsFound) {
  const site::SitePtr site = conformance::load((traps() / "site").string());
  EXPECT_EQ(joined(problems_of(*site, traps() / "site")), joined(lines_of(traps() / "expected.txt")));
}

TEST(Traps, ThoseThatStopTheBuildAreErrors) {
  for (const std::string& name : stops()) {
    const std::filesystem::path folder = traps() / "stops" / name;
    const std::vector<std::string> found = problems_of(*conformance::load(folder.string()), folder);
    EXPECT_EQ(found.size(), 1U) << name;
  }
}

// Every rule has its trap, but those that need what this site has not: deprecated keys belong to themes.
TEST(Traps, AreThereForEveryRule) {
  const std::set<std::string_view> elsewhere = {
      "deprecated-key",      "broken-link",     "broken-anchor",    "broken-image",        "link-case",
      "missing-baseurl",     "doubled-baseurl", "relative-in-post", "unconverted-md-link", "redirected-link",
      "link-to-unpublished", "broken-post-url", "own-site-absolute"};
  std::set<std::string> trapped;
  const auto note = [&](const std::vector<std::string>& lines) {
    for (const std::string& line : lines) trapped.insert(line.substr(line.rfind(' ') + 1));
  };
  note(lines_of(traps() / "expected.txt"));
  note(lines_of(traps() / "text_expected.txt"));
  for (const char* list : {"stops", "text_stops"}) {
    for (const std::filesystem::path& folder : folders_of(traps() / list))
      note(problems_of(*conformance::load(folder.string()), folder));
  }
  for (const Rule& rule : all_rules()) {
    if (elsewhere.contains(rule.code.text())) continue;
    EXPECT_TRUE(trapped.contains(std::string(rule.code.text()))) << rule.code.text();
  }
}

class RealJekyll : public ::testing::Test {
 protected:
  static void SetUpTestSuite() {
    if (!ruby_has("jekyll")) return;
    std::vector<std::string> folders = {(traps() / "site").string()};
    for (const std::string& name : stops()) folders.push_back((traps() / "stops" / name).string());
    models_ = conformance::jekyll_models(folders);
  }
  void SetUp() override {
    if (models_.empty()) GTEST_SKIP() << "no Jekyll here";
  }

  // What Jekyll read and would write; null for what it does not know as a page or document.
  static json document(const std::string& path) {
    for (const char* list : {"documents", "left_out"}) {
      for (const json& about : models_[0][list]) {
        if (about.value("path", "") == path) return about;
      }
    }
    return nullptr;
  }

  static json post(const std::string& name) { return document("_posts/" + name); }

  static bool is_copied(const std::string& path) {
    return std::any_of(models_[0]["static_files"].begin(), models_[0]["static_files"].end(),
                       [&](const json& file) { return file["path"] == path; });
  }

  static std::vector<json> models_;
};

std::vector<json> RealJekyll::models_;

using Names = std::vector<std::string>;

TEST_F(RealJekyll, StopsWhereWeSaySo) {
  const std::vector<std::string> names = stops();
  ASSERT_EQ(models_.size(), names.size() + 1);
  for (std::size_t i = 0; i < names.size(); ++i) {
    // An address that cannot be built stops the build when it is first asked for.
    const bool stopped =
        models_[i + 1].contains("error") || models_[i + 1].dump().find("Error: ") != std::string::npos;
    EXPECT_TRUE(stopped) << names[i];
  }
}

TEST_F(RealJekyll, AgreesOnWhatIsPublishedAndWhere) {
  // Debian's Jekyll reads YAML by plain Psych, the published gem by SafeYAML, which we follow; the two differ
  // in none of these files.
  const site::SitePtr site = conformance::load((traps() / "site").string());
  EXPECT_THAT(conformance::differences(models_[0], *site), ::testing::IsEmpty());
}

TEST_F(RealJekyll, LosesFrontMattersThatCannotBeRead) {
  for (const char* name :
       {"2024-01-01-colon.md", "2024-01-02-tab.md", "2024-01-04-list.md", "2024-01-31-lost.md"}) {
    const json about = post(name);
    ASSERT_TRUE(about.is_object()) << name;
    EXPECT_EQ(about["written"], true) << name;
    EXPECT_EQ(about["date"].get<std::string>().substr(0, 10), "2026-11-22")
        << name << ": the day of the build";
    EXPECT_TRUE(about["title"].is_null() || about["title"] == "Lost") << name;
  }
  EXPECT_EQ(post("2024-01-01-colon.md")["tags"], json::array());
}

TEST_F(RealJekyll, SeesNoFrontMatterThatIsNotFirstOrNotClosed) {
  EXPECT_TRUE(is_copied("pages/four-dashes.md"));
  EXPECT_TRUE(is_copied("pages/blank-before.md"));
  EXPECT_TRUE(is_copied("pages/mark.md")) << "a byte order mark";
  EXPECT_EQ(post("2024-01-06-mark.md")["title"], "Mark") << "which posts may have";
  EXPECT_EQ(post("2024-01-03-open.md")["title"], "Open") << "from the file's name";
  EXPECT_TRUE(post("2024-01-05-latin.md").is_null()) << "not UTF-8";
}

TEST_F(RealJekyll, ReadsValuesOtherwise) {
  EXPECT_TRUE(post("2024-01-07-liquid.md")["title"].is_object());
  EXPECT_EQ(post("2024-01-08-comment.md")["title"], "Learning C");
  EXPECT_EQ(post("2024-01-09-curly.md")["title"], "“Curly”");
  EXPECT_EQ(post("2024-01-10-twice.md")["tags"], json(Names{"food"}));
  EXPECT_EQ(post("2024-01-11-spelling.md")["title"], "Spelling");
  EXPECT_EQ(post("2024-01-11-spelling.md")["categories"], json::array());
  EXPECT_EQ(post("2024-01-12-retyped.md")["title"], json(1.1));
  EXPECT_EQ(post("2024-01-12-retyped.md")["tags"], json(Names({"1.1", "8"})));
}

TEST_F(RealJekyll, GoesByDatesAsWeSay) {
  EXPECT_TRUE(post("20240114-name.md").is_null());
  EXPECT_EQ(post("2024-01-15-raw.mdx")["destination"], "2024/01/15/raw.mdx");
  EXPECT_EQ(post("2024-02-30-day.md")["url"], "/2024/03/01/day.html");
  EXPECT_EQ(post("2024-01-02-ambiguous.md")["url"], "/2024/02/01/ambiguous.html");
  EXPECT_EQ(post("2024-01-16-differs.md")["url"], "/2024/01/17/differs.html");
  EXPECT_EQ(post("2024-01-18-no-offset.md")["url"], "/2024/01/17/no-offset.html");
  EXPECT_EQ(post("2024-01-19-shifted.md")["url"], "/2024/01/18/shifted.html");
}

TEST_F(RealJekyll, PublishesWhatWeSay) {
  EXPECT_EQ(post("2031-01-01-future.md")["written"], false);
  EXPECT_EQ(post("2024-01-20-hidden.md")["written"], false);
  EXPECT_EQ(post("2024-01-21-hidden-blank.md")["written"], false);
  EXPECT_EQ(post("2024-01-22-public.md")["written"], true);
  EXPECT_EQ(post("2024-01-23-draft.md")["written"], true);
}

TEST_F(RealJekyll, BuildsTheAddressesThatWeName) {
  EXPECT_EQ(document("pages/one.md")["destination"], document("pages/two.md")["destination"]);
  EXPECT_EQ(document("pages/upper.md")["destination"], "Case/index.html");
  EXPECT_EQ(document("pages/lower.md")["destination"], "case/index.html");
  EXPECT_EQ(document("pages/style.md")["url"], "/pretty");
  EXPECT_EQ(document("pages/full.md")["url"], "/https:/example.org/full/");
  EXPECT_EQ(document("pages/placeholder.md")["url"], "/:title/x/");
  EXPECT_EQ(post("2024-01-24-empty.md")["url"], "/");
  EXPECT_EQ(document("pages/slash.md")["url"], "/slash/");
  EXPECT_EQ(post("2024-01-25-slug.md")["url"], "/2024/01/25/My-Slug.html");
  EXPECT_EQ(document("pages/layout.md")["layout"], "posts") << "and there is no such layout";
}

TEST_F(RealJekyll, MakesTheTagsThatWeCount) {
  EXPECT_EQ(post("2024-01-26-comma.md")["tags"], json(Names({"a,", "b"})));
  EXPECT_EQ(post("2024-01-27-split.md")["tags"], json(Names({"machine", "learning"})));
  EXPECT_EQ(post("2024-01-28-hides.md")["tags"], json(Names{"foo bar"}));
  EXPECT_EQ(post("2024-01-29-number.md")["tags"], json::array());
  EXPECT_EQ(post("2024-01-30-mapping.md")["tags"], json::array());
  const json nested = post("2024-02-01-nested.md")["categories"];
  EXPECT_EQ(nested[1], "[\"B\", \"C\"]");
}

}  // namespace
}  // namespace features
