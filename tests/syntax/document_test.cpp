#include "server/syntax/document.h"

#include <gtest/gtest.h>

namespace syntax {
namespace {

using Format = ParseOptions::Format;

Document document(std::string text, Format format = Format::markdown) {
  ParseOptions options;
  options.format = format;
  return {std::move(text), options};
}

TEST(Document, ReadsFrontMatterThenLiquid) {
  const Document post = document("---\ntitle: \"{{ a }}\"\n---\n{{ b }}\n");
  EXPECT_EQ(post.front_matter.state, FrontMatter::State::present);
  ASSERT_EQ(post.liquid.nodes.size(), 1U);
  EXPECT_EQ(text::slice(post.text, post.liquid.nodes[0].markup), "b");
  EXPECT_EQ(post.lines.line_count(), 5U);
}

TEST(Document, FrontMatterMaySwitchLiquidOff) {
  EXPECT_TRUE(document("---\nrender_with_liquid: false\n---\n{{ b }}").liquid.nodes.empty());
  EXPECT_TRUE(document("---\nrender_with_liquid: no\n---\n{{ b }}").liquid.nodes.empty());
  EXPECT_FALSE(document("---\nrender_with_liquid: 'false'\n---\n{{ b }}").liquid.nodes.empty());
}

TEST(Document, OptionsMaySwitchLiquidOff) {
  ParseOptions options;
  options.liquid = false;
  EXPECT_TRUE(Document("{{ a }}", options).liquid.nodes.empty());
}

TEST(Document, HtmlHasLinksAndIdsOfElementsAlone) {
  const Document page = document("---\n---\n# {{ a }} [b](/b)\n<a id=\"x\" href=\"/c\">\n", Format::html);
  EXPECT_EQ(page.liquid.nodes.size(), 1U);
  EXPECT_TRUE(page.markdown.headings.empty());
  ASSERT_EQ(page.markdown.links.size(), 1U);
  EXPECT_EQ(page.markdown.links[0].href, "/c");
  ASSERT_EQ(page.markdown.anchors.size(), 1U);
}

TEST(Document, CodeHasLiquidAndNoLinks) {
  const Document script = document("---\n---\ns = '<a href=\"/c\">{{ a }}'\n", Format::code);
  EXPECT_EQ(script.liquid.nodes.size(), 1U);
  EXPECT_TRUE(script.markdown.links.empty());
}

TEST(Document, PlainTextHasFrontMatterAlone) {
  const Document page = document("---\na: 1\n---\n{{ a }}", Format::plain);
  EXPECT_NE(page.front_matter.data.find("a"), nullptr);
  EXPECT_TRUE(page.liquid.nodes.empty());
}

TEST(Document, AConfigurationIsYamlFromEndToEnd) {
  const Document config = document("title: A\nurl: b\n", Format::yaml);
  ASSERT_NE(config.front_matter.data.find("url"), nullptr);
  EXPECT_EQ(text::slice(config.text, config.front_matter.data.find("url")->range), "b");
}

TEST(Document, ABrokenConfigurationIsRecoveredEntryByEntry) {
  const Document config = document("title: a: b\nurl: c\n", Format::yaml);
  EXPECT_FALSE(config.front_matter.tree.valid);
  EXPECT_TRUE(config.front_matter.data.mapping()->empty());
  EXPECT_NE(config.front_matter.recovered.find("url"), nullptr);
}

TEST(Document, BytesThatAreNoUtf8AreOnlyBytes) {
  for (const Format format : {Format::markdown, Format::html, Format::yaml, Format::plain}) {
    const std::string text = "---\na: \xFF\n---\n\x80{{ \xC3 }}\xED\xA0\x80";
    EXPECT_EQ(document(text, format).text, text);
  }
}

}  // namespace
}  // namespace syntax
