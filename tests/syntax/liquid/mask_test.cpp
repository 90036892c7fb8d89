#include <gtest/gtest.h>

#include "server/syntax/liquid/markup.h"

namespace syntax {
namespace {

std::string masked(const std::string& text, text::Offset begin = 0) {
  return liquid::parse_markup(text, begin).masked;
}

TEST(LiquidMask, TextWithoutLiquidIsNotCopied) {
  const liquid::Markup liquid = liquid::parse_markup("no { braces } here {");
  EXPECT_TRUE(liquid.masked.empty());
  EXPECT_TRUE(liquid.masks.empty());
}

TEST(LiquidMask, OutputsBecomeLetters) {
  EXPECT_EQ(masked("[a]({{ site.url }}/b)"), "[a](xxxxxxxxxxxxxx/b)");
}

TEST(LiquidMask, ATagInsideALineBecomesLetters) {
  EXPECT_EQ(masked("[x]({% link a.md %}) y"), "[x](xxxxxxxxxxxxxxx) y");
}

TEST(LiquidMask, ATagAloneOnItsLineBecomesBlanks) {
  EXPECT_EQ(masked("a\n  {% if b %} \nc\n"), "a\n             \nc\n");
}

TEST(LiquidMask, ATagAloneOnItsLinesKeepsTheLineEnds) {
  EXPECT_EQ(masked("{% include a\r\n b %}\r\nc"), "            \r\n     \r\nc");
}

TEST(LiquidMask, TagsThatFillALineTogetherBecomeBlanks) {
  EXPECT_EQ(masked("{% if a %}{% b %} {% endif %}\n"), std::string(29, ' ') + "\n");
}

TEST(LiquidMask, ALineWithAnOutputIsAParagraph) {
  EXPECT_EQ(masked("{% if a %}{{ b }}{% endif %}\n"), std::string(28, 'x') + "\n");
}

TEST(LiquidMask, AListItemsTagIsInsideItsLine) {
  EXPECT_EQ(masked("- {% a %}\n"), "- xxxxxxx\n");
}

TEST(LiquidMask, RawMasksItsTwoTagsAlone) {
  EXPECT_EQ(masked("a {% raw %}[b]({{ c }}){% endraw %}"), "a xxxxxxxxx[b]({{ c }})xxxxxxxxxxxx");
}

TEST(LiquidMask, HighlightAndCommentBlocksBecomeBlanks) {
  EXPECT_EQ(masked("{% highlight c %}\n# {{ a }}\n{% endhighlight %}\nb\n"),
            std::string(17, ' ') + "\n" + std::string(9, ' ') + "\n" + std::string(18, ' ') + "\nb\n");
  EXPECT_EQ(masked("a {% comment %}[x](y){% endcomment %} b"), "a " + std::string(35, ' ') + " b");
}

TEST(LiquidMask, RawInsideHighlightBelongsToTheBlock) {
  const std::string text =
      "{% highlight liquid %}{% raw %}{% endhighlight %}{% endraw %}\n# x{% endhighlight %}\n# y";
  const std::string expected = std::string(61, ' ') + "\n" + std::string(21, ' ') + "\n# y";
  EXPECT_EQ(masked(text), expected);
}

TEST(LiquidMask, AnUnclosedBlockMasksItsTagAlone) {
  EXPECT_EQ(masked("{% highlight c %}\n# x\n"), std::string(17, ' ') + "\n# x\n");
}

TEST(LiquidMask, AnUnclosedTagIsMaskedToItsLinesEnd) {
  EXPECT_EQ(masked("a {% b c\n[d](e)"), "a xxxxxx\n[d](e)");
}

TEST(LiquidMask, EveryByteOfOtherScriptsIsMasked) {
  const std::string text = "[글]({{ '첫 글' }})";
  EXPECT_EQ(masked(text).size(), text.size());
  EXPECT_EQ(masked(text), "[글](xxxxxxxxxxxxxxx)");
}

TEST(LiquidMask, FrontMatterIsLeftAlone) {
  EXPECT_EQ(masked("a: {{ b }}\n{{ c }}", 11), "a: {{ b }}\nxxxxxxx");
}

TEST(LiquidMask, AdjacentMasksAreOne) {
  const liquid::Markup liquid = liquid::parse_markup("{{ a }}{{ b }} {{ c }}");
  EXPECT_EQ(liquid.masks, (std::vector<text::Range>{{0, 14}, {15, 22}}));
}

TEST(LiquidMask, OverlapIsAskedInBytes) {
  const std::vector<text::Range> masks{{2, 4}, {8, 10}};
  EXPECT_TRUE(liquid::overlaps_mask(masks, {3, 9}));
  EXPECT_TRUE(liquid::overlaps_mask(masks, {0, 3}));
  EXPECT_FALSE(liquid::overlaps_mask(masks, {0, 2}));
  EXPECT_FALSE(liquid::overlaps_mask(masks, {4, 8}));
  EXPECT_FALSE(liquid::overlaps_mask(masks, {10, 12}));
  EXPECT_FALSE(liquid::overlaps_mask({}, {0, 12}));
}

}  // namespace
}  // namespace syntax
