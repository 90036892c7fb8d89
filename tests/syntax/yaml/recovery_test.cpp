// What is left of a front matter that YAML refuses. `<problem: …>` in the drawings marks the one broken
// entry.
#include <gtest/gtest.h>

#include "server/syntax/yaml/parse.h"

namespace syntax {
namespace {

// The entries as `key=source of the value`, broken ones with a `!`; then the problems as `source: words`.
std::string outline(const std::string& text) {
  const yaml::Tree tree = yaml::parse(text);
  EXPECT_FALSE(tree.valid) << text;
  EXPECT_FALSE(tree.problems.empty()) << text;
  std::string lines;
  for (const yaml::Entry& entry : tree.root.entries) {
    lines += std::string(entry.broken ? "!" : "") + std::string(text::slice(text, entry.key.range)) + "=" +
             std::string(text::slice(text, entry.value.range)) + "\n";
  }
  for (const yaml::Problem& problem : tree.problems) {
    EXPECT_LE(problem.range.end, text.size());
    EXPECT_FALSE(problem.range.empty());
    lines += "at '" + std::string(text::slice(text, problem.range)) + "': " + problem.message + "\n";
  }
  return lines;
}

TEST(YamlRecovery, AColonInATitleBreaksThatEntryAlone) {
  EXPECT_EQ(outline("layout: post\ntitle: Jekyll: a tour\ntags: [a]\n"),
            "layout=post\n!title=Jekyll: a tour\ntags=[a]\n"
            "at ':': mapping values are not allowed in this context\n");
}

TEST(YamlRecovery, AnOpenListBreaksThatEntryAlone) {
  EXPECT_EQ(outline("title: A\ntags: [a, na\nlayout: post\n"),
            "title=A\n!tags=[a, na\nlayout=post\n"
            "at 'a': did not find expected ',' or ']'\n");
}

TEST(YamlRecovery, AnOpenQuoteBreaksThatEntryAlone) {
  EXPECT_EQ(outline("title: \"A\nlayout: post\n"),
            "!title=\"A\nlayout=post\n"
            "at 'A': found unexpected end of stream\n");
}

TEST(YamlRecovery, AHalfTypedKeyIsAnEntryWithoutValue) {
  EXPECT_EQ(outline("title: A\nlay\ntags: [a]\n"),
            "title=A\n!lay=\ntags=[a]\n"
            "at 'lay': could not find expected ':'\n");
}

TEST(YamlRecovery, AReservedCharacterAtTheStartOfAValue) {
  EXPECT_EQ(outline("title: @home\nlayout: post\n"),
            "!title=@home\nlayout=post\n"
            "at '@': found character that cannot start any token\n");
}

TEST(YamlRecovery, APercentSignAtTheStartOfALine) {
  EXPECT_EQ(outline("a: 1\n%b: 2\nc: 3\n"),
            "a=1\n!%b=2\nc=3\n"
            "at '%': found character that cannot start any token\n");
}

TEST(YamlRecovery, ATabAsIndentation) {
  EXPECT_EQ(outline("title: A\ntags:\n\t- a\nlayout: post\n"),
            "title=A\n!tags=- a\nlayout=post\n"
            "at '\t': found character that cannot start any token\n");
}

TEST(YamlRecovery, SeveralBrokenEntriesGiveOneProblemEach) {
  EXPECT_EQ(outline("a: b: c\nd: [e\nf: g\n"),
            "!a=b: c\n!d=[e\nf=g\n"
            "at ':': mapping values are not allowed in this context\n"
            "at 'e': did not find expected ',' or ']'\n");
}

TEST(YamlRecovery, TheRawValueLeavesOutCommentsBehindIt) {
  EXPECT_EQ(outline("a: b: c\n  more\n\n# comment\nd: e\n"),
            "!a=b: c\n  more\nd=e\n"
            "at ':': mapping values are not allowed in this context\n");
}

TEST(YamlRecovery, IndentationThatFitsNowhereKeepsItsEntryTogether) {
  EXPECT_EQ(outline("a:\n    b: 1\n  c: 2\nd: 3\n"),
            "!a=b: 1\n  c: 2\nd=3\n"
            "at 'c': did not find expected key\n");
}

TEST(YamlRecovery, AListBeforeTheFirstEntryIsTheWholeTextsProblem) {
  EXPECT_EQ(outline("- x\na: 1\n"), "a=1\nat 'a': did not find expected '-' indicator\n");
}

TEST(YamlRecovery, WorksBehindTheOpeningLineAndOnWindows) {
  EXPECT_EQ(outline("---\r\ntitle: a: b\r\nlayout: post\r\n"),
            "!title=a: b\nlayout=post\n"
            "at ':': mapping values are not allowed in this context\n");
}

TEST(YamlRecovery, QuotedKeysOfBrokenEntriesAreUnquoted) {
  const yaml::Tree tree = yaml::parse("'my key': [a\n");
  ASSERT_NE(yaml::find_entry(tree.root, "my key"), nullptr);
}

}  // namespace
}  // namespace syntax
