#include "server/cli/fix.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>

#include "tests/support/fixture.h"

namespace cli {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

std::vector<FixedFile> fixed(std::string_view drawing, const std::vector<std::string>& below = {},
                             const std::vector<std::string>& only = {}) {
  const support::Fixture fixture = support::load_fixture(drawing);
  return fix(fixture.site, below, only, [&](const Texts& changed) {
    const auto disk = std::make_shared<support::MemoryFileSystem>(*fixture.disk);
    for (const auto& [path, text] : changed) disk->write(path, text);
    site::LoadOptions options;
    options.now = support::fixture_time();
    options.threads = 1;
    return site::load_site(disk, options);
  });
}

TEST(Fix, MendsWhatIsSafeInEveryFile) {
  const auto files = fixed(
      "-- _posts/2024-05-01-a.md (crlf) --\n---\ntitle: 1.10 # x\ntags: a, b\n---\n안녕\n"
      "-- b.md --\n---\npermalink: x/\n---\n-- c.md --\n---\n---\n");
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0].path, "_posts/2024-05-01-a.md");
  EXPECT_EQ(files[0].after, "---\r\ntitle: \"1.10\" # x\r\ntags: [a, b]\r\n---\r\n안녕\r\n");
  EXPECT_THAT(files[0].rules, ElementsAre("retyped-value", "tags-comma"));
  EXPECT_EQ(files[1].after, "---\npermalink: /x/\n---\n");
}

TEST(Fix, KeepsToTheRulesAndTheFilesThatAreNamed) {
  constexpr std::string_view drawing =
      "-- _posts/2024-05-01-a.md --\n---\ntitle: 1.10\ntags: a, b\n---\n"
      "-- b.md --\n---\npermalink: x/\n---\n";
  const auto files = fixed(drawing, {"_posts"}, {"tags-comma", "permalink-slash"});
  ASSERT_EQ(files.size(), 1U);
  EXPECT_EQ(files[0].after, "---\ntitle: 1.10\ntags: [a, b]\n---\n");
}

TEST(Fix, KeepsMarksAndLineEndsThatAreNotItsBusiness) {
  const auto files =
      fixed("-- _posts/2024-05-01-안녕.md (crlf) (bom) --\n---\ntags: a, b\n---\n🎉\n", {}, {"tags-comma"});
  ASSERT_EQ(files.size(), 1U);
  EXPECT_EQ(files[0].after, "\xEF\xBB\xBF---\r\ntags: [a, b]\r\n---\r\n🎉\r\n");
}

TEST(Fix, GoesOnWhereOneFixMakesRoomForAnother) {
  // Only when the tab is gone does the front matter show its other mistakes.
  const auto files = fixed("-- _posts/2024-05-01-a.md --\n---\nimage:\n\tpath: /a.png\ntags: a, b\n---\n");
  ASSERT_EQ(files.size(), 1U);
  EXPECT_EQ(files[0].after, "---\nimage:\n  path: /a.png\ntags: [a, b]\n---\n");
  EXPECT_THAT(files[0].rules, ElementsAre("tags-comma", "yaml-tab"));
}

TEST(Fix, ReadsTheSiteAnewBehindItsConfiguration) {
  const auto files = fixed(
      "-- _config.yml --\ndefaults:\n  - scope: {path: /news}\n    values: {layout: post}\n"
      "-- _layouts/post.html --\n-- news/a.md --\n---\npermalink: x/\n---\n");
  ASSERT_EQ(files.size(), 2U);
  EXPECT_EQ(files[0].after, "defaults:\n  - scope: {path: news}\n    values: {layout: post}\n");
  EXPECT_EQ(files[1].path, "news/a.md");
}

TEST(Fix, LeavesAHealthySiteAlone) {
  EXPECT_THAT(fixed("-- _posts/2024-05-01-a.md --\n---\ntitle: A\n---\n"), IsEmpty());
}

TEST(Fix, AndWhatASettingOrACommentSilences) {
  EXPECT_THAT(fixed("-- _posts/2024-05-01-a.md --\n---\ntitle: 1.10 # jekyll-ls-disable-line\n---\n"
                    "-- b.md --\n---\npermalink: x/\n---\n"
                    "-- .jekyll-ls.yml --\nrules: {permalink-slash: off}\n"),
              IsEmpty());
}

}  // namespace
}  // namespace cli
