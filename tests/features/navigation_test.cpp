// Definition, references, highlights, links to follow and symbols: what shares server/features/target.h.
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

TEST(References, OfAPageFromItsTitle) {
  check_references_except_declaration(R"md(
-- _posts/2024-05-01-hello.md --
---
title: Hel<|>lo
---

-- a.md --
---
---
[a](/2024/05/01/hello.html) [b](2024/05/01/hello) [c](/2024/05/01/)
    ^^^^^^^^^^^^^^^^^^^^^^ ref  ^^^^^^^^^^^^^^^^ ref
-- b.md --
---
---
{% post_url 2024-05-01-hello %} {% link _posts/2024-05-01-hello.md %}
            ^^^^^^^^^^^^^^^^ ref        ^^^^^^^^^^^^^^^^^^^^^^^^^^ ref
-- docs/hello.md --
---
---
[other](/2024/05/01/other.html)
)md");
}

TEST(References, OfAHeading) {
  check_references(R"md(
-- a.md --
---
---
## Set<|> up
   ^^^^^^^^^ ref

[here](#set-up)
       ^^^^^^^ ref
-- b.md --
---
---
[there][x] [page](/a.html) [other](/a.html#other)
        ^ ref

[x]: a.html#set-up
     ^^^^^^^^^^^^^ ref
)md");
}

TEST(References, OfALabel) {
  check_references(R"md(
-- a.md --
---
---
[a][x] [x] [b][Y<|>] [c][y]
               ^^^^ ref  ^ ref

[x]: /a.html
[y]: /b.html
 ^ ref
)md");
}

TEST(References, OfAnInclude) {
  check_references(R"md(
-- a.md --
---
---
{% include n<|>av.html %}
           ^^^^^^^^^^^ ref
-- _includes/nav.html --
x
-- _layouts/default.html --
<html>{% include nav.html %}</html>
                 ^^^^^^^^ ref
-- index.html --
---
---
{% include nav.html a=b %}
           ^^^^^^^^ ref
)md");
}

TEST(References, OfALayout) {
  check_references(R"md(
-- _posts/2024-05-01-a.md --
---
layout: po<|>st
        ^^^^^^^ ref
---
-- _posts/2024-05-02-b.md --
---
layout: post
        ^^^^ ref
---
-- _layouts/post.html --
---
layout: default
---
-- _layouts/wide.html --
---
layout: post
        ^^^^ ref
---
)md");
}

TEST(References, OfADataKeyAndWhatIsBelowIt) {
  check_references(R"md(
-- a.md --
---
---
{{ site.data.nav.ma<|>in }} {{ site.data.nav.other }}
                 ^^^^^^^ ref
-- b.md --
---
---
{{ site.data.nav["main"].title }}
                ^^^^^^^^ ref
                         ^^^^^ ref
-- _data/nav.yml --
main: {title: x}
)md");
}

TEST(References, OfACategory) {
  check_references(R"md(
-- _posts/2024-05-01-a.md --
---
categories: [c<|>at]
             ^^^^^^ ref
tags: [cat]
---
-- _posts/2024-05-02-b.md --
---
category: cat
          ^^^ ref
---
)md");
}

TEST(Highlights, AFootnoteAndItsUses) {
  check_highlights(R"md(
-- a.md --
---
---
Text[^n<|>] and[^n].
    ^^^^^^^ hit
               ^^^^ hit

[^n]: The note.
^^^^^ hit: declaration
)md");
}

TEST(Highlights, LinksToOnePage) {
  check_highlights(R"md(
-- a.md --
---
---
[x](/b.ht<|>ml) [y](b) [z](/a.html)
    ^^^^^^^^^^ hit  ^ hit
-- b.md --
---
---
)md");
}

TEST(DocumentLinks, LeadToFilesAndHeadings) {
  check_document_links(R"md(
-- a.md --
---
layout: wide
        ^^^^ link: _layouts/wide.html
tags: [x]
---
[x](/b.html#two) ![y](/c.png) [z](https://example.org/) [gone](/gone/)
    ^^^^^^^^^^^ link: b.md:3
                      ^^^^^^ link: c.png
{% include d.html %} {{ site.data.e.f }}
           ^^^^^^ link: _includes/d.html
                                  ^ link: _data/e.yml
                                    ^ link: _data/e.yml
-- b.md --
---
---
## Two
-- c.png --
-- _includes/d.html --
-- _data/e.yml --
f: 1
-- _layouts/wide.html --
)md");
}

TEST(Symbols, PagesHeadingsAndTagsBestFirst) {
  constexpr std::string_view kSite = R"md(
-- _posts/2024-01-01-soup.md --
---
title: Tomato soup
tags: [tomato]
---
## Stock of tomatoes
-- _posts/2024-02-01-sauce.md --
---
title: Tomato sauce
---
-- about.md --
---
---
)md";
  check_symbols(kSite, "tomato",
                {"Tomato sauce (_posts/2024-02-01-sauce.md)", "Tomato soup (_posts/2024-01-01-soup.md)",
                 "tomato (tag, 1 post)", "Stock of tomatoes (Tomato soup)"});
  check_symbols(kSite, "tosou", {"Tomato soup (_posts/2024-01-01-soup.md)"});
  check_symbols(kSite, "zzz", {});
}

}  // namespace
}  // namespace features
