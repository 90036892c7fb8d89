#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

using ::testing::IsEmpty;

TEST(FenceInfoBlank, IsNoFence) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
```ruby linenos
   ^^^^^^^^^^^^ warning: fence-info-blank
# x
```

``` `a` b ``` and ```c
)md";
  check_diagnostics(drawing);
  check_fix("-- a.md --\n---\n---\n~~~ ruby linenos\nx\n~~~\n", "fence-info-blank", "Write `ruby` alone",
            "-- a.md --\n---\n---\n~~~ ruby\nx\n~~~\n");
}

TEST(FenceInfoBlank, IsSilentWhereCodeMayReadItBefore) {
  check_diagnostics("-- _plugins/x.rb --\n-- a.md --\n---\n---\n```ruby linenos\n# x\n```\n");
  check_diagnostics(
      "-- _config.yml --\nmarkdown: CommonMarkGhPages\n-- a.md --\n---\n---\n```ruby linenos\n# x\n```\n");
}

TEST(UnclosedFence, IsText) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
Text

```ruby
^^^^^^^ warning: unclosed-fence
# x
)md";
  check_diagnostics(drawing);
  check_fix(drawing, "unclosed-fence", "Close it at the end of the text",
            "-- a.md --\n---\n---\nText\n\n```ruby\n# x\n```\n");
  check_diagnostics("-- a.md --\n---\n---\n```x``` is code.\n\n- `~`\n");
}

TEST(UnclosedFence, MayBelongToAnItemThatEndsBeforeIt) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
* one
```ruby
^^^^^^^ warning: unclosed-fence
x

y
```
)md";
  check_diagnostics(drawing);
  check_fix(drawing, "unclosed-fence", "Put an empty line before it",
            "-- a.md --\n---\n---\n* one\n\n```ruby\nx\n\ny\n```\n");
}

TEST(AccidentalTable, IsALineWithABar) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
One | two `a|b` \| three
    ^ hint: accidental-table

| a | b |

c | d
--|--
e | f

g | h
i | j

k \| l and `m | n`
)md";
  check_diagnostics(drawing);
  check_fix("-- a.md --\n---\n---\nOne | two | three\n", "accidental-table", "Escape the bars",
            "-- a.md --\n---\n---\nOne \\| two \\| three\n");
}

TEST(InvalidHeadingId, IsShownToReaders) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
## News {#2021-x}
        ^^^^^^^^^ warning: invalid-heading-id
## More{#more}
       ^^^^^^^ warning: invalid-heading-id
## Last {#last .big}
        ^^^^^^^^^^^^ warning: invalid-heading-id
## Fine {#fine}
## `code {#x}`
)md";
  check_diagnostics(drawing);
  check_fix("-- a.md --\n---\n---\n## News {#2021-x}\n", "invalid-heading-id", "Write `{#id-2021-x}`",
            "-- a.md --\n---\n---\n## News {#id-2021-x}\n");
  check_fix("-- a.md --\n---\n---\n## More{#more}\n", "invalid-heading-id", "Insert a blank",
            "-- a.md --\n---\n---\n## More {#more}\n");
}

TEST(DuplicateHeadingId, GetsANumberOrIsTakenTwice) {
  check_diagnostics(R"md(
-- a.md --
---
---
## Setup
## Setup
   ^^^^^ hint: duplicate-heading-id
## Setup
## Step 1
## Step
## Own {#own}
## Other {#own}
           ^^^ warning: duplicate-heading-id
)md");
}

TEST(DuplicateHeadingId, OneOfTwoBranchesIsShown) {
  check_diagnostics("-- a.md --\n---\n---\n{% if page.x %}\n## Setup\n{% else %}\n## Setup\n{% endif %}\n");
}

TEST(HeadingSkipsLevel, OncePerStep) {
  check_diagnostics(R"md(
-- a.md --
---
---
## One
#### Two
^^^^^^^^ hint: heading-skips-level
## Three
#### Four
# Five
)md");
  check_diagnostics(
      "-- a.md --\n---\n---\n# One\n\n{% include b.html %}\n\n### Two\n-- _includes/b.html --\n");
}

TEST(TitleRepeated, WhereTheLayoutShowsItToo) {
  constexpr std::string_view drawing = R"md(
-- _layouts/post.html --
---
layout: default
---
{% include title.html %}{{ content }}
-- _layouts/default.html --
{{ content }}
-- _includes/title.html --
<h1 class="x">{{ page.title | escape }}</h1>
-- a.md --
---
title: On cats
layout: post
---

# On Cats
^^^^^^^^^ hint: title-repeated

Text.
-- b.md --
---
title: On cats
layout: default
---
# On Cats
)md";
  check_diagnostics(drawing);
  check_fix(
      "-- _layouts/post.html --\n<h1>{{ page.title }}</h1>\n-- a.md --\n---\ntitle: A\nlayout: post\n---\n# "
      "A\n\nText.\n",
      "title-repeated", "Delete the heading",
      "-- _layouts/post.html --\n<h1>{{ page.title }}</h1>\n-- a.md --\n---\ntitle: A\nlayout: "
      "post\n---\nText.\n");
}

