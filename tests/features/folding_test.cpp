#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(Folding, FrontMatterAndSections) {
  check_folds(R"md(
-- a.md --
<fold>---
title: x
---</fold>
Text.

<fold># One

<fold>## Two
Text.</fold></fold>

<fold># Three
Text.</fold>
)md");
}

TEST(Folding, LiquidBlocksAndFences) {
  check_folds(R"md(
-- a.md --
Text.

<fold>{% if a %}
{% if b %}x{% endif %}
<fold>```ruby
code
```</fold>
{% endif %}</fold>
)md");
}

}  // namespace
}  // namespace features
