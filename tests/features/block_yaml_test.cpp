#include "server/features/knowledge/block_yaml.h"

#include <gtest/gtest.h>

namespace features {
namespace {

TEST(BlockYaml, WritesValuesWithoutNeedlessQuotes) {
  EXPECT_EQ(block_yaml("published", "false"), "published: false");
  EXPECT_EQ(block_yaml("title", R"("Hello, world")"), "title: Hello, world");
  EXPECT_EQ(block_yaml("date", R"("2024-05-01")"), "date: 2024-05-01");
  EXPECT_EQ(block_yaml("date", R"("2024-05-01 09:30:00 +0900")"), "date: 2024-05-01 09:30:00 +0900");
  EXPECT_EQ(block_yaml("width", "0.5"), "width: 0.5");
}

TEST(BlockYaml, KeepsTheQuotesThatATextNeeds) {
  EXPECT_EQ(block_yaml("title", R"("a: b")"), "title: \"a: b\"");
  EXPECT_EQ(block_yaml("id", R"("0123")"), "id: \"0123\"");
  EXPECT_EQ(block_yaml("path", R"("")"), "path: \"\"");
  EXPECT_EQ(block_yaml("on", R"("say \"hi\"")"), "\"on\": say \"hi\"");
}

TEST(BlockYaml, GivesEachMemberAndItemALine) {
  EXPECT_EQ(block_yaml("a", R"({"b":{"c":[1,"x"]},"d":null})"),
            "a:\n  b:\n    c:\n      - 1\n      - x\n  d: null");
  EXPECT_EQ(block_yaml("a", R"([{"b":1,"c":{"d":2}},[3,[4]]])"),
            "a:\n  - b: 1\n    c:\n      d: 2\n  - - 3\n    - - 4");
  EXPECT_EQ(block_yaml("a", R"([{},[],{"b":[]}])"), "a:\n  - {}\n  - []\n  - b: []");
}

TEST(BlockYaml, LeavesAloneWhatIsNoJson) {
  EXPECT_EQ(block_yaml("a", "[1"), "a: [1");
}

}  // namespace
}  // namespace features
