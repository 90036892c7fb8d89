#include "server/syntax/yaml/parse.h"

#include <gtest/gtest.h>

namespace syntax {
namespace {

using Kind = yaml::Node::Kind;
using Style = yaml::Node::Style;

// The source of a node.
std::string source(const std::string& text, const yaml::Node& node) {
  return std::string(text::slice(text, node.range));
}

const yaml::Node& value(const yaml::Tree& tree, std::string_view key) {
  const yaml::Entry* entry = yaml::find_entry(tree.root, key);
  EXPECT_NE(entry, nullptr) << key;
  static const yaml::Node nothing;
  return entry == nullptr ? nothing : entry->value;
}

TEST(Yaml, ScalarsHaveTheirExactSourceQuotesIncluded) {
  const std::string text = "a: plain text  # comment\nb: 'it''s'\nc: \"x\\ty\"\nd: two\n  lines\n";
  const yaml::Tree tree = yaml::parse(text);
  EXPECT_EQ(source(text, value(tree, "a")), "plain text");
  EXPECT_EQ(source(text, value(tree, "b")), "'it''s'");
  EXPECT_EQ(value(tree, "b").value, "it's");
  EXPECT_EQ(source(text, value(tree, "c")), "\"x\\ty\"");
  EXPECT_EQ(value(tree, "c").value, "x\ty");
  EXPECT_EQ(source(text, value(tree, "d")), "two\n  lines");
  EXPECT_EQ(value(tree, "d").value, "two lines");
  EXPECT_EQ(value(tree, "d").style, Style::plain);
}

TEST(Yaml, RangesCountBytesWhereLibyamlCountsCodePoints) {
  const std::string text = "제목: 첫 글 🦥\n태그: [가, 나]\nlast: 끝\n";
  const yaml::Tree tree = yaml::parse(text);
  EXPECT_EQ(source(text, value(tree, "제목")), "첫 글 🦥");
  EXPECT_EQ(source(text, value(tree, "태그").items[1]), "나");
  EXPECT_EQ(source(text, value(tree, "태그")), "[가, 나]");
  EXPECT_EQ(source(text, value(tree, "last")), "끝");
}

TEST(Yaml, TheBaseIsAddedToEveryRange) {
  const yaml::Tree tree = yaml::parse("a: b", 100);
  EXPECT_EQ(tree.root.range, (text::Range{100, 104}));
  EXPECT_EQ(value(tree, "a").range, (text::Range{103, 104}));
}

TEST(Yaml, AnEmptyValueStandsRightBehindTheColon) {
  const std::string text = "a:\nb: # nothing\nc: [x: ]\nd:";
  const yaml::Tree tree = yaml::parse(text);
  EXPECT_EQ(value(tree, "a").range, (text::Range{2, 2}));
  EXPECT_EQ(value(tree, "b").range, (text::Range{5, 5}));
  const yaml::Node& inner = value(tree, "c").items[0].entries[0].value;
  EXPECT_EQ(text.substr(inner.range.begin - 2, 2), "x:");
  EXPECT_EQ(value(tree, "d").range.begin, text.size());
}

TEST(Yaml, AnEmptyItemStandsRightBehindItsDash) {
  const std::string text = "a:\n  -\n  - x\n";
  const yaml::Tree tree = yaml::parse(text);
  EXPECT_EQ(value(tree, "a").items[0].range, (text::Range{6, 6}));
}

TEST(Yaml, BlockCollectionsEndWithTheirLastToken) {
  const std::string text = "tags:\n  - a\n  - b   # why\n\n# more\n\nmap:\n  x: 1\n  y:\n\nnext: 1\n";
  const yaml::Tree tree = yaml::parse(text);
  EXPECT_EQ(source(text, value(tree, "tags")), "- a\n  - b");
  EXPECT_EQ(source(text, value(tree, "map")), "x: 1\n  y:");
  EXPECT_EQ(source(text, tree.root), text.substr(0, text.size() - 1));
  EXPECT_EQ(value(tree, "tags").style, Style::block);
}

TEST(Yaml, BlockScalarsEndBeforeBlankLinesAndComments) {
  const std::string text = "a: |\n  x\n  y\n\n# comment\nb: >-\n  z\n\n\n";
  const yaml::Tree tree = yaml::parse(text);
  EXPECT_EQ(source(text, value(tree, "a")), "|\n  x\n  y");
  EXPECT_EQ(value(tree, "a").value, "x\ny\n");
  EXPECT_EQ(value(tree, "a").style, Style::literal);
  EXPECT_EQ(source(text, value(tree, "b")), ">-\n  z");
  EXPECT_EQ(value(tree, "b").style, Style::folded);
}

TEST(Yaml, FlowCollectionsEndBehindTheirBracket) {
  const std::string text = "a: [x, {y: 1}, ]  # c\nb: {}\n";
  const yaml::Tree tree = yaml::parse(text);
  EXPECT_EQ(source(text, value(tree, "a")), "[x, {y: 1}, ]");
  EXPECT_EQ(source(text, value(tree, "a").items[1]), "{y: 1}");
  EXPECT_EQ(value(tree, "b").style, Style::flow);
}

TEST(Yaml, AnchorsAndTagsStandBesideTheRange) {
  const std::string text = "a: &x !!str word\nb: *x\nc: &y\n  k: v\nd: !own [1]\ne: &z\n";
  const yaml::Tree tree = yaml::parse(text);
  EXPECT_EQ(source(text, value(tree, "a")), "word");
  EXPECT_EQ(value(tree, "a").anchor, "x");
  EXPECT_EQ(value(tree, "a").tag, "!!str");
  EXPECT_EQ(value(tree, "b").kind, Kind::alias);
  EXPECT_EQ(value(tree, "b").value, "x");
  EXPECT_EQ(source(text, value(tree, "b")), "*x");
  EXPECT_EQ(source(text, value(tree, "c")), "k: v");
  EXPECT_EQ(source(text, value(tree, "d")), "[1]");
  EXPECT_EQ(value(tree, "d").tag, "!own");
  EXPECT_TRUE(value(tree, "e").range.empty());
}

TEST(Yaml, RepeatedKeysAreKeptAndTheLastIsFound) {
  const std::string text = "a: 1\na: 2\n";
  const yaml::Tree tree = yaml::parse(text);
  EXPECT_EQ(tree.root.entries.size(), 2U);
  EXPECT_EQ(value(tree, "a").value, "2");
}

TEST(Yaml, WindowsLineEndsAreLineEnds) {
  const std::string text = "a: b\r\nlist:\r\n  - 한\r\n  - d\r\n";
  const yaml::Tree tree = yaml::parse(text);
  ASSERT_TRUE(tree.valid);
  EXPECT_EQ(source(text, value(tree, "a")), "b");
  EXPECT_EQ(source(text, value(tree, "list")), "- 한\r\n  - d");
}

TEST(Yaml, AnEmptyTextIsAnEmptyScalar) {
  for (const std::string text : {"", "\n\n", "# comment\n", "---\n"}) {
    const yaml::Tree tree = yaml::parse(text);
    EXPECT_TRUE(tree.valid);
    EXPECT_EQ(tree.root.kind, Kind::scalar);
    EXPECT_TRUE(tree.root.value.empty());
    EXPECT_LE(tree.root.range.end, text.size());
  }
}

TEST(Yaml, OnlyTheFirstDocumentIsLookedAt) {
  const yaml::Tree tree = yaml::parse("a: 1\n...\n]broken[\n");
  EXPECT_TRUE(tree.valid);
  EXPECT_EQ(tree.root.entries.size(), 1U);
}

TEST(Yaml, AByteOrderMarkIsSkipped) {
  const std::string text = "\xEF\xBB\xBFtitle: 글\n";
  const yaml::Tree tree = yaml::parse(text);
  ASSERT_TRUE(tree.valid);
  EXPECT_EQ(source(text, value(tree, "title")), "글");
}

TEST(Yaml, BytesThatYamlForbidsMakeItInvalidWhereTheyStand) {
  using namespace std::string_view_literals;
  for (const std::string_view text :
       {"a: \x01\n"sv, "a: \0c\n"sv, "a: \xFF\n"sv, "a: \xED\x95\n"sv, "a: \u0080b"sv}) {
    const yaml::Tree tree = yaml::parse(text);
    EXPECT_FALSE(tree.valid);
    ASSERT_EQ(tree.problems.size(), 1U);
    EXPECT_EQ(tree.problems[0].range.begin, 3U) << tree.problems[0].message;
  }
}

TEST(Yaml, TooDeepOrTooManyIsInvalidAndNeverACrash) {
  EXPECT_FALSE(yaml::parse("a: " + std::string(5000, '[')).valid);
  std::string block;
  for (int depth = 0; depth < 400; ++depth) {
    block += std::string(static_cast<std::size_t>(depth), ' ') + "k:\n";
  }
  EXPECT_FALSE(yaml::parse(block).valid);
  std::string wide = "a: [";
  for (int i = 0; i < 100'001; ++i) {
    wide += "x,";
  }
  EXPECT_FALSE(yaml::parse(wide + "]").valid);
}

}  // namespace
}  // namespace syntax
