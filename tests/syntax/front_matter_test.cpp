#include "server/syntax/front_matter.h"

#include <gtest/gtest.h>

#include "tests/syntax/golden.h"

namespace syntax {
namespace {

using State = FrontMatter::State;
using text::slice;

TEST(FrontMatter, EveryGoldenTextBeginsAndEndsWhereJekyllSaysSo) {
  for (const nlohmann::json& row : read_golden("front_matter.json")) {
    const std::string input = row["input"];
    const FrontMatter found = parse_front_matter(input);
    EXPECT_EQ(found.has_header, row["has_header"]) << row;
    EXPECT_EQ(found.state == State::present, !row["yaml"].is_null()) << row;
    EXPECT_EQ(input.substr(found.content), row["content"]) << row;
    if (!row["yaml"].is_null()) {
      const std::string all(slice(input, {found.open.begin, found.yaml.end}));
      EXPECT_EQ(all, row["yaml"]) << row;
    }
  }
}

TEST(FrontMatter, DelimitersAreLinesWithoutTheirEnds) {
  const std::string text = "---\r\ntitle: A\r\n--- \r\n\r\nText\r\n";
  const FrontMatter found = parse_front_matter(text);
  EXPECT_EQ(slice(text, found.open), "---");
  EXPECT_EQ(slice(text, found.yaml), "title: A\r\n");
  EXPECT_EQ(slice(text, found.close), "--- ");
  EXPECT_EQ(text.substr(found.content), "Text\r\n");
}

TEST(FrontMatter, RangesReferToTheWholeTextBehindAByteOrderMark) {
  const std::string text = "\xEF\xBB\xBF---\ntitle: A\n---\nx";
  const FrontMatter found = parse_front_matter(text);
  EXPECT_TRUE(found.has_byte_order_mark);
  EXPECT_FALSE(found.has_header);
  EXPECT_EQ(slice(text, found.data.find_member("title")->key_range), "title");
  EXPECT_EQ(slice(text, found.data.find("title")->range), "A");
}

TEST(FrontMatter, AnOpenBlockIsReadForHelpAlone) {
  const std::string text = "---\ntitle: A\n\ntags: [b]\n\nSome text: it goes on.\n";
  const FrontMatter found = parse_front_matter(text);
  EXPECT_EQ(found.state, State::not_closed);
  EXPECT_EQ(found.content, 0U);
  EXPECT_EQ(slice(text, found.yaml), "title: A\n\ntags: [b]\n");
  EXPECT_TRUE(found.data.mapping()->empty());
  EXPECT_NE(found.recovered.find("tags"), nullptr);
}

TEST(FrontMatter, BrokenYamlLeavesJekyllNothingAndUsTheHealthyEntries) {
  const std::string text = "---\ntitle: a: b\nlayout: post\n---\n";
  const FrontMatter found = parse_front_matter(text);
  EXPECT_EQ(found.state, State::present);
  EXPECT_TRUE(found.data.mapping()->empty());
  ASSERT_NE(found.recovered.find("layout"), nullptr);
  EXPECT_EQ(*found.recovered.find("layout")->string(), "post");
  EXPECT_EQ(found.recovered.find("title"), nullptr);
}

TEST(FrontMatter, AListOrAWordIsNoData) {
  for (const std::string yaml : {"- a\n- b\n", "word\n", "", "# comment\n"}) {
    const FrontMatter found = parse_front_matter("---\n" + yaml + "---\n");
    EXPECT_TRUE(found.tree.valid) << yaml;
    ASSERT_NE(found.data.mapping(), nullptr) << yaml;
    EXPECT_TRUE(found.data.mapping()->empty()) << yaml;
  }
}

TEST(FrontMatter, APercentSignCannotBeginAKey) {
  EXPECT_FALSE(parse_front_matter("---\n%title: A\n---\n").tree.valid);
}

TEST(FrontMatter, HealthyDataIsRecoveredAlike) {
  const FrontMatter found = parse_front_matter("---\na: 1\nb: [x, y]\n---\n");
  ASSERT_EQ(found.data.mapping()->size(), 2U);
  EXPECT_EQ(found.recovered.mapping()->size(), 2U);
}

}  // namespace
}  // namespace syntax
