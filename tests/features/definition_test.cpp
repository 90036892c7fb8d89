// Where names and links lead: what server/features/targets/mentions.h works out, seen through definition.
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(Definition, ALinkLeadsToTheTitleOfItsPage) {
  check_definition(R"md(
-- a.md --
---
---
See [th<|>ere](/2024/05/01/hello.html).
-- _posts/2024-05-01-hello.md --
---
title: Hello
       ^^^^^ def
---
)md");
}

TEST(Definition, AnAnchorLeadsToTheHeadingOfTheOtherFile) {
  check_definition(R"md(
-- a.md --
---
---
See [there](b.html#set-<|>up).
-- b.md --
---
---
Text.

## Set up
^^^^^^^^^ def
)md");
}

TEST(Definition, AnIdOfThisPage) {
  check_definition(R"md(
-- a.md --
---
---
[x](#y<|>) and <a id="y"></a>
                      ^ def
)md");
}

TEST(Definition, AnAddressThatLiquidMakes) {
  check_definition(R"md(
-- a.md --
---
file: b.html
---
See [there]({{ page.file | pre<|>pend: "/" }}#about-b).
-- b.md --
---
title: B
---
# About {{ page.title }}
^^^^^^^^^^^^^^^^^^^^^^^^ def
)md");
}

TEST(Definition, AnIdOfAnIncludeStandsAtItsTag) {
  check_definition(R"md(
-- _includes/part.md --
## Part {{ include.of }}
-- a.md --
---
---
[x](#part<|>-one)

{% include part.md of="one" %}
^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ def
)md");
}

TEST(Definition, ALinkOfAnHtmlPageAndOfALayout) {
  check_definition(R"md(
-- a.html --
---
---
<a href="/b<|>.html">x</a>
-- b.md --
---
title: B
       ^ def
---
)md");
  check_definition(R"md(
-- _layouts/page.html --
<a href="{{ '/b.html' | relat<|>ive_url }}">x</a>
-- b.md --
---
title: B
       ^ def
---
)md");
}

TEST(Definition, ABrokenLinkLeadsNowhere) {
  check_definition("-- a.md --\n---\n---\n[x](/go<|>ne.html) [y](#nei<|ther)\n");
}

TEST(Definition, ALabelLeadsToItsDefinitionAndTheDefinitionToThePage) {
  check_definition(R"md(
-- a.md --
---
---
See [the page][Ab<|>out].

[about]: /b.html
 ^^^^^ def
-- b.md --
---
---
)md");
  check_definition(R"md(
-- a.md --
---
---
See [the page][about].

[about]: /b.h<|>tml
-- b.md --
---
title: B
       ^ def
---
)md");
}

TEST(Definition, AFootnote) {
  check_definition(R"md(
-- a.md --
---
---
Text[^no<|>te] and[^note].

[^note]: The note.
^^^^^^^^ def
)md");
}

TEST(Definition, LiquidTagsNameFiles) {
  check_definition(R"md(
-- a.md --
---
---
{% include nav/ma<|>in.html x=1 %}
-- _includes/nav/main.html --
<def></def><nav></nav>
)md");
  check_definition(R"md(
-- docs/a.md --
---
---
{% include_relative par<|>t.md %}
-- docs/part.md --
<def></def>Part.
)md");
  check_definition(R"md(
-- a.md --
---
---
[x]({% link b<|>.md %})
-- b.md --
---
title: B
       ^ def
---
)md");
  check_definition(R"md(
-- a.md --
---
---
[x]({% post_url 2024-05-01-he<|>llo %})
-- _posts/2024-05-01-hello.md --
---
title: Hello
       ^^^^^ def
---
)md");
}

TEST(Definition, DataLeadsToItsKey) {
  check_definition(R"md(
-- a.md --
---
---
{% for x in site.data.nav.main.li<|>nks %}{{ x }}{% endfor %}
-- _data/nav/main.yml --
title: Main
links:
^^^^^ def
  - a
)md");
  check_definition(R"md(
-- a.md --
---
---
{{ site.data.na<|>v.main }}
-- _data/nav.yml --
<def></def>main: x
)md");
}

TEST(Definition, FrontMatterNamesLayoutsAuthorsAndFiles) {
  check_definition(R"md(
-- a.md --
---
layout: po<|>st
---
-- _layouts/post.html --
<def></def><html></html>
)md");
  check_definition(R"md(
-- a.md --
---
author: ja<|>ne
---
-- _data/authors.yml --
jane:
^^^^ def
  name: Jane
)md");
  check_definition(R"md(
-- a.md --
---
header:
  teaser: /img/<|>x.txt
---
-- img/x.txt --
<def></def>x
)md");
}

TEST(Definition, ATagLeadsToItsPostsNewestFirst) {
  check_definition(R"md(
-- _posts/2024-05-01-a.md --
---
tags: [on<|>e]
       ^^^^^^ def
---
-- _posts/2024-06-01-b.md --
---
tags: one two
      ^^^^^^^ def
---
)md");
}

TEST(Definition, SettingsNameLayouts) {
  check_definition(R"md(
-- _config.yml --
defaults:
  - scope: {path: ""}
    values: {layout: po<|>st}
-- _layouts/post.html --
<def></def><html></html>
)md");
}

}  // namespace
}  // namespace features
