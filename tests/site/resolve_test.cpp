#include "server/site/links/resolve.h"

#include <gtest/gtest.h>

#include "server/site/links/nearest.h"
#include "server/site/rendered/link_tag.h"
#include "server/site/rendered/post_url.h"
#include "tests/support/fixture.h"

namespace site {
namespace {

using Verdict = Resolution::Verdict;

std::string name_of(Verdict verdict) {
  constexpr const char* names[] = {"found",           "external",    "unknown",     "missing",
                                   "missing_anchor",  "other_case",  "unpublished", "missing_baseurl",
                                   "doubled_baseurl", "source_path", "other_folder"};
  return names[static_cast<std::size_t>(verdict)];
}

// "verdict", then what it leads to: a page's path, a file, or a suggestion.
std::string resolve(std::string_view drawing, std::string_view href, const std::string& from = "from.md") {
  const support::Fixture fixture = support::load_fixture(drawing);
  const Resolution result = resolve_link(*fixture.site, *fixture.page(from), href);
  std::string text = name_of(result.verdict);
  if (result.page) text += ' ' + result.page->path;
  if (!result.file.empty()) text += ' ' + result.file;
  if (!result.suggestion.empty()) text += " -> " + result.suggestion;
  return text;
}

constexpr std::string_view small_site = R"md(
-- from.md --
---
---
# Here
-- about.md --
---
---
# Über uns

## Dup
-- docs/index.md --
---
---
-- docs/page.html --
---
---
<p id="x">
-- img/Logo.png --
-- _posts/2024-05-01-hello.md --
---
title: Hello
---
-- _posts/2030-01-01-later.md --
---
---
)md";

TEST(ResolveLink, PagesAnswerWithAndWithoutExtension) {
  EXPECT_EQ(resolve(small_site, "/about.html"), "found about.md");
  EXPECT_EQ(resolve(small_site, "/about"), "found about.md");
  EXPECT_EQ(resolve(small_site, "about.html?x=1"), "found about.md");
  EXPECT_EQ(resolve(small_site, "/docs/"), "found docs/index.md");
  EXPECT_EQ(resolve(small_site, "/docs"), "found docs/index.md");
  EXPECT_EQ(resolve(small_site, "/2024/05/01/hello.html"), "found _posts/2024-05-01-hello.md");
}

TEST(ResolveLink, AFolderIsNotAnsweredByAFileOfItsName) {
  EXPECT_EQ(resolve(small_site, "/about/"), "missing");
}

TEST(ResolveLink, StaticFilesAnswerByTheirExactName) {
  EXPECT_EQ(resolve(small_site, "/img/Logo.png"), "found img/Logo.png");
  EXPECT_EQ(resolve(small_site, "img/logo.png"), "other_case -> /img/Logo.png");
}

TEST(ResolveLink, RelativeLinksStartAtTheFinalAddress) {
  EXPECT_EQ(resolve(small_site, "page.html", "docs/index.md"), "found docs/page.html");
  EXPECT_EQ(resolve(small_site, "../about.html", "docs/index.md"), "found about.md");
  EXPECT_EQ(resolve(small_site, "hello.html", "_posts/2024-05-01-hello.md"),
            "found _posts/2024-05-01-hello.md");
  EXPECT_EQ(resolve(small_site, "about.html", "_posts/2024-05-01-hello.md"), "other_folder -> /about.html");
}

TEST(ResolveLink, SeveralSlashesAreOne) {
  EXPECT_EQ(resolve(small_site, "/docs//page.html"), "found docs/page.html");
}

TEST(ResolveLink, OtherHostsAndSchemesAreExternal) {
  EXPECT_EQ(resolve(small_site, "https://example.com/about.html"), "external");
  EXPECT_EQ(resolve(small_site, "//example.com/"), "external");
  EXPECT_EQ(resolve(small_site, "mailto:me@example.com"), "external");
}

TEST(ResolveLink, TheOwnHostIsComparedIgnoringCase) {
  const std::string site = "-- _config.yml --\nurl: https://Me.Example.com\n-- from.md --\n---\n---\n";
  EXPECT_EQ(resolve(site, "https://me.example.COM/from.html"), "found from.md");
  EXPECT_EQ(resolve(site, "https://me.example.com"), "missing");
  EXPECT_EQ(resolve(site, "https://me.example.com/nowhere"), "missing");
}

TEST(ResolveLink, LinksToUnpublishedSourcesNameThem) {
  EXPECT_EQ(resolve(small_site, "/2030/01/01/later.html"), "unpublished _posts/2030-01-01-later.md");
}

TEST(ResolveLink, AnchorsCompareDecodedAndWithCase) {
  EXPECT_EQ(resolve(small_site, "/about.html#über-uns"), "found about.md");
  EXPECT_EQ(resolve(small_site, "/about.html#%C3%BCber-uns"), "found about.md");
  EXPECT_EQ(resolve(small_site, "/about.html#dup"), "found about.md");
  EXPECT_EQ(resolve(small_site, "/about.html#Dup"), "missing_anchor about.md");
  EXPECT_EQ(resolve(small_site, "#here"), "found from.md");
  EXPECT_EQ(resolve(small_site, "#there"), "missing_anchor from.md");
}

TEST(ResolveLink, SomeFragmentsNeedNoElement) {
  EXPECT_EQ(resolve(small_site, "/about.html#"), "found about.md");
  EXPECT_EQ(resolve(small_site, "/about.html#top"), "found about.md");
  EXPECT_EQ(resolve(small_site, "/about.html#:~:text=x"), "found about.md");
}

TEST(ResolveLink, AnchorsOfHtmlPagesAreIdsOfElements) {
  EXPECT_EQ(resolve(small_site, "/docs/page.html#x"), "found docs/page.html");
  EXPECT_EQ(resolve(small_site, "/docs/page.html#y"), "missing_anchor docs/page.html");
}

TEST(ResolveLink, LayoutsAndTheirIncludesMayBringTheAnchor) {
  const std::string site = R"md(
-- from.md --
---
layout: page
---
-- _layouts/page.html --
---
layout: base
---
{% include foot.html %}<a name="mid-{{ page.n }}">
-- _layouts/base.html --
<div id="main">{{ content }}</div>
-- _includes/foot.html --
<b id='foot'>
)md";
  EXPECT_EQ(resolve(site, "#main"), "unknown from.md");
  EXPECT_EQ(resolve(site, "#foot"), "unknown from.md");
  EXPECT_EQ(resolve(site, "#mid-7"), "unknown from.md");
  EXPECT_EQ(resolve(site, "#other"), "missing_anchor from.md");
}

