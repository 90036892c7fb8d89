#include "server/features/hover.h"

#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(Hover, ALinkShowsThePageBehindIt) {
  check_hover(R"md(
-- a.md --
---
---
See [there](/2024/05/01/hel<|>lo.html).
            ^^^^^^^^^^^^^^^^^^^^^^^^^ hit
-- _posts/2024-05-01-hello.md --
---
title: Hello *you*
---
)md",
              "**Hello \\*you\\***\n\n`/2024/05/01/hello.html`\n\n`_posts/2024-05-01-hello.md` · 2024-05-01");
}

TEST(Hover, AnAnchorShowsItsHeading) {
  check_hover(R"md(
-- a.md --
---
---
See [there](/b.html#inst<|>all).
            ^^^^^^^^^^^^^^^^^^ hit
-- b.md --
---
title: B
---
## Install
)md",
              "§ Install\n\n**B**\n\n`/b.html`\n\n`b.md`");
}

TEST(Hover, PostUrlShowsThePost) {
  check_hover(R"md(
-- a.md --
---
---
[x]({% post_url 2024-05-01-hel<|>lo %})
                ^^^^^^^^^^^^^^^^^^^ hit
-- _posts/2024-05-01-hello.md --
---
title: Hello
---
)md",
              "**Hello**\n\n`/2024/05/01/hello.html`\n\n`_posts/2024-05-01-hello.md` · 2024-05-01");
}

TEST(Hover, ATargetThatIsNotThereYetSaysSo) {
  check_hover(
      R"md(
-- a.md --
---
---
[x](/2030/01/01/la<|>ter.html)
    ^^^^^^^^^^^^^^^^^^^^^^^^^ hit
-- _posts/2030-01-01-later.md --
---
title: Later
---
)md",
      "**Later**\n\n`/2030/01/01/later.html`\n\n`_posts/2030-01-01-later.md` · 2030-01-01 · dated in the "
      "future, not published yet");
}

TEST(Hover, ATagShowsItsCountAndItsNewestPosts) {
  check_hover(R"md(
-- _posts/2024-05-01-a.md --
---
title: A
tags: [x, c<|>++]
          ^^^^^^ hit
---
-- _posts/2024-06-01-b.md --
---
title: B
tags: c++
---
)md",
              "Tag **c\\+\\+**: 2 posts\n\n- 2024-06-01 B\n- 2024-05-01 A");
}

TEST(Hover, AWordOfAStringIsATagOfItsOwn) {
  check_hover("\n-- _posts/2024-05-01-a.md --\n---\ntitle: A\ntags: one t<|>wo\n          ^^^^^^ hit\n---\n",
              "Tag **two**: 1 post\n\n- 2024-05-01 A");
}

TEST(Hover, NestedListsHoldTags) {
  check_hover(
      "\n-- _posts/2024-05-01-a.md --\n---\ntitle: A\ntags:\n- [one, t<|>wo]\n        ^^^^^^ hit\n---\n",
      "Tag **two**: 1 post\n\n- 2024-05-01 A");
}

TEST(Hover, ACategoryIsCalledOne) {
  check_hover(
      "\n-- _posts/2024-05-01-a.md --\n---\ntitle: A\ncategory: my c<|>at\n          ^^^^^^^^^ hit\n---\n",
      "Category **my cat**: 1 post\n\n- 2024-05-01 A");
}

TEST(Hover, AnImageShowsItsSizes) {
  const std::string drawing = "-- a.md --\n---\n---\n![x](/b.p<|>ng)\n-- b.png --\n";
  support::Fixture fixture = support::load_fixture(drawing);
  constexpr char header[] = "\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0\0\0\0\x20\x08\2\0\0\0";
  const std::string checksum(4, '\0');  // nobody reads it
  fixture.disk->write("b.png", std::string(header, sizeof(header) - 1) + checksum);
  const auto text = hover_at(cursor_of(fixture));
  ASSERT_TRUE(text.has_value());
  EXPECT_EQ(text->markdown, "File `b.png` · 256 × 32 · 33 B");
  EXPECT_EQ(text->image, "b.png");
}

TEST(Hover, AnIncludeShowsWhatItReads) {
  check_hover(R"md(
-- a.md --
---
---
{% include n<|>av.html %}
           ^^^^^^^^^^^ hit
-- _includes/nav.html --
{{ include.title }} {% if include.big %}{{ include.title }}{% endif %}
)md",
              "File `_includes/nav.html`\n\nReads `title`, `big`");
}

TEST(Hover, ADataKeyShowsItsValue) {
  check_hover(R"md(
-- a.md --
---
---
{{ site.data.nav.ma<|>in }}
                 ^^^^^^^ hit
-- _data/nav.yml --
main: Start here
)md",
              "`main` in `_data/nav.yml`: `Start here`");
  check_hover(R"md(
-- a.md --
---
---
{{ site.data.nav.ma<|>in }}
                 ^^^^^^^ hit
-- _data/nav.yml --
main:
  title: x
  url: y
)md",
              "`main` in `_data/nav.yml`\n\n~~~~~~yaml\n  title: x\n  url: y\n~~~~~~");
}

TEST(Hover, ALabelShowsThePageBehindIt) {
  check_hover(R"md(
-- a.md --
---
---
See [the page][x<|>].
               ^^^^ hit

[x]: /b.html
-- b.md --
---
title: B
---
)md",
              "**B**\n\n`/b.html`\n\n`b.md`");
}

TEST(Hover, AFootnoteShowsItsText) {
  check_hover(R"md(
-- a.md --
---
---
Text[^n<|>].
    ^^^^^^^ hit

[^n]: The *note*,
    in two lines.

More.
)md",
              "The \\*note\\*, in two lines.");
}

TEST(Hover, ABrokenLinkHasNothingToShow) {
  check_no_hover("-- a.md --\n---\n---\n[x](/now<|>here/)\n");
}

TEST(Hover, PlainTextHasNothingToShow) {
  check_no_hover("-- a.md --\n---\ntitle: T\n---\nte<|>xt\n");
}

}  // namespace
}  // namespace features
