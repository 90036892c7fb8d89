// Texts made to be slow or deep: each must be read at once. The limits are loose, because sanitizers and busy
// machines are slow too; what is quadratic or exponential misses them by far.
#include <chrono>
#include <gtest/gtest.h>
#include <string>

#include "server/syntax/markdown.h"

namespace kramdown_tests {
namespace {

std::string repeat(std::string_view what, std::size_t times) {
  std::string text;
  text.reserve(what.size() * times);
  for (std::size_t i = 0; i < times; ++i) text += what;
  return text;
}

void check_fast(const std::string& text) {
  using Clock = std::chrono::steady_clock;
  for (const auto input : {syntax::MarkdownOptions::Input::gfm, syntax::MarkdownOptions::Input::kramdown}) {
    syntax::MarkdownOptions options;
    options.input = input;
    const auto begin = Clock::now();
    static_cast<void>(syntax::parse_markdown(text, 0, options, {}));
    EXPECT_LT(Clock::now() - begin, std::chrono::seconds(3)) << text.substr(0, 40);
  }
}

TEST(KramdownHostile, RepeatedOpeningsAreReadInLinearTime) {
  for (const std::string_view opening : {"[",
                                         "![",
                                         "*",
                                         "*a ",
                                         "**a ",
                                         "***a ",
                                         "_a ",
                                         "*a _b **c __d ",
                                         "<",
                                         ">",
                                         "(",
                                         "`",
                                         "{:",
                                         "{:\n",
                                         "{:a\n\n",
                                         "{%",
                                         "~~a ",
                                         "```a\n",
                                         "```a\n~~~b\n\n",
                                         "<!--",
                                         "<!--\n\n",
                                         "<a b=\"",
                                         "<a b='<a b=\"",
                                         "[a](",
                                         "[a](b \"x ",
                                         "<http:",
                                         "![*",
                                         "*<b>",
                                         "*~~a~~ ",
                                         "&a",
                                         "{::comment} ",
                                         "{::comment}\n",
                                         "a|",
                                         "a|`b\n",
                                         "\"'",
                                         "$$",
                                         "[a\\",
                                         "{:/",
                                         "a]"}) {
    check_fast(repeat(opening, 20000));
  }
}

TEST(KramdownHostile, DeepNestingEndsSomewhere) {
  for (const std::string_view opening :
       {"> ", ">", "* ", "1. ", ": ", "a\n: ", "<b>", "<div>\n", "<div markdown=\"1\">\n", "- <p>"}) {
    check_fast(repeat(opening, 20000));
  }
  check_fast(repeat("[", 20000) + repeat("]", 20000));
  check_fast("[x]: y\n\n" + repeat("[", 20000) + repeat("]", 20000));
  std::string list;
  for (std::size_t i = 0; i < 200; ++i) list += repeat("  ", i) + "* a\n";
  check_fast(list);
}

TEST(KramdownHostile, BacktickRunsOfAllLengthsAreReadInTime) {
  std::string text;
  for (std::size_t i = 1; i < 300; ++i) text += repeat("`", i) + "a";
  check_fast(text);
}

TEST(KramdownHostile, ManyReferencesAreFound) {
  std::string text;
  for (int i = 0; i < 5000; ++i) text += "[r" + std::to_string(i) + "]: /u" + std::to_string(i) + "\n";
  text += "\n";
  for (int i = 0; i < 5000; ++i) text += "[t][R" + std::to_string(i) + "] ";
  check_fast(text);
  const syntax::Markdown markdown = syntax::parse_markdown(text, 0, {}, {});
  ASSERT_EQ(markdown.links.size(), 5000U);
  EXPECT_EQ(markdown.links.back().href, "/u4999");
}

TEST(KramdownHostile, BytesThatAreNoUtf8AreKept) {
  const std::string text = "# a\xFF\xC3 b\n\n[x\x80](y\xE2\x82)\n\n_\xF0\x9F_ \xED\xA0\x80\n";
  const syntax::Markdown markdown = syntax::parse_markdown(text, 0, {}, {});
  ASSERT_EQ(markdown.headings.size(), 1U);
  ASSERT_EQ(markdown.links.size(), 1U);
  EXPECT_EQ(markdown.links[0].href, "y\xE2\x82");
}

}  // namespace
}  // namespace kramdown_tests
