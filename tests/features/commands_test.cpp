// New posts and drafts, publishing, addresses and facts. The time of every fixture is 2026-11-23 00:00 UTC.
#include "server/features/commands.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <variant>

#include "tests/features/check.h"

namespace features {
namespace {

Context context_at(const support::Fixture& fixture) {
  return Context(
      {.site = fixture.site, .now = fixture.site->environment().zone.at(support::fixture_time().seconds)});
}

// What was created or why nothing was, as a drawing: "-- path --" and the text.
std::string drawn(const FileCommandResult& result) {
  if (const auto* refusal = std::get_if<Refusal>(&result)) return refusal->message;
  const auto& command = std::get<FileCommand>(result);
  const FileCreation& file = command.edit.creations.at(0);
  EXPECT_EQ(command.path, file.path);
  return "-- " + file.path + " --\n" + file.text;
}

// The law of new files: they have no problem but what their site had.
void expect_no_problem(std::string_view drawing, const FileCommandResult& result) {
  const FileCreation& file = std::get<FileCommand>(result).edit.creations.at(0);
  std::string with(drawing);
  with += "\n-- " + file.path + " --\n" + file.text;
  std::vector<std::string> codes;
  for (const Problem& problem : problems_in(with))
    codes.push_back(std::string(problem.code.text()) + ": " + problem.message);
  EXPECT_THAT(codes, ::testing::IsEmpty()) << with;
}

void check_new_post(std::string_view drawing, const NewPost& post, std::string_view created) {
  const support::Fixture fixture = support::load_fixture(drawing);
  const FileCommandResult result = new_post(context_at(fixture), post);
  EXPECT_EQ(drawn(result), created);
  if (std::holds_alternative<FileCommand>(result)) expect_no_problem(drawing, result);
}

void check_new_draft(std::string_view drawing, const std::string& title, std::string_view created) {
  const support::Fixture fixture = support::load_fixture(drawing);
  EXPECT_EQ(drawn(new_draft(context_at(fixture), title)), created);
}

// The draft's text under its new name.
void check_publish(std::string_view drawing, const std::string& path, std::string_view after) {
  const support::Fixture fixture = support::load_fixture(drawing);
  const FileCommandResult result = publish_draft(context_at(fixture), path, *fixture.document(path));
  if (const auto* refusal = std::get_if<Refusal>(&result)) {
    EXPECT_EQ(refusal->message, after);
    return;
  }
  const auto& command = std::get<FileCommand>(result);
  EXPECT_EQ(command.edit.renames.at(0).from, path);
  EXPECT_EQ(command.edit.renames.at(0).to, command.path);
  EXPECT_EQ("-- " + command.path + " --\n" + text::apply(fixture.text(path), command.edit.files.at(0).edits),
            after);
}

constexpr std::string_view korean_blog = R"md(
-- _config.yml --
title: 두런두런
timezone: Asia/Seoul
defaults:
  - scope: {path: "", type: posts}
    values: {layout: single}
-- _layouts/single.html --
{{ content }}
-- _posts/2026-10-01-a.md --
---
title: "[회고] 시월"
excerpt: "시월에 배운 것"

categories:
  - 일기
tags:
  - [회고, 일기]

permalink: /diary/october/

toc: true

date: 2026-10-01
last_modified_at: 2026-10-02
---

글
-- _posts/2026-11-01-b.md --
---
title: "[회고] 십일월"
excerpt: "십일월에 배운 것"

categories:
  - 일기
tags:
  - [회고]

permalink: /diary/november/

toc: true

date: 2026-11-01
last_modified_at: 2026-11-02
---

글
)md";

TEST(NewPost, IsWrittenAsTheSiteWritesItsPosts) {
  check_new_post(korean_blog, {"십이월: 눈 🎿", {}}, R"md(-- _posts/2026-11-23-십이월-눈.md --
---
title: "십이월: 눈 🎿"
excerpt:

categories:
  - 일기
tags:

permalink: /diary/십이월-눈/

toc: true

date: 2026-11-23
last_modified_at: 2026-11-23
---

)md");
}

TEST(NewPost, KeepsAKeyThatTheNewestPostHasLeftEmpty) {
  check_new_post(
      "-- _posts/2026-10-01-a.md --\n---\ntitle: A\nexcerpt: Short\n---\n"
      "-- _posts/2026-10-02-b.md --\n---\ntitle: B\nexcerpt:\n---\n",
      {"C", {}}, "-- _posts/2026-11-23-c.md --\n---\ntitle: C\nexcerpt:\n---\n\n");
}

TEST(NewPost, WritesKeysAndValuesThatYamlWouldReadOtherwise) {
  check_new_post(
      "-- _posts/2026-10-01-a.md --\n---\ntitle: A\n\"on\": x\ncategories: 'a b'\n---\n",
      {"12:30", {{"it's"}}},
      "-- _posts/2026-11-23-12-30.md --\n---\ntitle: \"12:30\"\n\"on\": x\ncategories: 'it''s'\n---\n\n");
}

TEST(NewPost, HasTheCategoriesThatWereAskedFor) {
  check_new_post(R"md(
-- _posts/2026-10-01-a.md --
---
title: A
categories: [x]
---
)md",
                 {"On: C++", {{"notes", "c++, and more"}}}, R"md(-- _posts/2026-11-23-on-c.md --
---
title: "On: C++"
categories: [notes, "c++, and more"]
---

)md");
}

