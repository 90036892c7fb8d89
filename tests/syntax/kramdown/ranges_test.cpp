// Where things stand. A text is drawn with its ranges between « and » where a test is about one range alone.
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "server/syntax/markdown.h"
#include "tests/syntax/kramdown/range_laws.h"

namespace kramdown_tests {
namespace {

using syntax::Markdown;
using testing::ElementsAre;
using text::Range;

// A text without its « and », and what they enclose.
struct Drawing {
  std::string text;
  std::vector<Range> ranges;
};

Drawing draw(std::string_view drawn) {
  Drawing drawing;
  for (std::size_t i = 0; i < drawn.size(); ++i) {
    const std::string_view mark = drawn.substr(i, 2);
    const auto here = static_cast<text::Offset>(drawing.text.size());
    if (mark == "«" || mark == "»") {
      if (mark == "«") drawing.ranges.push_back({here, here});
      if (mark == "»") drawing.ranges.back().end = here;
      ++i;
    } else {
      drawing.text += drawn[i];
    }
  }
  return drawing;
}

Markdown parse(std::string_view text) {
  return syntax::parse_markdown(text, 0, {}, {});
}

// Checks one kind of range, in the order of the text.
template <class Pick>
void check(std::string_view drawn, Pick pick) {
  const Drawing drawing = draw(drawn);
  const std::vector<Range> found = pick(parse(drawing.text));
  std::vector<std::string> expected_texts;
  std::vector<std::string> found_texts;
  for (const Range range : drawing.ranges) expected_texts.emplace_back(text::slice(drawing.text, range));
  for (const Range range : found) found_texts.emplace_back(text::slice(drawing.text, range));
  EXPECT_EQ(found_texts, expected_texts);
  EXPECT_EQ(found, drawing.ranges);
}

std::vector<Range> addresses(const Markdown& markdown) {
  std::vector<Range> ranges;
  for (const auto& link : markdown.links) ranges.push_back(link.href_range);
  return ranges;
}
std::vector<Range> whole_links(const Markdown& markdown) {
  std::vector<Range> ranges;
  for (const auto& link : markdown.links) ranges.push_back(link.range);
  return ranges;
}
std::vector<Range> link_texts(const Markdown& markdown) {
  std::vector<Range> ranges;
  for (const auto& link : markdown.links) ranges.push_back(link.text);
  return ranges;
}
std::vector<Range> headings(const Markdown& markdown) {
  std::vector<Range> ranges;
  for (const auto& heading : markdown.headings) ranges.push_back(heading.range);
  return ranges;
}
std::vector<Range> heading_contents(const Markdown& markdown) {
  std::vector<Range> ranges;
  for (const auto& heading : markdown.headings) ranges.push_back(heading.content);
  return ranges;
}
std::vector<Range> heading_ids(const Markdown& markdown) {
  std::vector<Range> ranges;
  for (const auto& heading : markdown.headings) ranges.push_back(heading.id_range);
  return ranges;
}
std::vector<Range> anchors(const Markdown& markdown) {
  std::vector<Range> ranges;
  for (const auto& anchor : markdown.anchors) ranges.push_back(anchor.range);
  return ranges;
}
std::vector<Range> code_blocks(const Markdown& markdown) {
  std::vector<Range> ranges;
  for (const auto& code : markdown.code_blocks) ranges.push_back(code.range);
  return ranges;
}

TEST(KramdownRanges, AddressesAreWithoutQuotesAndBlanks) {
  check("[a](«b») ![c]( «d.png» \"t\") [e](<«f g»>) <«http://h»> <a href=\"«i»\"> [j](«k(l)»)\n", addresses);
}

TEST(KramdownRanges, ReferencesPointAtTheirLabel) {
  check("[text][«Label»] [«label»][] [«label»] ![«label»]\n\n[label]: address\n", addresses);
}

TEST(KramdownRanges, LinksReachToTheirLastBracket) {
  check("x «[a](b \"c\")» «![d](e)» «<f@g.h>» «<a href='i'>»j</a> «[k][l]»\n\n[l]: m\n", whole_links);
}

TEST(KramdownRanges, LinkTextsMayHoldMarkup) {
  check("[«a *b* `]`»](c) ![«d»](e)\n", link_texts);
}

TEST(KramdownRanges, ListsAndQuotesKeepTheirPlaces) {
  check("* a [b](«c»)\n  [d](«e»)\n    * f\n\n      [g](«h»)\n> [i](«j»)\n> > [k](«l»)\nlazy [m](«n»)\n",
        addresses);
  check("- a\n\n\t[b](«c»)\n", addresses);
  check("1. # «a»\n   ## «b»\n\n> # «c»\n", heading_contents);
  check("a\n: b [c](«d»)\n\n  [e](«f»)\n", addresses);
  check("[^1]: a [b](«c»)\n\n    [d](«e»)\n\n[^1]\n", addresses);
}

TEST(KramdownRanges, TableCellsKeepTheirPlaces) {
  check("| a | [b](«c») |\n|--|--|\n| `d | e` | [f](«g\\|h») |\n", addresses);
}

TEST(KramdownRanges, LineEndsOfTwoBytesCount) {
  check("a\r\n\r\n# «b»\r\n\r\n* # «c»\r\n  ## «d»\r\n", heading_contents);
  check("«# a»\r\n\r\n«b\r\n---»\r\n", headings);
  check("a [b](«c»)\r\n[d](«e»)\r> [f](«g»)", addresses);
}

TEST(KramdownRanges, OtherScriptsCountInBytes) {
  check("# «한국어 제목» {#a}\n\n[«링크»](b)\n", [](const Markdown& markdown) {
    std::vector<Range> ranges = heading_contents(markdown);
    ranges.push_back(markdown.links.at(0).text);
    return ranges;
  });
  check("🦥 [🦥](«주소»)\n", addresses);
}

TEST(KramdownRanges, HeadingsEndBeforeHashesAndIds) {
  check("# «a» #\n## «b *c*» {#d}\n### «e#»\n\n  «f»\n-----\n# «g» ## {#h}\n", heading_contents);
  check("«# a #»\n\n«b\n=»\n\n«<h3>c</h3>»\n", headings);
}

TEST(KramdownRanges, IdsHaveTheirPlace) {
  check("# a {#«b»}\n\n# c\n{: #«d» .e}\n\n{: id=\"«f»\"}\n# g\n\n<h2 id=\"«i»\">j</h2>\n", heading_ids);
  check(
      "a\n{: #«b»}\n\n*c*{: #«d»} <span id=\"«e»\">f</span> <a name='«g»'>h</a>\n\n<div id=\"«i»\">j</div>\n",
      anchors);
  check("a«[^b]» c«[^b]»\n\n«[^b]:» d\n", anchors);
}

TEST(KramdownRanges, AttributeListsMayGiveTheAddress) {
  check("[a](b){:href=\"«c»\"}\n", addresses);
}

TEST(KramdownRanges, CodeBlocksHaveTheirFences) {
  check("a\n\n«```ruby\nb\n```»\n\n«    c»\n\n* d\n\n  «~~~\n  e\n  ~~~»\n", code_blocks);
  const Markdown markdown = parse("```ruby\na\n```\n\n    b\n");
  ASSERT_EQ(markdown.code_blocks.size(), 2U);
  EXPECT_TRUE(markdown.code_blocks[0].fenced);
  EXPECT_EQ(markdown.code_blocks[0].info, (Range{3, 7}));
  EXPECT_FALSE(markdown.code_blocks[1].fenced);
}

std::vector<Range> traps(const Markdown& markdown) {
  std::vector<Range> ranges;
  for (const auto& trap : markdown.traps) ranges.push_back(trap.range);
  return ranges;
}

TEST(KramdownRanges, TrapsHaveTheirPlaces) {
  check("«```ruby linenos»\nx\n\n~~~ a\n~~~\n\n> «~~~ b»\n> c\n", traps);
  check("a\n\n«b | *c*»\n\n| d | e |\n\nf | g\n--|--\nh | i\n", traps);
  check("*«[a][b]» [c] [d] «[e] (»f) [g](h) «[i][]» [j] [[k][l]](m)\n", traps);
  check("`a [b][c]`\n\n    [d][e]\n\n[f][g]\n\n[g]: h\n", traps);
}

TEST(KramdownRanges, OffsetsCountFromTheWholeText) {
  const std::string text = "---\na: b\n---\n# c\n\n[d](e)\n";
  const Markdown markdown = syntax::parse_markdown(text, 13, {}, {});
  EXPECT_EQ(text::slice(text, markdown.headings.at(0).range), "# c");
  EXPECT_EQ(text::slice(text, markdown.links.at(0).href_range), "e");
}

TEST(KramdownRanges, DefinitionsKnowTheirParts) {
  const std::string text = "[One  two]: <a b> 'c'\n[x]: d\n[X]: e\n\n[one two], [x]\n";
  const Markdown markdown = parse(text);
  ASSERT_EQ(markdown.definitions.size(), 3U);
  EXPECT_EQ(markdown.definitions[0].label, "one two");
  EXPECT_EQ(text::slice(text, markdown.definitions[0].label_range), "One  two");
  EXPECT_EQ(text::slice(text, markdown.definitions[0].href_range), "a b");
  EXPECT_EQ(text::slice(text, markdown.definitions[0].range), "[One  two]: <a b> 'c'");
  EXPECT_TRUE(markdown.definitions[1].overridden);
  EXPECT_FALSE(markdown.definitions[2].overridden);
  ASSERT_EQ(markdown.links.size(), 2U);
  EXPECT_EQ(markdown.links[1].definition, 2);
}

TEST(KramdownRanges, HtmlAddressesSayTheirElement) {
  const Markdown markdown = parse(
      "<video src=\"a\" poster=\"b\"></video>\n\n<img srcset=\"c 1x, d 2x\" src=e>\n\n<iframe "
      "src='f'></iframe>\n");
  std::vector<std::string> tags;
  for (const auto& link : markdown.links) tags.push_back(link.tag + ' ' + link.href);
  EXPECT_THAT(tags, ElementsAre("video[src] a", "video[poster] b", "img[srcset] c", "img[srcset] d",
                                "img[src] e", "iframe[src] f"));
}

TEST(KramdownMasks, MaskedBytesAreLeftOutOfHeadings) {
  const std::string text = "# a xxxx b\n\n# c\n";
  const Markdown markdown = syntax::parse_markdown(text, 0, {}, {{4, 8}});
  ASSERT_EQ(markdown.headings.size(), 2U);
  EXPECT_TRUE(markdown.headings[0].masked);
  EXPECT_EQ(markdown.headings[0].text, "a b");
  EXPECT_FALSE(markdown.headings[1].masked);
}

TEST(KramdownMasks, MaskedAddressesSaySo) {
  const std::string text = "[a](xxxx/b) [c](d) [e]\n\n[e]: xxxx\n";
  const Markdown markdown = syntax::parse_markdown(text, 0, {}, {{4, 8}, {29, 33}});
  ASSERT_EQ(markdown.links.size(), 3U);
  EXPECT_TRUE(markdown.links[0].masked);
  EXPECT_FALSE(markdown.links[1].masked);
  EXPECT_TRUE(markdown.links[2].masked);
}

TEST(KramdownLaws, HoldForAllGoldenTextsAndTheirPrefixes) {
  std::ifstream file(JEKYLL_LS_TEST_DIR "/syntax/kramdown/golden/inputs.json");
  for (const nlohmann::json& entry : nlohmann::json::parse(file)) {
    const std::string input = entry["input"];
    for (const auto parser :
         {syntax::MarkdownOptions::Input::gfm, syntax::MarkdownOptions::Input::kramdown}) {
      syntax::MarkdownOptions options;
      options.input = parser;
      for (std::size_t size = 0; size <= input.size(); ++size) {
        // Exactly sized, so that a sanitizer sees a byte too many.
        const std::vector<char> prefix(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(size));
        const std::string_view text(prefix.data(), prefix.size());
        ASSERT_EQ(broken_law(text, syntax::parse_markdown(text, 0, options, {})), "")
            << nlohmann::json(input) << size;
      }
    }
  }
}

}  // namespace
}  // namespace kramdown_tests
