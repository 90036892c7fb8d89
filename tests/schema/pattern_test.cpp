// What patterns match, by the rules of ECMA 262, and how fast.
#include "schema/pattern.h"

#include <ctime>
#include <gtest/gtest.h>
#include <string>
#include <vector>

namespace schema {
namespace {

bool is_valid(std::string_view pattern) {
  return Pattern::compile(pattern).has_value();
}

// nullopt: the pattern is invalid.
std::optional<bool> matches(std::string_view pattern, std::string_view text) {
  const std::optional<Pattern> compiled = Pattern::compile(pattern);
  return compiled ? std::optional(compiled->matches(text)) : std::nullopt;
}

void expect_all(std::string_view pattern, const std::vector<std::string>& texts) {
  for (const std::string& text : texts)
    EXPECT_EQ(matches(pattern, text), true) << pattern << " on " << text.substr(0, 40);
}

void expect_none(std::string_view pattern, const std::vector<std::string>& texts) {
  for (const std::string& text : texts)
    EXPECT_EQ(matches(pattern, text), false) << pattern << " on " << text.substr(0, 40);
}

std::string times(std::size_t count, std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

TEST(Pattern, MatchesAnywhereInTheText) {
  expect_all("b+", {"abc", "b", "abb"});
  expect_none("b+", {"", "ac"});
  expect_all("", {"", "x"});
  expect_all("a|^z", {"\nxa\n", "zx"});
  expect_none("a|^z", {"xz"});
}

TEST(Pattern, KnowsTheEndsOfTheText) {
  expect_none("^b", {"ab", "a\nb"});
  expect_none("b$", {"ab\n", "bc"});
  expect_all("^$", {""});
  expect_all("(?:^|-)a(?:$|-)", {"a", "b-a", "a-b"});
}

TEST(Pattern, KnowsTheEdgesOfWords) {
  expect_all(R"(\bcat\b)", {"cat", "a cat.", "cat-fish"});
  expect_none(R"(\bcat\b)", {"concat", "cat_", "cat1"});
  expect_all(R"(\Bcat)", {"concat"});
  expect_none(R"(\Bcat)", {"a cat"});
  expect_none(R"(\b)", {"", "-", "é"});
}

TEST(Pattern, Repeats) {
  expect_all("^ab*$", {"a", "abbb"});
  expect_all("^ab?$", {"a", "ab"});
  expect_none("^ab+$", {"a"});
  expect_all("^a{2}$", {"aa"});
  expect_none("^a{2}$", {"a", "aaa"});
  expect_all("^a{2,}$", {"aa", "aaaaa"});
  expect_none("^a{2,3}$", {"a", "aaaa"});
  expect_all("^a{0}b$", {"b"});
  expect_all("^(a|bc){2,3}?$", {"abc", "bcbca"});
  expect_all("^(?:a?)*?b+?c??$", {"aabb", "bc"});
}

TEST(Pattern, RepeatsWhatMayBeEmpty) {
  expect_all("^(a*)*$", {"", "aaa"});
  expect_all("^(?:|a)+b$", {"b", "aab"});
  expect_all("^(?:){3}$", {""});
  expect_all("^(?:^){2,3}a", {"a"});
  expect_none("(?:$)+a", {"a"});
}

TEST(Pattern, ChoosesAmongAlternatives) {
  expect_all("^(?:a|bc|)$", {"a", "bc", ""});
  expect_none("^(?:a|bc|)$", {"b", "abc"});
  expect_all("^(a(b|c)|d)+$", {"abd", "dac"});
}

TEST(Pattern, NamesClassesOfCharacters) {
  expect_all(R"(^\d\D\w\W\s\S$)", {"1a_- x"});
  expect_all(R"(^\s$)", {"\t", "\n", "\u00a0", "\u2028", "\u3000", "\ufeff"});
  expect_none(R"(\d|\w)", {"é", "한", "\u0663"});
  expect_none("^.$", {"\n", "\r", "\u2028", ""});
  expect_all("^.$", {"\t", "\v"});
}

TEST(Pattern, ListsCharacters) {
  expect_all("^[a-c_]+$", {"ab_c"});
  expect_none("[a-c_]", {"d-"});
  expect_all("^[^a-c]$", {"d", "\n", "한"});
  expect_all(R"(^[\w.-]+$)", {"a.b-c"});
  expect_all(R"(^[\w-.]+$)", {"a.b-c"});
  expect_all(R"(^[^\W_]+$)", {"a1"});
  expect_all(R"(^[\]\\\-\b]+$)", {"]-\\\b"});
  expect_all("^[+--]+$", {"+,-"});
  expect_all("^[가-힣]+$", {"한글"});
  expect_none("[]", {"", "]"});
  expect_all("^[^]$", {"\n", "]"});
}

TEST(Pattern, KnowsEscapes) {
  expect_all(R"(^\t\n\v\f\r\0$)", {std::string("\t\n\v\f\r\0", 6)});
  expect_all(R"(^\x41\u00e9\cJ$)", {"Aé\n"});
  expect_all(R"(^\u{1F600}\uD83D\uDE00$)", {"😀😀"});
  expect_all(R"(^\.\/\-\_\$\"\é$)", {"./-_$\"é"});
}

TEST(Pattern, LetsBracketsAndBracesStandForThemselves) {
  expect_all("^{{ .* }}$", {"{{ page.title }}"});
  expect_all("^a]{,}{}$", {"a]{,}{}"});
}

TEST(Pattern, CountsCodePoints) {
  expect_all("^..$", {"한글"});
  expect_all("^.$", {"😀"});
  expect_all("^[😀-😂]$", {"😁"});
  expect_all("^\uFFFD{2}$", {"\xC3\xC3", "\xED\xA0"});
}

TEST(Pattern, LooksAhead) {
  expect_all("^(?!x).*a", {"ba"});
  expect_none("^(?!x).*a", {"xa"});
  expect_all(R"(^(?=.*\d)(?=.*[a-z]).{4,}$)", {"abc1", "1xyz"});
  expect_none(R"(^(?=.*\d)(?=.*[a-z]).{4,}$)", {"abcd", "1234", "a1"});
  expect_all("^(?!.*(foo|bar)).*$", {"fo ba"});
  expect_none("^(?!.*(foo|bar)).*$", {"a bar"});
  expect_none("a(?=^b)", {"ab"});
  expect_all("a(?=bc$)b", {"abc"});
  expect_all("(?=a)*b", {"b"});
}

TEST(Pattern, LooksBehind) {
  expect_all("(?<=a)b", {"ab"});
  expect_none("(?<=a)b", {"b", "cb"});
  expect_none("(?<!a|^)b", {"b", "ab"});
  expect_all("(?<=^ab*)c", {"abbc"});
}

TEST(Pattern, LooksFromWithinALook) {
  expect_all("^(?!.*(?<!a)b)", {"abab", "a"});
  expect_none("^(?!.*(?<!a)b)", {"abb"});
  expect_all("(?=(?!ab)a(?=c))", {"abac"});
}

TEST(Pattern, KnowsGroupsOfEveryKind) {
  expect_all("^(?:a)(b)(?<year>c)$", {"abc"});
  EXPECT_FALSE(is_valid("(?<>a)"));
  EXPECT_FALSE(is_valid("(?<1>a)"));
  EXPECT_FALSE(is_valid("(?i)a"));
  EXPECT_FALSE(is_valid("(?P<year>a)"));
  EXPECT_FALSE(is_valid("(?>a)"));
}

TEST(Pattern, RefusesWhatIsBroken) {
  for (const char* pattern :
       {"[",  "[a",   "[^",  "(",       "(?",  "(?:a",   ")",     "a)(b", "*",   "a|*",
        "^*", "\\b+", "a**", "a{2}{3}", "{2}", "a{3,2}", "[b-a]", "\\",   "[\\", "(?<=a)*"}) {
    EXPECT_FALSE(is_valid(pattern)) << pattern;
  }
}

// JavaScript without its flag `u` reads them as texts that nobody means.
TEST(Pattern, RefusesWhatSaysSomethingElseThanItSeemsTo) {
  for (const char* pattern : {"\\A", "\\z", "[\\B]", "\\x1", "\\u12", "\\u{}", "\\u{110000}", "\\u{61",
                              "\\c1", "\\01", "a{,3}", "[[:alpha:]]"}) {
    EXPECT_FALSE(is_valid(pattern)) << pattern;
  }
}

TEST(Pattern, RefusesWhatItCannotMatch) {
  EXPECT_FALSE(is_valid("(a)\\1"));
  EXPECT_FALSE(is_valid("(?<a>b)\\k<a>"));
  EXPECT_FALSE(is_valid("\\p{L}"));
  EXPECT_FALSE(is_valid("[\\p{L}]"));
  EXPECT_FALSE(is_valid(std::string(2'001, 'a')));
  EXPECT_FALSE(is_valid("((a{100}){100}){100}"));
}

TEST(Pattern, TakesNumbersThatNoTextReaches) {
  expect_all("^a{1,65535}$", {"a", times(20'000, "a")});
  expect_all("^(?:){99999999999}$", {""});
  expect_none("^a{99999999999}", {times(20'000, "a")});
}

TEST(Pattern, IsSilentAboutTextsThatAreTooLong) {
  expect_none("b", {times(20'000, "a")});
  expect_all("b", {times(20'001, "a")});
}

void expect_quick(std::string_view pattern, std::string_view text) {
  const std::clock_t begin = std::clock();
  const std::optional<Pattern> compiled = Pattern::compile(pattern);
  if (compiled) static_cast<void>(compiled->matches(text));
  // A fraction of a second, more under sanitizers; backtracking would need years.
  EXPECT_LT(std::clock() - begin, 20 * CLOCKS_PER_SEC) << pattern.substr(0, 40);
}

TEST(Pattern, IsQuickWhereBacktrackingExplodes) {
  expect_none("(a+)+$", {times(19'999, "a") + "b"});
  expect_none("(a*)*b", {times(20'000, "a")});
  expect_all("^(a|a)*$", {times(20'000, "a")});
  expect_none("^.*x$", {times(20'000, "y")});
  expect_none("(x+x+)+y", {times(20'000, "x")});
  expect_none("^(?!(?:.*){9}$)", {times(20'000, "y")});
}

TEST(Pattern, IsQuickWithLongPatterns) {
  expect_quick(".{0,9999}x", times(20'000, "a"));
  const std::string text = times(1'000, "a");
  expect_quick("((a{0,30}){0,30}){0,25}b", text);
  expect_quick(times(390, "(?=a)"), text);
  expect_quick(times(390, "(?!") + times(390, ")"), text);
  expect_quick(times(600, "(") + "a" + times(600, ")*"), text);
  expect_quick(times(1'000, "(") + times(1'000, ")"), text);
  expect_quick(times(2'000, "("), text);
  expect_quick(times(999, "a|"), text);
  expect_quick(times(200, "(a{9999}"), text);
  expect_quick(times(200, "(?:") + "a" + times(200, "){2}"), text);
  expect_quick(times(200, "(?:") + times(200, "){9999}"), text);
}

}  // namespace
TEST(Pattern, TakesBytesAboveAllOfUnicodeForNoCharacter) {
  const auto pattern = schema::Pattern::compile("^(?![^]*=)");
  ASSERT_TRUE(pattern);
  EXPECT_FALSE(pattern->matches("\xF4\xAB\xAB\x86="));
}

}  // namespace schema
