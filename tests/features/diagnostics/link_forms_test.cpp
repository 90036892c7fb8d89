// Links whose target is there, under another address or form than the written one.
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(LinkCase, IsAnErrorOfItsOwn) {
  check_diagnostics(R"md(
-- a.md --
---
---
[x](/About.html)
    ^^^^^^^^^^^ error: link-case
-- about.md --
---
---
)md");
}

TEST(MissingBaseurl, IsAWarningOfItsOwn) {
  check_diagnostics(R"md(
-- _config.yml --
baseurl: /repo
-- a.md --
---
---
[x](/about.html)
    ^^^^^^^^^^^ warning: missing-baseurl
[y](/repo/about.html)
-- about.md --
---
---
)md");
}

TEST(DoubledBaseurl, IsSeenInTheAddressThatComesOut) {
  check_diagnostics(R"md(
-- _config.yml --
baseurl: /b
-- a.md --
---
---
[x]({{ site.baseurl }}{% link a.md %}) [x]({{ site.baseurl }}{{ "/a.html" | relative_url }})
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: doubled-baseurl
                                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: doubled-baseurl
)md");
}

TEST(UnconvertedMdLink, NamesTheAddressOfThePage) {
  constexpr std::string_view drawing = R"md(
-- Gemfile --
gem "jekyll"
-- docs/a.md --
---
---
[x](b.md#part) [x](/docs/b.md)
    ^^^^^^^^^ warning: unconverted-md-link
                   ^^^^^^^^^^ warning: unconverted-md-link
-- docs/b.md --
---
permalink: /bee/
---
# Part
)md";
  check_diagnostics(drawing);
  EXPECT_EQ(problems_in(drawing).at(0).fixes.at(0).edit.files.at(0).edits.at(0).replacement, "/bee/#part");
}

TEST(UnconvertedMdLink, IsAHintWhereGitHubPagesMayBuild) {
  check_diagnostics("-- a.md --\n---\n---\n[x](a.md)\n    ^^^^ hint: unconverted-md-link\n");
  // Its plugin leaves posts alone, unless it is told otherwise.
  check_diagnostics(R"md(
-- _posts/2024-01-01-a.md --
---
---
[x](/b.md)
    ^^^^^ warning: unconverted-md-link
-- b.md --
---
---
)md");
  check_diagnostics(R"md(
-- _config.yml --
relative_links: {collections: true}
-- _posts/2024-01-01-a.md --
---
---
[x](/b.md)
    ^^^^^ hint: unconverted-md-link
-- b.md --
---
---
)md");
}

TEST(UnconvertedMdLink, ThePluginMakesAddressesOfPaths) {
  check_diagnostics(R"md(
-- _config.yml --
plugins: [jekyll-relative-links]
-- docs/a.md --
---
permalink: /far/away/
---
[x](b.md) [x](../docs/b.md#no) ![x](img/c.png)
                          ^^^ warning: broken-anchor
-- docs/img/c.png --
-- docs/b.md --
---
permalink: /bee/
---
-- _posts/2024-05-01-c.md --
---
---
[x](/docs/b.md)
    ^^^^^^^^^^ warning: unconverted-md-link
)md");
}

TEST(UnconvertedMdLink, ThePluginReadsWholeMarkdownLinksOfTheSourceAlone) {
  check_diagnostics(R"md(
-- _config.yml --
plugins: [jekyll-relative-links]
-- Gemfile --
-- a.md --
---
b: b.md
---
[x](b.md) [some
[more] x](b.md) [x][b]
[some
more](b.md)
      ^^^^ warning: unconverted-md-link

<a href="b.md">x</a>
         ^^^^ warning: unconverted-md-link

[x]({{ page.b }})
    ^^^^^^^^^^^^ warning: unconverted-md-link

{% include link.html %}
^^^^^^^^^^^^^^^^^^^^^^^ warning: unconverted-md-link

[b]: b.md
-- _includes/link.html --
[x](b.md)
-- b.md --
---
---
)md");
}

TEST(UnconvertedMdLink, ThePluginsAddressIsTheBuiltOne) {
  const std::vector<Problem> problems = problems_in(R"md(
-- _config.yml --
baseurl: /base
permalink: pretty
plugins: [jekyll-relative-links]
-- a.md --
---
---
[x](b.md#no)
-- b.md --
---
---
)md");
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems[0].link->url, "/base/b/#no");
}

TEST(MissingBaseurl, OfAListOfPostsIsToldOnce) {
  check_diagnostics(R"md(
-- _config.yml --
baseurl: /base
-- index.html --
---
---
{% for post in site.posts %}<a href="{{ post.url }}">x</a> <a href="{{ post.url | relative_url }}">x</a>{% endfor %}
                                     ^^^^^^^^^^^^^^ warning: missing-baseurl
-- _posts/2024-05-01-a.md --
---
---
-- _posts/2024-05-02-b.md --
---
---
)md");
}

TEST(RelativeInPost, NamesTheAddressThatIsRight) {
  check_diagnostics(R"md(
-- _posts/2024-05-01-a.md --
---
---
[x](about.html) ![x](img/a.png)
    ^^^^^^^^^^ warning: relative-in-post
                     ^^^^^^^^^ warning: relative-in-post
-- about.md --
---
---
-- img/a.png --
)md");
}

TEST(RedirectedLink, IsAHint) {
  check_diagnostics(R"md(
-- _config.yml --
plugins: [jekyll-redirect-from]
-- a.md --
---
---
[x](/old/#part)
    ^^^^^^^^^^ hint: redirected-link
-- b.md --
---
redirect_from: /old/
---
# Part
)md");
}

TEST(OwnSiteAbsolute, IsAHintWhereTheAddressIsWrittenOut) {
  check_diagnostics(R"md(
-- _config.yml --
url: https://me.example.org
-- a.md --
---
---
[x](https://me.example.org/a.html) [x]({{ "/a.html" | absolute_url }}) [x](https://other.example.org/a.html)
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: own-site-absolute
)md");
}

}  // namespace
}  // namespace features