TEST(NewPost, GetsCategoriesWhereOthersHaveNone) {
  check_new_post(R"md(
-- _posts/2026-10-01-a.md --
---
title: A
author: ann
---
)md",
                 {"B", {{"notes"}}}, R"md(-- _posts/2026-11-23-b.md --
---
title: B
categories: [notes]
author: ann
---

)md");
}

TEST(NewPost, OfASiteWithoutPostsSaysItsDateInFull) {
  check_new_post(R"md(
-- _config.yml --
timezone: Asia/Seoul
-- _layouts/post.html --
{{ content }}
)md",
                 {"Hello", {}}, R"md(-- _posts/2026-11-23-hello.md --
---
layout: post
title: Hello
date: 2026-11-23 09:00:00 +0900
---

)md");
}

TEST(NewPost, GivesATimeOfDayItsOffset) {
  check_new_post(R"md(
-- _config.yml --
timezone: Asia/Seoul
-- _posts/2026-10-01-a.markdown --
---
layout: null
title: 'A'
date: 2026-10-01 08:00:00
---
)md",
                 {"It's", {}}, R"md(-- _posts/2026-11-23-it-s.markdown --
---
layout: null
title: 'It''s'
date: 2026-11-23 09:00:00 +0900
---

)md");
}

TEST(NewPost, LiesWhereTheNewestPostsLie) {
  check_new_post(R"md(
-- _config.yml --
collections_dir: writing
-- writing/_posts/2024/2024-01-01-a.md --
---
title: A
---
-- writing/_posts/2025/2025-01-01-b.md --
---
title: B
---
)md",
                 {"C", {}}, "-- writing/_posts/2026/2026-11-23-c.md --\n---\ntitle: C\n---\n\n");
}

TEST(NewPost, HasTheLineEndsOfTheOthers) {
  check_new_post("-- _posts/2026-10-01-a.md (crlf) --\n---\ntitle: A\n---\n", {"B", {}},
                 "-- _posts/2026-11-23-b.md --\n---\r\ntitle: B\r\n---\r\n\r\n");
}

TEST(NewPost, NeverTakesANameThatIsTaken) {
  check_new_post(R"md(
-- _posts/2026-11-23-a.md --
---
title: A
---
-- _posts/2026-11-23-a-2.md --
---
title: A
---
)md",
                 {"A!", {}}, "-- _posts/2026-11-23-a-3.md --\n---\ntitle: A!\n---\n\n");
}

TEST(NewPost, NeedsATitleThatMakesAName) {
  check_new_post("-- a.md --\n", {" \n", {}}, "A title is missing.");
  check_new_post("-- a.md --\n", {"🦥!", {}},
                 "The title `🦥!` has no letter or digit that could stand in a file name.");
}

TEST(NewPost, CutsALongNameAtACharacter) {
  std::string title;
  for (int i = 0; i < 100; ++i) title += "글";
  const support::Fixture fixture = support::load_fixture("-- a.md --\n");
  const auto result = new_post(context_at(fixture), {title, {}});
  const std::string& path = std::get<FileCommand>(result).path;
  EXPECT_EQ(path.size(), std::string("_posts/2026-11-23-.md").size() + 198);
}

TEST(NewDraft, IsAPostWithoutDates) {
  check_new_draft(R"md(
-- _posts/2026-10-01-a.md --
---
title: A
tags: []
date: 2026-10-01
last_modified_at: 2026-10-01
---
)md",
                  "An idea", "-- _drafts/an-idea.md --\n---\ntitle: An idea\ntags: []\n---\n\n");
}

constexpr std::string_view drafts = R"md(
-- _config.yml --
timezone: Asia/Seoul
-- _posts/2026-10-01-a.md --
---
title: A
date: 2026-10-01 10:00 +0900
---
-- _drafts/dated.md --
---
date: 2026-01-01  # soon
title: Dated
---
Text.
-- _drafts/2026-01-02-undated.md (crlf) --
---
title: Undated
tags: [a]
---
-- _drafts/empty-date.md --
---
title: E
date:
---
-- notes/_drafts/bare.md --
Only text.
-- _drafts/open.md --
---
title: Open
-- _drafts/broken.md --
---
title: a: b
---
)md";

