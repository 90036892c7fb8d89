// Links, images and names of posts that lead to nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(BrokenLink, TheAddressAloneIsUnderlined) {
  check_diagnostics(R"md(
-- a.md --
---
---
See [there](/nowhere/ "title").
            ^^^^^^^^^ error: broken-link
)md");
}

TEST(BrokenLink, CarriesTheFactsForScripts) {
  const Problem problem = problems_in("-- a.md --\n---\n---\n[x](../b%20c/?q#f)\n").at(0);
  ASSERT_TRUE(problem.link.has_value());
  EXPECT_EQ(problem.link->href, "../b%20c/?q#f");
  EXPECT_EQ(problem.link->url, "../b%20c/?q#f");
  EXPECT_EQ(problem.link->target, "/b c/");
  EXPECT_EQ(problem.link->where, "body");
  EXPECT_EQ(problem.link->attribute, "a[href]");
}

TEST(BrokenLink, AReferenceIsReportedAtItsUseAndPointsToItsDefinition) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
See [there][t].
            ^ error: broken-link

[t]: /nowhere/
^^^^^^^^^^^^^^ ref
)md";
  check_diagnostics(drawing);
  const Problem problem = problems_in(drawing).at(0);
  EXPECT_EQ(problem.link->href, "/nowhere/");
  EXPECT_EQ(problem.related.at(0).place.range, support::load_fixture(drawing).labelled("ref").at(0).range);
}

TEST(BrokenLink, WhatAnswersIsFine) {
  check_diagnostics(R"md(
-- a.md --
---
---
[b](/b) [b](b) [b](b.html) [self](#top-of-it) [mail](mailto:a@b.c) [web](https://x.y/z) [file](/f.txt) [](/b)
## Top of it
-- b.md --
---
---
-- f.txt --
)md");
}

TEST(BrokenLink, AddressesAreJudgedAfterTheirLiquid) {
  check_diagnostics(R"md(
-- _config.yml --
baseurl: /b
-- a.md --
---
file: gone.html
---
[x]({{ site.baseurl }}/nowhere/) [y]({{ page.next }})
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: broken-link
[x]({{ "/a.html" | relative_url }}) [x]({{ "/no" | relative_url }})
                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^ error: broken-link
{% assign here = page.file | prepend: "/b/" %}[x]({{ here }})
                                                  ^^^^^^^^^^ error: broken-link
)md");
}

TEST(BrokenLink, LiquidThatOnlyABuildKnowsIsNotJudged) {
  check_diagnostics("-- a.md --\n---\n---\n[x]({{ site.time }}/nowhere/) [y]({{ page.next }})\n");
}

TEST(BrokenLink, CodeIsNotRead) {
  check_diagnostics("-- a.md --\n---\n---\n```\n[x](/nowhere/)\n```\n`[x](/nowhere/)`\n");
}

TEST(BrokenLink, IsOnlyAHintWhereUnknownCodeMayMakeThePage) {
  check_diagnostics(R"md(
-- _plugins/x.rb --
-- a.md --
---
---
See [there](/nowhere/).
            ^^^^^^^^^ hint: broken-link
)md");
}

TEST(BrokenImage, ConcernsImagesAndMedia) {
  check_diagnostics(R"md(
-- a.md --
---
---
![x](/no.png)
     ^^^^^^^ error: broken-image
)md");
}

TEST(BrokenImage, AttributesOfHtmlCountToo) {
  check_diagnostics(R"md(
-- a.md --
---
---
<video src="/no.mp4"></video>
            ^^^^^^^ error: broken-image
)md");
}

TEST(LinkToUnpublished, SaysWhyTheTargetIsNotThere) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
[x](/2030/01/01/later.html)
    ^^^^^^^^^^^^^^^^^^^^^^ warning: link-to-unpublished
-- _posts/2030-01-01-later.md --
---
---
)md";
  check_diagnostics(drawing, {"_posts/2030-01-01-later.md: info future-date"});
}