TEST(ResolveLink, IdsThatCallersGiveToIncludesAreThoseOfTheCallers) {
  const std::string site = R"md(
-- from.md --
---
layout: page
---
-- _layouts/page.html --
{% include box.html id="one" %}{% include wide.html id=page.n %}{% include outer.html id="far" %}
-- _includes/box.html --
<b id="{{include.id}}"><b id="{{ include.id }}-{{ include.kind }}">
-- _includes/wide.html --
<b id="wide-{{ include.id }}">
-- _includes/outer.html --
{% include inner.html %}
-- _includes/inner.html --
<i id="in-{{ include.id }}">
)md";
  EXPECT_EQ(resolve(site, "#one"), "unknown from.md");
  EXPECT_EQ(resolve(site, "#one-"), "unknown from.md");
  EXPECT_EQ(resolve(site, "#two"), "missing_anchor from.md");
  EXPECT_EQ(resolve(site, "#wide-7"), "unknown from.md");
  EXPECT_EQ(resolve(site, "#in-far"), "unknown from.md");
  EXPECT_EQ(resolve(site, "#in-near"), "missing_anchor from.md");
}

TEST(ResolveLink, AMissingIdIsMissingThoughATableOfContentsCouldHaveOne) {
  const std::string site = R"md(
-- from.md --
---
layout: page
---
-- _layouts/page.html --
{% include toc.html html=content %}
-- _includes/toc.html --
{% if include.id %}{% capture root %} id="{{ include.id }}"{% endcapture %}{% endif %}<ul{{ root }}></ul>
)md";
  EXPECT_EQ(resolve(site, "#other"), "missing_anchor from.md");
}

TEST(ResolveLink, AnUnknownLayoutMakesAnchorsUnknown) {
  EXPECT_EQ(resolve("-- from.md --\n---\nlayout: nowhere\n---\n", "#x"), "unknown from.md");
}

TEST(ResolveLink, BehindTheBaseurlLiesTheSiteAndBesideItNeighbours) {
  const std::string site =
      "-- _config.yml --\nbaseurl: /base\n-- from.md --\n---\n---\n-- a/b.md --\n---\n---\n";
  EXPECT_EQ(resolve(site, "/base/a/b.html"), "found a/b.md");
  EXPECT_EQ(resolve(site, "/base/a/c.html"), "missing");
  EXPECT_EQ(resolve(site, "a/b.html"), "found a/b.md");
  EXPECT_EQ(resolve(site, "/a/b.html"), "missing_baseurl -> /base/a/b.html");
  EXPECT_EQ(resolve(site, "/other/project/"), "unknown");
  EXPECT_EQ(resolve(site, "../../x", "a/b.md"), "unknown");
  EXPECT_EQ(resolve(site, "../../from.html", "a/b.md"), "missing_baseurl -> /base/from.html");
}

