#include "server/site/snapshot/word_beginnings.h"

#include <gtest/gtest.h>

#include "tests/support/fixture.h"

namespace site {
namespace {

using Texts = std::vector<std::string>;

TEST(WordBeginnings, AreTheFirstBytesOfEachWordInSmallLetters) {
  EXPECT_EQ(word_beginnings("/Diary/my-Journey_Home/"), (Texts{"dia", "hom", "jou", "my"}));
  EXPECT_EQ(word_beginnings("[회고] 여행 기록, 여름"), (Texts{"기", "여", "회"}));
  EXPECT_EQ(word_beginnings("/ - "), Texts{});
}

TEST(WordBeginnings, AShortWordAtTheEndMayStillGrow) {
  EXPECT_EQ(without_short_end("/diary/my-jo"), "/diary/my-");
  EXPECT_EQ(without_short_end("/diary/my-jou"), "/diary/my-jou");
  EXPECT_EQ(without_short_end("my "), "my ");
}

// One page more than may be compared: the newest two by their number, two by their words.
std::string like(const Site& site, std::string_view text, Words words, std::size_t most = 4) {
  std::string urls;
  site.for_each_page_like(text, words, most, [&](const Page& page) {
    urls += page.url + ' ';
    return true;
  });
  return urls;
}

class PagesLike : public testing::Test {
 protected:
  support::Fixture fixture = support::load_fixture(R"md(
-- _config.yml --
permalink: /:title/
-- _posts/2020-01-01-walking-home.md --
---
title: 산책
---
-- _posts/2020-01-02-walking-away.md --
---
title: Away
---
-- _posts/2020-01-03-reading.md --
---
title: Books
---
-- _posts/2020-01-04-writing.md --
---
title: Letters
---
-- _posts/2020-01-05-running.md --
---
title: Shoes
---
)md");
  const Site& site = *fixture.site;
};

TEST_F(PagesLike, AreAllPagesOfASmallSite) {
  EXPECT_EQ(like(site, "away", Words::all, 5).size(), like(site, "", Words::all, 5).size());
}

TEST_F(PagesLike, AreTheNewestAndThoseWithTheWordsOfALargeOne) {
  EXPECT_EQ(like(site, "", Words::all), "/running/ /writing/ ");
  EXPECT_EQ(like(site, "/walking-aw", Words::all), "/running/ /writing/ /walking-away/ /walking-home/ ");
  EXPECT_EQ(like(site, "/walking-awa", Words::all), "/running/ /writing/ /walking-away/ ");
  EXPECT_EQ(like(site, "산", Words::all), "/running/ /writing/ /walking-home/ ");
  EXPECT_EQ(like(site, "boo", Words::all), "/running/ /writing/ /reading/ ");
  EXPECT_EQ(like(site, "books-nowhere", Words::all), "/running/ /writing/ ");
}

TEST_F(PagesLike, OfAMisspeltTextHaveSomeOfItsWords) {
  EXPECT_EQ(like(site, "/wlaking-home/", Words::some), "/running/ /writing/ /walking-home/ ");
  EXPECT_EQ(like(site, "/wlaking-hmoe/", Words::some), "/running/ /writing/ ");
}

TEST_F(PagesLike, FollowTheirTitles) {
  const SitePtr changed =
      site.with_changes({{"_posts/2020-01-03-reading.md", "---\ntitle: Papers\n---\n"},
                         {"_posts/2020-01-02-walking-away.md", std::nullopt},
                         {"_posts/2020-01-06-sleeping.md", "---\ntitle: Pillows\n---\n"}});
  EXPECT_EQ(like(*changed, "pap", Words::all).find("/reading/") != std::string::npos, true);
  EXPECT_EQ(like(*changed, "boo", Words::all).find("/reading/"), std::string::npos);
  EXPECT_EQ(like(*changed, "walking", Words::all).find("/walking-away/"), std::string::npos);
}

}  // namespace
}  // namespace site