TEST(LinkToUnpublished, TextsThatWaitThemselvesMayLinkToEachOther) {
  check_diagnostics(R"md(
-- a.md --
---
published: false
           ^^^^^ info: unpublished
---
[x](/b.html)
-- b.md --
---
published: false
           ^^^^^ info: unpublished
---
)md");
}

TEST(BrokenPostUrl, TheArgumentIsUnderlined) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
[x]({% post_url 2024-05-01-helo %})
                ^^^^^^^^^^^^^^^ error: broken-post-url
-- _posts/2024-05-01-hello.md --
---
---
)md";
  check_diagnostics(drawing);
  check_message(
      drawing,
      "There is no post `2024-05-01-helo`: Jekyll stops the build here. Did you mean `2024-05-01-hello`?");
}

TEST(BrokenPostUrl, AnUnpublishedPostStopsTheBuildToo) {
  check_diagnostics(R"md(
-- a.md --
---
---
{% post_url 2024-05-01-hello %}
            ^^^^^^^^^^^^^^^^ error: broken-post-url
-- _posts/2024-05-01-hello.md --
---
published: false
           ^^^^^ info: unpublished
---
)md");
}

TEST(BrokenPostUrl, WhatJekyllFindsIsFine) {
  check_diagnostics(R"md(
-- a.md --
---
---
{% post_url 2024-05-01-hello %} {% post_url 2024-5-1-hello %} {% raw %}{% post_url x %}{% endraw %}
-- _posts/2024-05-01-hello.md --
---
---
)md");
}

TEST(BrokenLink, OffersTheNearestAddressAndTheMissingPage) {
  constexpr std::string_view drawing =
      "-- a.md --\n---\n---\n[x](/abuot/#team)\n-- about/index.md --\n---\n---\n";
  const Problem problem = problems_in(drawing).at(0);
  ASSERT_EQ(problem.fixes.size(), 2U);
  EXPECT_EQ(problem.fixes[0].edit.files.at(0).edits.at(0).replacement, "/about/#team");
  EXPECT_EQ(problem.fixes[1].edit.creations.at(0).path, "abuot/index.md");
  EXPECT_EQ(problem.fixes[1].edit.creations.at(0).text, "---\ntitle: Abuot\n---\n");
}

TEST(BrokenLink, OfAnIncludeStandsAtItsTag) {
  check_diagnostics(R"md(
-- _includes/button.html --
<a href="{{ include.to }}">x</a>
-- a.md --
---
---
See {% include button.html to="/gone/" %}.
    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: broken-link
{% include button.html to="/a.html" %}
)md");
}

TEST(BrokenLink, WhatIsTheSameForAllPagesIsToldInTheInclude) {
  check_diagnostics(R"md(
-- _includes/foot.html --
<a href="/gone/">x</a>
         ^^^^^^ error: broken-link
<a href="{{ '/no/' | relative_url }}">x</a>
         ^^^^^^^^^^^^^^^^^^^^^^^^^^^ error: broken-link
<a href="gone.html">x</a> <a href="{{ page.url }}x">x</a>
-- _layouts/page.html --
<script src="/app.js"></script>{% include foot.html %}{% if page.more %}<a href="/more/">x</a>{% endif %}
             ^^^^^^^ error: broken-link
                               ^^^^^^^^^^^^^^^^^^^^^^^ hint: broken-link
                               ^^^^^^^^^^^^^^^^^^^^^^^ hint: broken-link
                                                                                 ^^^^^^ hint: broken-link
)md");
}

TEST(BrokenLink, OfAScriptIsAHintWhereBundlersMakeThem) {
  check_diagnostics(R"md(
-- package.json --
{}
-- _layouts/page.html --
<script src="/dist/app.js"></script> <a href="/gone">x</a>
             ^^^^^^^^^^^^ hint: broken-link
                                              ^^^^^ error: broken-link
)md");
}