TEST(ResolveLink, PagesOfKnownPluginsAnswer) {
  const std::string site = R"md(
-- _config.yml --
plugins: [jekyll-feed, jekyll-redirect-from]
-- from.md --
---
redirect_from: [/old/, /older]
---
)md";
  EXPECT_EQ(resolve(site, "/feed.xml"), "found");
  EXPECT_EQ(resolve(site, "/old/"), "found from.md -> /from.html");
  EXPECT_EQ(resolve(site, "/older"), "found from.md -> /from.html");
  EXPECT_EQ(resolve(site, "/oldest"), "missing");
}

TEST(ResolveLink, UnknownCodeMayMakeAnyPage) {
  EXPECT_EQ(resolve("-- _config.yml --\nplugins: [jekyll-wonder]\n-- from.md --\n---\n---\n", "/x"),
            "unknown");
  EXPECT_EQ(resolve("-- _plugins/x.rb --\n-- from.md --\n---\n---\n", "/x"), "unknown");
}

TEST(ResolveLink, AssetsOfAThemeThatIsNotHereAreUnknown) {
  const std::string site = "-- _config.yml --\ntheme: minima\n-- from.md --\n---\n---\n";
  EXPECT_EQ(resolve(site, "/assets/main.css"), "unknown");
  EXPECT_EQ(resolve(site, "/main.css"), "missing");
}

std::string resolve_post(std::string_view drawing, std::string_view name) {
  const support::Fixture fixture = support::load_fixture(drawing);
  const Resolution result = resolve_post_url(*fixture.site, name);
  return name_of(result.verdict) + (result.page ? ' ' + result.page->path : "") +
         (result.deprecated ? " deprecated" : "");
}

constexpr std::string_view posts = R"md(
-- _posts/2024-05-01-hello.md --
-- _posts/deep/2024-05-02-low.md --
-- news/_posts/2024-05-03-top.md --
-- _posts/2024-05-04-moved.md --
---
date: 2025-01-01
---
-- _posts/2030-01-01-later.md --
)md";

TEST(ResolvePostUrl, FindsByNameAndFolder) {
  EXPECT_EQ(resolve_post(posts, " 2024-05-01-hello "), "found _posts/2024-05-01-hello.md");
  EXPECT_EQ(resolve_post(posts, "/2024-05-01-hello"), "found _posts/2024-05-01-hello.md");
  EXPECT_EQ(resolve_post(posts, "deep/2024-05-02-low"), "found _posts/deep/2024-05-02-low.md");
  EXPECT_EQ(resolve_post(posts, "news/2024-05-03-top"), "found news/_posts/2024-05-03-top.md");
}

TEST(ResolvePostUrl, FallsBackToDateAndSlug) {
  EXPECT_EQ(resolve_post(posts, "2024-05-02-low"), "found _posts/deep/2024-05-02-low.md deprecated");
  EXPECT_EQ(resolve_post(posts, "2024-5-1-hello"), "found _posts/2024-05-01-hello.md deprecated");
  EXPECT_EQ(resolve_post(posts, "2025-01-01-moved"), "found _posts/2024-05-04-moved.md deprecated");
  EXPECT_EQ(resolve_post(posts, "2024-05-04-moved"), "found _posts/2024-05-04-moved.md");
}

TEST(ResolvePostUrl, SaysWhatIsNotPublishedOrNotThere) {
  EXPECT_EQ(resolve_post(posts, "2030-01-01-later"), "unpublished _posts/2030-01-01-later.md");
  EXPECT_EQ(resolve_post(posts, "2024-05-01-hallo"), "missing");
  EXPECT_EQ(resolve_post(posts, "hello"), "missing");
}

TEST(Nearest, FindsSwappedLettersAndTheRightNameInAnotherFolder) {
  const support::Fixture fixture = support::load_fixture(small_site);
  EXPECT_EQ(nearest_urls(*fixture.site, "/abuot.html", 1), std::vector<std::string>{"/about.html"});
  EXPECT_EQ(nearest_urls(*fixture.site, "/pics/Logo.png", 1), std::vector<std::string>{"/img/Logo.png"});
  EXPECT_TRUE(nearest_urls(*fixture.site, "/completely-different-thing/", 3).empty());
  EXPECT_EQ(nearest_posts(*fixture.site, "2024-05-01-helo", 3), std::vector<std::string>{"2024-05-01-hello"});
  EXPECT_EQ(nearest_anchors(fixture.page("about.md")->content, "dupp", 3), std::vector<std::string>{"dup"});
}

}  // namespace
// The folders of a date are long and alike, the names are not.
TEST(Nearest, GoesByTheNameMoreThanByItsFolders) {
  const support::Fixture fixture = support::load_fixture(R"md(
-- _posts/2024-05-02-amber.md --
---
---
-- about.md --
---
permalink: /about/
---
)md");
  EXPECT_EQ(nearest_urls(*fixture.site, "/2024/05/07/about.md", 3), std::vector<std::string>{"/about/"});
  EXPECT_TRUE(nearest_urls(*fixture.site, "/2024/05/02/cabin.html", 3).empty());
}

}  // namespace site
