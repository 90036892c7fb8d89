#include "schema/liquid.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace schema {
namespace {

TEST(LiquidNames, AreReadWhole) {
  const LiquidNames& names = liquid_names();
  ASSERT_NE(names.tag("else"), nullptr);
  EXPECT_EQ(names.tag("else")->kind, LiquidTagInfo::Kind::branch);
  EXPECT_THAT(names.tag("else")->inside, testing::Contains("for"));
  EXPECT_EQ(names.tag("highlight")->kind, LiquidTagInfo::Kind::block);
  EXPECT_EQ(names.filter("append")->arguments.at(0).name, "text");
  EXPECT_EQ(names.object("site")->members.at(0).name, "time");
  EXPECT_EQ(names.tag("nonsense"), nullptr);
  EXPECT_EQ(names.filter("nonsense"), nullptr);
}

TEST(LiquidNames, SayWhatTheyAre) {
  for (const LiquidTagInfo& tag : liquid_names().tags) EXPECT_FALSE(tag.documentation.empty()) << tag.name;
  for (const LiquidFilterInfo& filter : liquid_names().filters)
    EXPECT_FALSE(filter.documentation.empty()) << filter.name;
}

}  // namespace
}  // namespace schema
