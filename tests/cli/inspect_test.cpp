#include "server/cli/inspect.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/support/fixture.h"

namespace cli {
namespace {

using nlohmann::json;

constexpr std::string_view blog = R"md(
-- _config.yml --
url: https://example.org
timezone: Asia/Seoul
plugins: [jekyll-feed]
defaults:
  - scope: {path: "", type: posts}
    values: {layout: single}
-- _posts/2024-02-23-first.md --
---
title: First
categories: Notes
tags: [a, [b, a]]
date: 2024-02-23 23:30:00 +0900
---

## 두런두런이란??
-- _posts/2027-01-01-later.md --
---
---
-- about.md --
---
permalink: /about/
---
-- other.md --
---
permalink: /about/
---
-- pic.png --
x
)md";

json model() {
  return json::parse(inspect_json(*support::load_fixture(blog).site));
}

json document(const std::string& path) {
  const json site = model();
  for (const json& each : site["documents"]) {
    if (each["path"] == path) return each;
  }
  return nullptr;
}

TEST(InspectJson, APostHasWhatJekyllComputes) {
  EXPECT_EQ(document("_posts/2024-02-23-first.md"), json::parse(R"({
    "path": "_posts/2024-02-23-first.md", "kind": "post", "collection": "posts", "url": "/notes/2024/02/23/first.html",
    "date": "2024-02-23T23:30:00+09:00", "title": "First", "layout": "single", "categories": ["Notes"],
    "tags": ["a", "b", "a"], "published": true,
    "output": "notes/2024/02/23/first.html",
    "headings": [{"level": 2, "text": "두런두런이란??", "id": "두런두런이란", "line": 8}]})"));
}

TEST(InspectJson, AFuturePostIsNotPublished) {
  EXPECT_EQ(document("_posts/2027-01-01-later.md")["published"], false);
}

TEST(InspectJson, TheSiteAndItsCountsAreThere) {
  const json site = model();
  EXPECT_EQ(site["site"]["url"], "https://example.org");
  EXPECT_EQ(site["site"]["timezone"], "Asia/Seoul");
  EXPECT_EQ(site["site"]["plugins"], json::array({"jekyll-feed"}));
  EXPECT_EQ(site["static_files"], json::parse(R"([{"path": "pic.png", "url": "/pic.png"}])"));
  EXPECT_EQ(site["conflicts"], json::parse(R"([{"url": "/about/", "files": ["about.md", "other.md"]}])"));
  EXPECT_EQ(site["generated"], json::parse(R"([{"url": "/feed.xml", "by": "jekyll-feed"}])"));
}

TEST(InspectText, ListsPathsAddressesAndStates) {
  const std::string text = inspect_text(*support::load_fixture(blog).site);
  EXPECT_NE(text.find("/notes/2024/02/23/first.html"), std::string::npos) << text;
  EXPECT_NE(text.find("_posts/2027-01-01-later.md"), std::string::npos) << text;
}

TEST(InspectFile, SaysWhyAFileIsWhereItIs) {
  const auto fixture = support::load_fixture(blog);
  const std::string post = inspect_file_text(*fixture.site, "_posts/2024-02-23-first.md");
  EXPECT_NE(post.find("/notes/2024/02/23/first.html"), std::string::npos) << post;
  EXPECT_NE(post.find("single"), std::string::npos) << post;
  const std::string later = inspect_file_text(*fixture.site, "_posts/2027-01-01-later.md");
  EXPECT_NE(later.find("future"), std::string::npos) << later;
}

}  // namespace
}  // namespace cli