TEST(UndefinedReference, ShowsItsBrackets) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
See [the manual][manaul], ![a cat][], a[i][j], [1][2], [x] [y] and [z].
                ^^^^^^^^ hint: undefined-reference
                           ^^^^^^^^^ hint: undefined-reference
`[a][b]` [c][^1] [d][e](/a.html)
[Good][manual]

[manual]: https://example.org/
)md";
  check_diagnostics(drawing);
  check_fix("-- a.md --\n---\n---\n[a][manaul] [b][manual]\n\n[manual]: https://x.org/\n",
            "undefined-reference", "Write `[manual]`",
            "-- a.md --\n---\n---\n[a][manual] [b][manual]\n\n[manual]: https://x.org/\n");
  check_diagnostics(
      "-- a.md --\n---\n---\n[a][b]\n\n{% include links.md %}\n-- _includes/links.md --\n[b]: "
      "https://x.org/\n");
}

TEST(UndefinedReference, IsSilentWhereLiquidMakesDefinitions) {
  check_diagnostics("-- a.md --\n---\n---\n[a][b]\n\n[{{ page.x }}]: https://x.org/\n");
}

TEST(UnusedDefinition, IsFaint) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
[used] ![x][image]

[used]: https://example.org/
[image]: https://example.org/a.png
[left]: https://example.org/2
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: unused-definition
[//]: # (a comment)
[comment]: <> (another)
)md";
  check_diagnostics(drawing);
  check_fix("-- a.md --\n---\n---\nA\n\n[b]: /a.html\n\nC\n", "unused-definition", "Delete it",
            "-- a.md --\n---\n---\nA\n\n\nC\n");
}

TEST(DuplicateDefinition, TheLastOneWins) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
[a]

[a]: https://example.org/1
^^^^^^^^^^^^^^^^^^^^^^^^^^ warning: duplicate-definition
[A]: https://example.org/2
)md";
  check_diagnostics(drawing);
  check_fix(drawing, "duplicate-definition", "Delete this one",
            "-- a.md --\n---\n---\n[a]\n\n[A]: https://example.org/2\n");
  check_diagnostics("-- a.md --\n---\n---\n[a]\n\n[a]: https://example.org/1\n[a]: https://example.org/1\n");
}

TEST(SpacedLink, IsNoLink) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
See [this] (/a.html), [1] (https://example.org/) and [that] (or not).
    ^^^^^^^^^^^^^^^^ warning: spaced-link
Of [another site] (https://example.org/) readers see the address.
   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ hint: spaced-link
`[a] (https://example.org/)`
)md";
  check_diagnostics(drawing);
  check_fix("-- a.md --\n---\n---\n![a] (https://example.org/b.png)\n", "spaced-link", "Remove the blank",
            "-- a.md --\n---\n---\n![a](https://example.org/b.png)\n");
}

TEST(ImageWithoutAlt, SaysNothing) {
  check_diagnostics(R"md(
-- a.md --
---
---
![](https://example.org/a.png) ![b](https://example.org/a.png) ![](https://example.org/a.png){: alt="c"}
^^^ hint: image-without-alt
<img src="https://example.org/a.png"> <img alt="" src="https://example.org/a.png">
^^^^ hint: image-without-alt
)md");
}

TEST(ExcerptSeparatorMissing, MustBeTheSame) {
  constexpr std::string_view drawing = R"md(
-- _posts/2024-05-01-a.md --
---
excerpt_separator: <!--more-->
                   ^^^^^^^^^^^ warning: excerpt-separator-missing
---
First.

<!-- More -->

Second.
)md";
  check_diagnostics(drawing);
  check_fix(drawing, "excerpt-separator-missing", "Write `<!--more-->` there",
            "-- _posts/2024-05-01-a.md --\n---\nexcerpt_separator: "
            "<!--more-->\n---\nFirst.\n\n<!--more-->\n\nSecond.\n");
  check_fix("-- _posts/2024-05-01-a.md --\n---\nexcerpt_separator: <!--more-->\n---\nFirst.\n\nSecond.\n",
            "excerpt-separator-missing", "Put it behind the first paragraph",
            "-- _posts/2024-05-01-a.md --\n---\nexcerpt_separator: "
            "<!--more-->\n---\nFirst.\n\n<!--more-->\n\nSecond.\n");
}

TEST(ExcerptSeparatorMissing, IsSilentWhereItIsNotAsked) {
  check_diagnostics(
      "-- _posts/2024-05-01-a.md --\n---\nexcerpt_separator: <!--more-->\nexcerpt: Own.\n---\nFirst.\n"
      "-- _posts/2024-05-02-b.md --\n---\nexcerpt_separator: \"\"\n---\nFirst.\n"
      "-- c.md --\n---\nexcerpt_separator: <!--more-->\n---\nFirst.\n"
      "-- _posts/2024-05-03-d.md --\n---\nexcerpt_separator: <!--more-->\n---\nFirst. <!--more--> Second.\n");
}

}  // namespace
}  // namespace features
