// References, highlights, links to follow and symbols: what shares server/features/targets/mentions.h with
// definition.
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

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
  constexpr std::string_view site = R"md(
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
  check_symbols(site, "tomato",
                {"Tomato sauce (_posts/2024-02-01-sauce.md)", "Tomato soup (_posts/2024-01-01-soup.md)",
                 "tomato (tag, 1 post)", "Stock of tomatoes (Tomato soup)"});
  check_symbols(site, "tosou", {"Tomato soup (_posts/2024-01-01-soup.md)"});
  check_symbols(site, "zzz", {});
}

}  // namespace
}  // namespace features
