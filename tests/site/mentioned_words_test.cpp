#include "server/site/compute/mentioned_words.h"

#include <gtest/gtest.h>
#include <string>

namespace site {
namespace {

Mentions mentions_in(const std::string& text) {
  return find_mentions(syntax::Document(text, {}), "me.example");
}

bool may_mention(const std::string& text, std::string_view name) {
  return mentions_in(text).words.may_hold(words_of(name));
}

TEST(MentionedWords, HoldTheNamesInLinksAndLiquid) {
  EXPECT_TRUE(may_mention("[a](/x/Hello-you/)\n", "hello-you"));
  EXPECT_TRUE(may_mention("[a][b]\n\n[b]: ../hello.html#x\n", "hello"));
  EXPECT_TRUE(may_mention("[a]({{ '/docs/hello/' | relative_url }})\n", "hello"));
  EXPECT_TRUE(may_mention("{% include nav/hello.html %}\n", "hello.html"));
  EXPECT_TRUE(may_mention("[a](/caf%C3%A9/)\n", "café"));
  EXPECT_TRUE(may_mention("[a](https://me.example/hello)\n", "hello"));
}

TEST(MentionedWords, KnowWhatIsSurelyNotThere) {
  EXPECT_FALSE(may_mention("hello [a](/x/) {{ y }}\n", "hello"));
  EXPECT_FALSE(may_mention("[a](https://other.example/hello)\n", "hello"));
  EXPECT_FALSE(may_mention("[a](/hello/)\n", "hello-you"));
}

TEST(MentionedWords, AnAddressWithoutANameMayLeadAnywhere) {
  EXPECT_TRUE(may_mention("[a](../)\n", "hello"));
}

TEST(MentionedWords, TooManyWordsMayBeAnything) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "[a](/word" + std::to_string(i) + "/)\n";
  EXPECT_TRUE(may_mention(text, "hello"));
}

TEST(LinkForms, AreCounted) {
  const LinkForms forms = mentions_in(
                              "[a](/x) [b](y) [c]({{ '/z' | relative_url }}) [d]({{ site.baseurl }}/z)\n"
                              "[e]({% link a.md %}) [f]({% post_url 2024-01-01-a %}) [g](#h) ![i](/j.png)\n")
                              .forms;
  EXPECT_EQ(forms, (LinkForms{1, 1, 1, 1, 1, 1}));
}

}  // namespace
}  // namespace site
