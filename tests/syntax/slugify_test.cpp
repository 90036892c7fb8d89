#include "server/syntax/slugify.h"

#include <gtest/gtest.h>

#include "tests/support/golden.h"

namespace {

TEST(Slugify, AgreesWithJekyllInEveryMode) {
  const nlohmann::json cases = golden("slugify");
  ASSERT_GT(cases.size(), 1000U);
  for (const auto& one : cases) {
    EXPECT_EQ(syntax::slugify(one["input"].get<std::string>(), one["mode"].get<std::string>(),
                              one["cased"].get<bool>()),
              one["out"].get<std::string>())
        << one.dump();
  }
}

TEST(Slugify, TakesTheDefaultModeWhenNoneIsNamed) {
  EXPECT_EQ(syntax::slugify("a.b"), "a-b");
}

TEST(Slugify, ReplacesBytesThatAreNoText) {
  EXPECT_EQ(syntax::slugify("a\xFF\xFE"
                            "b"),
            "a-b");
}

TEST(TitleizeSlug, AgreesWithJekyll) {
  const nlohmann::json cases = golden("titleize");
  ASSERT_GT(cases.size(), 50U);
  for (const auto& one : cases) {
    EXPECT_EQ(syntax::titleize_slug(one["input"].get<std::string>()), one["out"].get<std::string>())
        << one.dump();
  }
}

TEST(ParsePostName, AgreesWithJekyll) {
  const nlohmann::json cases = golden("post_name");
  ASSERT_GT(cases.size(), 20U);
  for (const auto& one : cases) {
    const std::string input = one["input"];
    const std::optional<syntax::PostName> name = syntax::parse_post_name(input);
    ASSERT_EQ(name.has_value(), !one["dated"].is_null()) << one.dump();
    if (!name) continue;
    EXPECT_EQ(name->date, one["dated"][0].get<std::string>());
    EXPECT_EQ(name->slug, one["dated"][1].get<std::string>());
    EXPECT_EQ(name->extension, one["dated"][2].get<std::string>());
  }
}

}  // namespace
