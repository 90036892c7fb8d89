#include "server/syntax/yaml/write.h"

#include <gtest/gtest.h>
#include <random>
#include <string>

#include "server/syntax/yaml/parse.h"
#include "tests/syntax/yaml/samples.h"

namespace syntax::yaml {
namespace {

// As Jekyll reads it; nothing where YAML refuses the text.
std::optional<Value> read(const std::string& text) {
  const Tree tree = parse(text);
  if (!tree.valid) return std::nullopt;
  return to_value(tree.root);
}

std::string plain(std::string_view text) {
  return write_text(text);
}
std::string in_list(std::string_view text) {
  return write_text(text, {.flow = true});
}

Value text_value(std::string text) {
  return {Scalar(std::move(text)), {}};
}

// Is `written`, with this around it, a document that holds exactly `expected`?
void expect_reads(const std::string& document, const Value& expected) {
  const std::optional<Value> value = read(document);
  EXPECT_TRUE(value && equal_values(*value, expected)) << document;
}

// `text` written in every style at every place where it can stand.
void check_text(const std::string& text) {
  const Value value = text_value(text);
  for (const Quotes quotes :
       {Quotes::where_needed, Quotes::always, Quotes::single_quoted, Quotes::double_quoted}) {
    const std::string block = write_text(text, {false, quotes});
    const std::string flow = write_text(text, {true, quotes});
    EXPECT_EQ(block.find('\n'), std::string::npos) << block;
    expect_reads("k: " + block, {Mapping{{"k", true, {}, value}}, {}});
    expect_reads("a:\n  - " + block + "\n", {Mapping{{"a", true, {}, {List{value}, {}}}}, {}});
    expect_reads("[x, " + flow + ", y]", {List{text_value("x"), value, text_value("y")}, {}});
    expect_reads("{k: " + flow + "}", {Mapping{{"k", true, {}, value}}, {}});
    if (text == "<<" || text.size() > 300) continue;  // a merge key; a key may have 1,024 characters, escaped
    expect_reads(block + ": x\n", {Mapping{{text, true, {}, text_value("x")}}, {}});
    expect_reads("{" + flow + ": x}", {Mapping{{text, true, {}, text_value("x")}}, {}});
  }
  for (const char quote : {'\'', '"'}) {
    if (const std::optional<std::string> inside = write_inside_quotes(text, quote))
      expect_reads("k: " + (quote + *inside + quote), {Mapping{{"k", true, {}, value}}, {}});
  }
}

TEST(WriteYaml, ATextIsReadBackAsThisTextAtEveryPlace) {
  for (const std::string& text : nasty_texts()) check_text(text);
  std::mt19937 dice(20240501);
  for (int round = 0; round < 1000 && !testing::Test::HasFailure(); ++round) check_text(random_text(dice));
}

TEST(WriteYaml, AValueIsReadBackWithItsTypes) {
  std::mt19937 dice(20240502);
  for (int round = 0; round < 1000 && !testing::Test::HasFailure(); ++round) {
    const Mapping members = random_mapping(dice, 4);
    expect_reads(write_lines(members), {members, {}});
    expect_reads(write_lines(members, Booleans::on_off) + "\n", {members, {}});
    const Value value = random_value(dice, 4);
    expect_reads("k: " + write_value(value) + "\n", {Mapping{{"k", true, {}, value}}, {}});
    expect_reads("k: [" + write_value(value, {.flow = true}) + "]",
                 {Mapping{{"k", true, {}, {List{value}, {}}}}, {}});
  }
}

TEST(WriteYaml, WhatNeedsNoQuotesHasNone) {
  for (const std::string text :
       {"a", "machine learning", "C#", "C++", "-x", "it's", "회고", "🦥 느림", "a/b", "x?", "v1.2.3",
        "what?, so", "a [b]", "http://x.y:80/z?a:b#c", "100%", "12:60", "2024-1-1", "say \"hi\""})
    EXPECT_EQ(plain(text), text);
  for (const std::string text : {"a", "machine learning", "C#", "x?", "회고", "http://x.y:80/z"})
    EXPECT_EQ(in_list(text), text);
}

TEST(WriteYaml, WhatJekyllWouldRetypeHasQuotes) {
  for (const std::string text : {"no",   "ON",    "~",          "null", "1_000", "1,000",   "0x1F", "1.10",
                                 ".inf", "12:30", "2024-01-01", "=",    "<<",    ":symbol", "",     " a",
                                 "a ",   "# x",   "a #b",       "a: b", "- x",   "[WIP] a", "*x",   "@x"})
    EXPECT_EQ(plain(text), "\"" + text + "\"");
  EXPECT_EQ(in_list("a, b"), "\"a, b\"");
}

// safe_yaml/transform/to_float.rb: Float("1.10_") raises an ArgumentError that nobody catches.
TEST(WriteYaml, WhatStopsTheBuildHasQuotes) {
  EXPECT_EQ(plain("1.10_"), "\"1.10_\"");
  EXPECT_EQ(plain("1._5"), "\"1._5\"");
}

TEST(WriteYaml, SingleQuotesStandAroundDoubleOnesAndBackslashes) {
  EXPECT_EQ(plain("\"a\": it's"), "'\"a\": it''s'");
  EXPECT_EQ(plain("a\\b: c"), "'a\\b: c'");
  EXPECT_EQ(write_text("a", {.quotes = Quotes::always}), "\"a\"");
  EXPECT_EQ(write_text("a\"b", {.quotes = Quotes::always}), "'a\"b'");
}

TEST(WriteYaml, TheWriterOfAFileChoosesTheQuotes) {
  EXPECT_EQ(write_text("it's", {.quotes = quotes_of("'x'")}), "'it''s'");
  EXPECT_EQ(write_text("it's", {.quotes = quotes_of("\"x\"")}), "\"it's\"");
  EXPECT_EQ(write_text("it's", {.quotes = quotes_of("x")}), "it's");
  EXPECT_EQ(write_text("a\nb", {.quotes = quotes_of("'x'")}), "\"a\\nb\"") << "single quotes know no escapes";
  EXPECT_EQ(write_inside_quotes("it's", '\''), "it''s");
  EXPECT_EQ(write_inside_quotes("a \"b\"", '"'), "a \\\"b\\\"");
  EXPECT_EQ(write_inside_quotes("a\nb", '\''), std::nullopt);
}

TEST(WriteYaml, OnlyWhatNobodySeesIsEscaped) {
  EXPECT_EQ(plain("제목: 🦥\xC2\xA0’é"), "\"제목: 🦥\xC2\xA0’é\"");
  EXPECT_EQ(plain("a\tb"), "\"a\\tb\"");
  EXPECT_EQ(plain("a\nb"), "\"a\\nb\"");
  EXPECT_EQ(plain("a\xE2\x80\xA8"
                  "b\x7F"),
            "\"a\\Lb\\x7F\"");
}

TEST(WriteYaml, BytesThatAreNoUtf8AreNotLost) {
  EXPECT_EQ(plain("a\xFF: b"), "\"a\xFF: b\"");
  EXPECT_EQ(write_text("a\xFF", {.quotes = Quotes::single_quoted}), "\"a\xFF\"");
  EXPECT_FALSE(read("k: " + plain("a\xFF")).has_value()) << "YAML cannot hold them";
}

TEST(WriteYaml, LinesAreIndentedAsPeopleDo) {
  const Value numbers = {List{{Scalar(std::int64_t{1}), {}}, {List{text_value("x"), text_value("no")}, {}}},
                         {}};
  const Value inner = {Mapping{{"c", true, {}, numbers}, {"d", true, {}, {Scalar(Null{}), {}}}}, {}};
  const Value empty = {List{}, {}};
  EXPECT_EQ(write_lines(
                {{"a b", true, {}, inner}, {"on", true, {}, empty}, {"2024", false, {}, {Scalar(true), {}}}}),
            "a b:\n  c:\n    - 1\n    - - x\n      - \"no\"\n  d: null\n\"on\": []\n2024: true");
  EXPECT_EQ(write_value(inner), "{c: [1, [x, \"no\"]], d: null}");
}

TEST(WriteYaml, SettingsAreSwitchedOff) {
  EXPECT_EQ(write_lines({{"broken-link", true, {}, {Scalar(false), {}}}}, Booleans::on_off),
            "broken-link: off");
}

TEST(WriteYaml, NumbersAndMomentsHaveTheFormThatSafeYamlKnows) {
  EXPECT_EQ(write_value({Scalar(1e20), {}}), "1.0e+20");
  EXPECT_EQ(write_value({Scalar(0.1), {}}), "0.1");
  EXPECT_EQ(write_value({resolve_plain_scalar("2024-05-01 10:00:00.25 +0900"), {}}),
            "2024-05-01 10:00:00.250000000 +0900");
  EXPECT_EQ(write_value({resolve_plain_scalar("2024-05-01"), {}}), "2024-05-01");
}

}  // namespace
}  // namespace syntax::yaml
