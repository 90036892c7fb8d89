#include "server/syntax/liquid/markup.h"

#include <chrono>
#include <gtest/gtest.h>

namespace syntax {
namespace {

// One line per node: `name|markup` for tags, `= markup` for outputs, then the whole source; `?` if not
// closed.
std::string outline(const std::string& text, text::Offset begin = 0) {
  std::string lines;
  for (const liquid::Node& node : liquid::parse_markup(text, begin).nodes) {
    const std::string name(text::slice(text, node.name));
    const std::string markup(text::slice(text, node.markup));
    lines += (node.kind == liquid::Node::Kind::output ? "= " + markup : name + "|" + markup) + " @ " +
             std::string(text::slice(text, node.range)) + (node.closed ? "" : " ?") + "\n";
  }
  return lines;
}

TEST(Liquid, TagsAndOutputsInOrder) {
  EXPECT_EQ(outline("A {{ page.title | upcase }} and {% link a.md %}."),
            "= page.title | upcase @ {{ page.title | upcase }}\nlink|a.md @ {% link a.md %}\n");
}

TEST(Liquid, WhitespaceControlIsNoMarkup) {
  EXPECT_EQ(outline("{%- if a -%}{{- b -}}"), "if|a @ {%- if a -%}\n= b @ {{- b -}}\n");
}

TEST(Liquid, TheEmptyAndTheOddOnes) {
  EXPECT_EQ(outline("{{}}{%%}{{-}}{%-%}{{ - }}"),
            "=  @ {{}}\n| @ {%%}\n=  @ {{-}}\n| @ {%-%}\n= - @ {{ - }}\n");
}

TEST(Liquid, ATagMaySpanLines) {
  EXPECT_EQ(outline("{% include a.html\n  b=\"c\"\n%}"),
            "include|a.html\n  b=\"c\" @ {% include a.html\n  b=\"c\"\n%}\n");
}

TEST(Liquid, AnInlineCommentTagHasAHashForAName) {
  EXPECT_EQ(outline("{% # note %}"), "#|note @ {% # note %}\n");
}

TEST(Liquid, AnOutputEndsAtTheFirstBrace) {
  EXPECT_EQ(outline("{{ '}' }} x\n"), "= '}' }} x @ {{ '}' }} x ?\n");
  EXPECT_EQ(outline("{{ a }}}"), "= a @ {{ a }}\n");
  EXPECT_EQ(outline("{{{ a }}"), "= { a @ {{{ a }}\n");
}

TEST(Liquid, AnOpenOneEndsWithItsLine) {
  EXPECT_EQ(outline("{{ a\r\n{% b\nc"), "= a @ {{ a ?\nb| @ {% b ?\n");
}

TEST(Liquid, ATagBeingTypedDoesNotSwallowTheNextOne) {
  EXPECT_EQ(outline("{% incl\n\ntext\n{% link a.md %}"), "incl| @ {% incl ?\nlink|a.md @ {% link a.md %}\n");
  EXPECT_EQ(outline("{{ pag\n\n{{ b }}"), "= pag @ {{ pag ?\n= b @ {{ b }}\n");
}

TEST(Liquid, OnOneLineLiquidsOwnRuleCounts) {
  EXPECT_EQ(outline("{% assign a = '{% b' %}"), "assign|a = '{% b' @ {% assign a = '{% b' %}\n");
}

TEST(Liquid, RawHidesEverythingUpToItsEnd) {
  EXPECT_EQ(outline("{% raw %}{{ a }}{% b %}{%- endraw -%}{{ c }}"),
            "raw| @ {% raw %}\nendraw| @ {%- endraw -%}\n= c @ {{ c }}\n");
}

TEST(Liquid, RawEndsAtAnEndEvenBehindOpenMarkup) {
  EXPECT_EQ(outline("{% raw %}{{ {% endraw %}{{ c }}"),
            "raw| @ {% raw %}\nendraw| @ {% endraw %}\n= c @ {{ c }}\n");
}

TEST(Liquid, AWordThatOnlyLooksLikeTheEndOfRawIsNone) {
  EXPECT_EQ(outline("{% raw %} endraw {% endrawer %} {{ x }}{% endraw %}"),
            "raw| @ {% raw %}\nendraw| @ {% endraw %}\n");
}

TEST(Liquid, RawWithoutEndHidesNothing) {
  EXPECT_EQ(outline("{% raw %}\n{{ a }}\n{% b %}\n{% endraw\n"),
            "raw| @ {% raw %}\n= a @ {{ a }}\nb| @ {% b %}\nendraw| @ {% endraw ?\n");
}

TEST(Liquid, CommentHidesItsInsideAndMayNest) {
  EXPECT_EQ(outline("{% comment %}{{ a }}{% comment %}{% x %}{% endcomment %}{% endcomment %}{{ b }}"),
            "comment| @ {% comment %}\nendcomment| @ {% endcomment %}\n= b @ {{ b }}\n");
}

TEST(Liquid, CommentWithoutEndHidesNothing) {
  EXPECT_EQ(outline("{% comment %}{{ a }}"), "comment| @ {% comment %}\n= a @ {{ a }}\n");
}

TEST(Liquid, HighlightShowsItsInside) {
  EXPECT_EQ(outline("{% highlight ruby %}{{ a }}{% endhighlight %}"),
            "highlight|ruby @ {% highlight ruby %}\n= a @ {{ a }}\nendhighlight| @ {% endhighlight %}\n");
}

TEST(Liquid, NothingBeforeTheBeginningIsRead) {
  EXPECT_EQ(outline("{{ a }}\n{{ b }}", 8), "= b @ {{ b }}\n");
}

TEST(Liquid, HostileTextsTakeLinearTime) {
  const auto repeat = [](std::string_view piece, std::size_t bytes) {
    std::string text;
    while (text.size() < bytes) {
      text += piece;
    }
    return text;
  };
  constexpr std::size_t megabyte = 1'000'000;
  const std::vector<std::string> pieces{"{%",
                                        "{{",
                                        "{%\n",
                                        "{{\n",
                                        "{% raw %}",
                                        "{% raw %} endraw ",
                                        "{% raw %}{% endraw ",
                                        "{% comment %}",
                                        "{% highlight %}{% comment %}{% endhighlight ",
                                        "{% comment %}{% endhighlight %}",
                                        "{{ }\n",
                                        "{% a %} ",
                                        "{% x\n{{ }"};
  for (const std::string& piece : pieces) {
    const std::string text = repeat(piece, megabyte);
    const auto start = std::chrono::steady_clock::now();
    static_cast<void>(liquid::parse_markup(text));
    const auto spent = std::chrono::steady_clock::now() - start;
    EXPECT_LT(spent, std::chrono::seconds(5)) << piece;
  }
}

}  // namespace
}  // namespace syntax