TEST(PublishDraft, SetsADateInItsPlace) {
  check_publish(drafts, "_drafts/dated.md", R"md(-- _posts/2026-11-23-dated.md --
---
date: 2026-11-23  # soon
title: Dated
---
Text.
)md");
}

TEST(PublishDraft, AddsADateAsThePostsWriteIt) {
  check_publish(drafts, "_drafts/2026-01-02-undated.md",
                "-- _posts/2026-11-23-undated.md --\n---\r\ntitle: Undated\r\n"
                "date: 2026-11-23 09:00 +0900\r\ntags: [a]\r\n---\r\n");
  check_publish(drafts, "_drafts/empty-date.md",
                "-- _posts/2026-11-23-empty-date.md --\n---\ntitle: E\ndate: 2026-11-23 09:00 +0900\n---\n");
  check_publish(
      drafts, "notes/_drafts/bare.md",
      "-- notes/_posts/2026-11-23-bare.md --\n---\ndate: 2026-11-23 09:00 +0900\n---\n\nOnly text.\n");
}

TEST(PublishDraft, RefusesWhatCannotBePublished) {
  check_publish(drafts, "_posts/2026-10-01-a.md",
                "`_posts/2026-10-01-a.md` is no draft: drafts lie in a folder `_drafts` of the site.");
  check_publish(drafts, "_drafts/open.md",
                "The front matter of `_drafts/open.md` is not closed: end it with a line `---` first.");
  check_publish(drafts, "_drafts/broken.md",
                "The front matter of `_drafts/broken.md` cannot be read: mend it before it is published.");
}

constexpr std::string_view pages = R"md(
-- _config.yml --
baseurl: /블로그
permalink: pretty
defaults:
  - scope: {path: "", type: posts}
    values: {layout: post, comments: true}
-- _layouts/post.html --
{{ content }}
-- _posts/2026-10-01-a.md --
---
title: A *star*
tags: [x, y]
---
-- style.css --
body {}
)md";

TEST(BrowserAddress, IsThatOfTheLocalPreview) {
  const support::Fixture fixture = support::load_fixture(pages);
  const auto address = [&](std::string_view path, std::string_view base) {
    const auto result = browser_address(*fixture.site, path, base);
    const auto* refusal = std::get_if<Refusal>(&result);
    return refusal ? refusal->message : std::get<std::string>(result);
  };
  EXPECT_EQ(address("_posts/2026-10-01-a.md", "http://localhost:4000/"),
            "http://localhost:4000/%EB%B8%94%EB%A1%9C%EA%B7%B8/2026/10/01/a/");
  EXPECT_EQ(address("style.css", "http://localhost:4000"),
            "Jekyll makes no page of `style.css`: there is nothing to open.");
  EXPECT_EQ(address("_posts/2026-10-01-a.md", "javascript:x"),
            "The base address `javascript:x` does not begin with `http://` or `https://`.");
}

TEST(FileFacts, SayWhereEachValueComesFrom) {
  const support::Fixture fixture = support::load_fixture(pages);
  const FileFacts facts = file_facts(*fixture.site, "_posts/2026-10-01-a.md");
  EXPECT_TRUE(facts.published);
  EXPECT_EQ(facts.date, "2026-10-01T00:00:00+00:00");
  EXPECT_EQ(facts.markdown, R"md(**A \*star\***

Post `_posts/2026-10-01-a.md`

- Address: `/블로그/2026/10/01/a/` (`_config.yml`)
- Published: yes
- Date: `2026-10-01T00:00:00+00:00` (file name)
- Layout: `post` (`defaults` in `_config.yml`)
- Tags: `x`, `y` (front matter)
- Defaults for: `layout`, `comments`
)md");
}

TEST(FileFacts, SayWhatElseAFileIs) {
  const support::Fixture fixture = support::load_fixture(pages);
  EXPECT_EQ(file_facts(*fixture.site, "style.css").markdown,
            "**`style.css`**\n\nA file without front matter: Jekyll copies it as it is.\n");
  EXPECT_EQ(file_facts(*fixture.site, "_layouts/post.html").url, "");
}

TEST(SiteInfo, CountsWhatTheSiteHas) {
  const support::Fixture fixture = support::load_fixture(drafts);
  const SiteInfo info = site_info(*fixture.site);
  EXPECT_EQ(info.title, "");
  EXPECT_EQ(info.posts, 1U);
  EXPECT_EQ(info.drafts, 6U);
  EXPECT_EQ(info.pages, 0U);
}

}  // namespace
}  // namespace features
