// Texts that nobody writes: they must be done with, whatever they hold. Nothing here looks at a clock; what
// takes the square of a text's size, or has no end, does not finish.
#include <functional>
#include <gtest/gtest.h>
#include <string>

#include "tests/features/check.h"

namespace features {
namespace {

std::string times(std::string_view text, int count) {
  std::string result;
  for (int i = 0; i < count; ++i) result += text;
  return result;
}

std::string numbered(int count, const std::function<std::string(const std::string&)>& line) {
  std::string result;
  for (int i = 0; i < count; ++i) result += line(std::to_string(i));
  return result;
}

// `p.md` with this body, beside it what else is drawn.
std::size_t count_problems(const std::string& body, const std::string& others = {}) {
  return problems_in(others + "-- p.md --\n---\ntitle: T\n---\n" + body).size();
}

TEST(Hostile, OpeningsWithoutAnEnd) {
  EXPECT_EQ(count_problems(times("{%", 20'000)), 1U);
  EXPECT_EQ(count_problems(times("{{", 20'000)), 1U);
  EXPECT_EQ(count_problems(times("[", 20'000)), 0U);
  EXPECT_EQ(count_problems("{{ page.title }}" + times("[", 20'000)), 0U);
  EXPECT_EQ(count_problems(times("{% if site.time %}", 3'000)), 3'000U);
}

TEST(Hostile, ManyReferencesOnOnePage) {
  const auto use = [](const std::string& i) { return "[a][r" + i + "]\n"; };
  EXPECT_EQ(count_problems(numbered(5'000, use) +
                           numbered(5'000, [](const std::string& i) { return "\n[r" + i + "]: /p.html"; })),
            0U);
  EXPECT_EQ(count_problems(numbered(5'000, use) +
                           numbered(5'000, [](const std::string& i) { return "\n[r" + i + "]: /no" + i; })),
            5'000U);
}

TEST(Hostile, ManyAnchorsAmongManyHeadings) {
  const std::string headings = numbered(5'000, [](const std::string& i) { return "## h" + i + "\n\n"; });
  EXPECT_EQ(
      count_problems(headings + numbered(5'000, [](const std::string& i) { return "[a](#h" + i + ")\n"; })),
      0U);
  EXPECT_EQ(
      count_problems(headings + numbered(5'000, [](const std::string& i) { return "[a](#k" + i + ")\n"; })),
      5'000U);
}

TEST(Hostile, ManyAnchorsOfAPageThatUsesManyOthers) {
  const std::string others =
      numbered(1'000, [](const std::string& i) { return "-- x" + i + ".md --\n---\n---\n"; });
  EXPECT_EQ(count_problems(
                "{{ page.title }}\n\n# One\n\n" +
                    numbered(1'000, [](const std::string& i) { return "[a]({% link x" + i + ".md %})\n"; }) +
                    times("[b](#one)\n", 3'000),
                others),
            0U);
}

TEST(Hostile, IncludesThatIncludeThemselves) {
  EXPECT_LE(count_problems("{% include x.md %}\n[a](#gone)\n",
                           "-- _includes/x.md --\n{% include x.md %}{% include x.md %}\n# a\n"),
            1U);
}

TEST(Hostile, LoopsInLoops) {
  EXPECT_EQ(count_problems("{% for a in (1..1000) %}{% for b in (1..1000) %}{% for c in (1..1000) %}\n"
                           "## x {{ a }}\n{% endfor %}{% endfor %}{% endfor %}"),
            0U);
  // One place of the text tells of some addresses, not of twenty thousand.
  EXPECT_LE(count_problems("{% for a in (1..1000) %}{% for b in (1..20) %}[a](/no{{ a }})\n"
                           "{% endfor %}{% endfor %}"),
            50U);
}

TEST(Hostile, TextsThatGrow) {
  EXPECT_EQ(count_problems("{% assign a = \"xxxxxxxxxxxxxxxx\" %}" +
                           times("{% assign a = a | append: a %}", 60) + "{{ a }}"),
            0U);
  EXPECT_EQ(count_problems(times("{% capture x %}", 3'000) + times("{% endcapture %}", 3'000)), 0U);
}

}  // namespace
}  // namespace features
