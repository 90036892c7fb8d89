// Fragments behind `#`: the ids that a page has, and those that its layout, its includes and plugins bring.
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(BrokenAnchor, TheFragmentAloneIsUnderlinedAndTheNearestIdNamed) {
  constexpr std::string_view drawing = R"md(
-- a.md --
---
---
[x](/b.html#instal)
           ^^^^^^^ warning: broken-anchor
-- b.md --
---
---
# Install
)md";
  check_diagnostics(drawing);
  check_message(
      drawing,
      "`/b.html` has no heading or id `#instal`: the jump leads to the top of the page. Did you mean "
      "`#install`?");
}

TEST(BrokenAnchor, IsJudgedAfterLiquid) {
  check_diagnostics(R"md(
-- _includes/part.md --
## In {{ include.name }}
-- a.md --
---
title: Here
---
# About {{ page.title }}

{% include part.md name="detail" %}

[x](#about-here) [x](#in-detail) [x](#in-no)
                                     ^^^^^^ warning: broken-anchor
)md");
}

TEST(BrokenAnchor, IsOnlyAHintWhereUnknownCodeMayMakeTheId) {
  check_diagnostics(R"md(
-- _plugins/x.rb --
-- a.md --
---
---
[x](#gone)
    ^^^^^ hint: broken-anchor
)md");
}

TEST(BrokenAnchor, IsOnlyAHintWhereTheLayoutIsNotHere) {
  check_diagnostics(R"md(
-- _config.yml --
theme: minima
-- a.md --
---
layout: page
---
[x](#gone)
    ^^^^^ hint: broken-anchor
)md");
}

TEST(BrokenAnchor, APageThatSendsReadersOnTakesTheAnchorAlong) {
  check_diagnostics(R"md(
-- _layouts/moved.html --
<script>location = "{{ page.redirect_to }}" + location.hash;</script>
-- old.md --
---
layout: moved
redirect_to: new.html
---
-- a.md --
---
---
[x](/old.html#part)
             ^^^^^ hint: broken-anchor
)md");
}

}  // namespace
}  // namespace features
