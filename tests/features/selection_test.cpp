#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(Selection, GrowsFromTheWordToTheSection) {
  check_selections("-- a.md --\n# One\n\nSee [the pa<|>ge](/x) now.\nMore.\n\n# Two\n",
                   {"page", "the page", "[the page](/x)", "See [the page](/x) now.",
                    "See [the page](/x) now.|More.", "# One||See [the page](/x) now.|More.||"});
}

TEST(Selection, GrowsFromAValueToItsEntry) {
  check_selections("-- a.md --\n---\ntags: [one, t<|>wo]\ntitle: x\n---\ntext\n",
                   {"two", "[one, two]", "tags: [one, two]", "tags: [one, two]|title: x|"});
}

TEST(Selection, GrowsOutOfLiquid) {
  check_selections(
      "-- a.md --\n{% if a %}\nx {{ p<|>age.x }} y\n{% endif %}\n",
      {"page", "page.x", "{{ page.x }}", "x {{ page.x }} y", "{% if a %}|x {{ page.x }} y|{% endif %}"});
}

}  // namespace
}  // namespace features
