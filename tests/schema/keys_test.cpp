#include "schema/keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/catalog.h"
#include "schema/embedded.h"
#include "schema/library.h"

namespace schema {
namespace {

const Library library;

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Not;

TEST(Keys, AreReadInTheOrderOfTheSchema) {
  const std::vector<Key> keys =
      read_keys(library, R"({"properties": {"b": {}, "a": {"type": ["array", "string"]}}})");
  ASSERT_EQ(keys.size(), 2U);
  EXPECT_EQ(keys[0].name, "b");
  EXPECT_TRUE(keys[0].takes(Type::object));
  EXPECT_THAT(keys[1].types, ElementsAre(Type::array, Type::string));
  EXPECT_FALSE(keys[1].takes(Type::object));
}

TEST(Keys, ValuesComeFromEnumAndFromTheBranchesOfAnyOf) {
  const std::vector<Key> keys = read_keys(
      library,
      R"({"properties": {"a": {"enum": ["x", 2]}, "b": {"anyOf": [{"enum": ["y"]}, {"type": "string"}]}}})");
  EXPECT_THAT(keys.at(0).values, ElementsAre("x", "2"));
  EXPECT_THAT(keys.at(1).values, ElementsAre("y"));
}

TEST(Keys, BooleansHaveTwoValues) {
  const std::vector<Key> keys =
      read_keys(library, R"({"properties": {"a": {"type": "boolean", "default": false}}})");
  EXPECT_THAT(keys.at(0).values, ElementsAre("true", "false"));
  EXPECT_EQ(keys.at(0).default_value, "false");
}

TEST(Keys, ATextThatIsNoSchemaHasNone) {
  EXPECT_THAT(read_keys(library, "{"), IsEmpty());
  EXPECT_THAT(read_keys(library, "[]"), IsEmpty());
  EXPECT_THAT(read_keys(library, R"({"properties": {"a": 1}})"), IsEmpty());
}

TEST(Keys, EveryCoreKeySaysWhatItMeansAndWhereThatStands) {
  const std::vector<Key> keys = core_keys(library);
  ASSERT_NE(find_key(keys, "permalink"), nullptr);
  for (const Key& key : keys) {
    EXPECT_THAT(key.description, Not(IsEmpty())) << key.name;
    EXPECT_EQ(key.source.rfind("https://", 0), 0U) << key.name;
    EXPECT_THAT(key.works_in, Not(IsEmpty())) << key.name;
  }
}

TEST(Keys, AThemeIsFoundByItsGemAndByItsRepository) {
  const std::string theme = theme_schema(library, "minimal-mistakes-jekyll");
  EXPECT_NE(find_key(keys_below(library, {theme}, {}), "toc_sticky"), nullptr);
  EXPECT_EQ(theme_schema(library, "mmistakes/minimal-mistakes@4.26.2"), theme);
  EXPECT_THAT(theme_schema(library, "minima"), IsEmpty());
}

TEST(Keys, MappingsHaveChildren) {
  const std::vector<Key> keys = keys_below(library, {theme_schema(library, "minimal-mistakes-jekyll")}, {});
  const Key* header = find_key(keys, "header");
  ASSERT_NE(header, nullptr);
  ASSERT_NE(find_key(header->children, "overlay_image"), nullptr);
  EXPECT_TRUE(find_key(header->children, "cta_url")->deprecated);
}

TEST(Keys, TypesAreDescribedInWords) {
  const std::vector<Key> keys = core_keys(library);
  EXPECT_EQ(describe_types(*find_key(keys, "tags")), "list or text");
  EXPECT_EQ(describe_types(*find_key(keys, "published")), "true or false");
}

TEST(Embedded, AnUnknownNameIsEmpty) {
  EXPECT_THAT(embedded_file("nowhere.json"), IsEmpty());
}

}  // namespace
}  // namespace schema