TEST(BrokenLink, BehindAConditionThatIsNotKnownIsAHint) {
  check_diagnostics(R"md(
-- a.md --
---
---
{% if site.time %}[x](/gone/){% endif %} {% if page.nothing %}[x](/gone/){% endif %}
                      ^^^^^^ hint: broken-link
)md");
}

TEST(BrokenLink, OfHtmlPagesCountsToo) {
  check_diagnostics(R"md(
-- a.html --
---
---
<a href="/gone/">x</a> <img src="no.png"> [x](/gone/)
         ^^^^^^ error: broken-link
                                 ^^^^^^ error: broken-image
-- app.js --
---
---
html = '<a href="/gone/">';
)md");
}

TEST(BrokenLink, LeavesTemplatesOfOthersAlone) {
  check_diagnostics("-- a.md --\n---\n---\n{% raw %}<a href=\"/{{ id }}\">x</a>{% endraw %}\n");
}

TEST(BrokenLink, AddressesOfOthersNeedTheirScheme) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
Write to [me](jane@example.org), [you](mailto:joe@example.org), [all](/people/jane@example.org).
              ^^^^^^^^^^^^^^^^ error: broken-link
                                                                      ^^^^^^^^^^^^^^^^^^^^^^^^ error: broken-link
See [them](example.org/about/), [others](notes.v2/about/).
           ^^^^^^^^^^^^^^^^^^ error: broken-link
                                         ^^^^^^^^^^^^^^^ error: broken-link
)md";
  check_diagnostics(drawing);
  const std::vector<Problem> problems = problems_in(drawing);
  EXPECT_EQ(problems.at(0).message,
            "Without `mailto:` this is a place on the site itself, `/jane@example.org`: readers get an error "
            "page.");
  const auto mended = [&problems](std::size_t place) {
    return problems.at(place).fixes.at(0).edit.files.at(0).edits.at(0).replacement;
  };
  EXPECT_EQ(mended(0), "mailto:jane@example.org");
  EXPECT_EQ(mended(2), "https://example.org/about/");
}

TEST(BrokenLink, WhereABaseIsSetRelativeAddressesAreUnknown) {
  check_diagnostics(R"md(
-- _includes/head.html --
<meta charset="utf-8">
<Base target="_top" href="{{ site.baseurl }}/">
-- _layouts/root.html --
<head>{% include head.html %}</head>
-- _layouts/post.html --
---
layout: root
---
-- docs/a.md --
---
layout: post
---
[x](nowhere.html) [x](#nothing) [x](/nowhere/)
                                    ^^^^^^^^^ error: broken-link
-- docs/b.html --
---
---
<base href="/"><basefont href="x"><a href="nowhere.html">x</a>
)md");
}

TEST(FrontMatterFiles, ImagesThatNobodyHasAreMissing) {
  check_diagnostics(R"md(
-- a.md --
---
image: /img/no.png
       ^^^^^^^^^^^ error: broken-image
header:
  teaser: there.png
  overlay_image: img/gone.jpg
                 ^^^^^^^^^^^^ error: broken-image
  og_image: /of-the-theme/x.png
logo: https://example.org/x.png
title: about no.png
---
-- img/there.png --
)md");
}

TEST(FrontMatterFiles, ThePageThatIsRedirectedToMustBeThere) {
  check_diagnostics(R"md(
-- _config.yml --
plugins: [jekyll-redirect-from]
-- a.md --
---
redirect_to: /gone/
             ^^^^^^ error: broken-link
---
-- b.md --
---
redirect_to: /a.html
---
)md");
}

TEST(Links, APageWithoutProblemsHasNone) {
  EXPECT_THAT(problems_in("-- a.md --\n---\ntitle: A\n---\n# A\n\n[home](/)\n-- index.md --\n---\n---\n"),
              ::testing::IsEmpty());
}

}  // namespace
}  // namespace features
