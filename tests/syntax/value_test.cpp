#include "server/syntax/value.h"

#include <gtest/gtest.h>

namespace syntax {
namespace {

std::string at(const Value& root, std::string_view key) {
  const Value* value = root.find(key);
  return value == nullptr             ? "(none)"
         : value->scalar() == nullptr ? "(collection)"
                                      : to_ruby_string(*value->scalar());
}

std::vector<std::string> keys(const Value& root) {
  std::vector<std::string> names;
  for (const Member& member : *root.mapping()) {
    names.push_back(member.key);
  }
  return names;
}

using Names = std::vector<std::string>;

TEST(Value, TheLastOfARepeatedKeyWins) {
  const Value root = parse_yaml_value("a: 1\nb: 2\na: 3\n");
  EXPECT_EQ(keys(root), (Names{"b", "a"}));
  EXPECT_EQ(at(root, "a"), "3");
}

TEST(Value, TheLastWinsInLargeMappingsToo) {
  std::string text;
  for (int i = 0; i < 40; ++i) {
    text += "k" + std::to_string(i % 20) + ": " + std::to_string(i) + "\n";
  }
  const Value root = parse_yaml_value(text);
  EXPECT_EQ(root.mapping()->size(), 20U);
  EXPECT_EQ(at(root, "k0"), "20");
  EXPECT_EQ(at(root, "k19"), "39");
}

TEST(Value, KeysAreTypedLikeValues) {
  const Value root = parse_yaml_value("yes: a\n2020: b\n1.10: c\n'no': d\n");
  EXPECT_EQ(keys(root), (Names{"true", "2020", "1.1", "no"}));
  EXPECT_FALSE(root.mapping()->at(0).string_key);
  EXPECT_FALSE(root.mapping()->at(1).string_key);
  EXPECT_TRUE(root.mapping()->at(3).string_key);
  EXPECT_EQ(root.find("true"), nullptr) << "Jekyll's data['true'] misses a key that YAML made a boolean";
}

TEST(Value, AStringKeyAndAnotherKeyWithItsTextAreTwoKeys) {
  const Value root = parse_yaml_value("1: a\n'1': b\n");
  EXPECT_EQ(root.mapping()->size(), 2U);
  EXPECT_EQ(at(root, "1"), "b");
}

TEST(Value, QuotedAndBlockScalarsAreStrings) {
  const Value root = parse_yaml_value("a: '1'\nb: \"yes\"\nc: |\n  2020\nd: >\n  no\n");
  EXPECT_EQ(*root.find("a")->string(), "1");
  EXPECT_EQ(*root.find("b")->string(), "yes");
  EXPECT_EQ(*root.find("c")->string(), "2020\n");
  EXPECT_EQ(*root.find("d")->string(), "no\n");
}

TEST(Value, AnAliasStandsForItsAnchor) {
  const std::string text = "a: &x [1, 2]\nb: *x\nc: *unknown\n";
  const Value root = parse_yaml_value(text);
  ASSERT_NE(root.find("b")->list(), nullptr);
  EXPECT_EQ(root.find("b")->list()->size(), 2U);
  EXPECT_EQ(text::slice(text, root.find("b")->range), "*x");
  EXPECT_TRUE(root.find("c")->is_null());
}

TEST(Value, AnAliasMayBeAKey) {
  EXPECT_EQ(at(parse_yaml_value("a: &x name\n*x : v\n"), "name"), "v");
}

TEST(Value, AnAnchorMayBeGivenAgain) {
  const Value root = parse_yaml_value("a: &x 1\nb: *x\nc: &x 2\nd: *x\n");
  EXPECT_EQ(at(root, "b"), "1");
  EXPECT_EQ(at(root, "d"), "2");
}

TEST(Value, AnAliasInsideItsOwnAnchorIsNull) {
  const Value root = parse_yaml_value("a: &x [1, *x]\n");
  EXPECT_TRUE(root.find("a")->list()->at(1).is_null());
}

TEST(Value, MergedKeysYieldToLaterOnes) {
  const Value root = parse_yaml_value("base: &b {x: 1, y: 2}\npost:\n  <<: *b\n  y: 3\n");
  const Value& post = *root.find("post");
  EXPECT_EQ(at(post, "x"), "1");
  EXPECT_EQ(at(post, "y"), "3");
  EXPECT_EQ(post.find("<<"), nullptr);
}

TEST(Value, MergedKeysWinOverEarlierOnesAsInSafeYaml) {
  const Value root = parse_yaml_value("base: &b {x: 1}\npost:\n  x: 0\n  <<: *b\n");
  EXPECT_EQ(at(*root.find("post"), "x"), "1");
}

TEST(Value, AMappingMergedWhereItIsWrittenIsStillEmptyThenInSafeYaml) {
  EXPECT_EQ(keys(parse_yaml_value("<<: {x: 1}\na: 2\n")), (Names{"a"}));
}

TEST(Value, TheFirstOfSeveralMergedMappingsWins) {
  const Value root = parse_yaml_value("a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc:\n  <<: [*a, *b]\n");
  EXPECT_EQ(at(*root.find("c"), "x"), "1");
  EXPECT_EQ(at(*root.find("c"), "y"), "2");
}

TEST(Value, AnUnquotedOutputIsAnEmptyMappingInSafeYaml) {
  const Value root = parse_yaml_value("title: {{ site.title }}\nlayout: post\n");
  ASSERT_NE(root.find("title")->mapping(), nullptr);
  EXPECT_TRUE(root.find("title")->mapping()->empty());
  EXPECT_EQ(at(root, "layout"), "post");
}

TEST(Value, ANullKeyIsNotNoticedBySafeYaml) {
  // Its value becomes the next key, and the next key that key's value.
  EXPECT_EQ(at(parse_yaml_value("~: a\nb: c\n"), "a"), "b");
}

TEST(Value, TagsAreIgnoredExceptForBinary) {
  const Value root = parse_yaml_value("a: !!str 1\nb: !!binary aGVsbG8=\nc: !ruby/object:Foo {x: 1}\n");
  EXPECT_EQ(*root.find("a")->integer(), 1);
  EXPECT_EQ(*root.find("b")->string(), "hello");
  EXPECT_EQ(at(*root.find("c"), "x"), "1");
}

TEST(Value, AliasesThatMultiplyStopAtTheBudget) {
  std::string text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
  for (int i = 1; i < 12; ++i) {
    const std::string before = "*a" + std::to_string(i - 1);
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before;
    for (int j = 0; j < 9; ++j) {
      text += ", " + before;
    }
    text += "]\n";
  }
  std::size_t count = 0;
  std::vector<const Value*> open;
  const Value root = parse_yaml_value(text);
  for (open.push_back(&root); !open.empty();) {
    const Value* value = open.back();
    open.pop_back();
    ++count;
    if (value->list() != nullptr) {
      for (const Value& item : *value->list()) {
        open.push_back(&item);
      }
    }
    if (value->mapping() != nullptr) {
      for (const Member& member : *value->mapping()) {
        open.push_back(&member.value);
      }
    }
  }
  EXPECT_GT(count, 50'000U);
  EXPECT_LT(count, 300'000U);
}

TEST(Value, ChainsOfAliasesAreNotFollowedWithoutEnd) {
  std::string text = "a0: &a0 [x]\n";
  for (int i = 1; i < 5000; ++i) {
    text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a" + std::to_string(i - 1) + "]\n";
  }
  EXPECT_NE(parse_yaml_value(text).mapping(), nullptr);
}

TEST(Value, FindInsideSomethingElseIsNothing) {
  EXPECT_EQ(parse_yaml_value("[a]").find("a"), nullptr);
  EXPECT_EQ(parse_yaml_value("").find("a"), nullptr);
  EXPECT_TRUE(parse_yaml_value("").is_null());
}

}  // namespace
}  // namespace syntax
