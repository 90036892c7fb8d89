#include "schema/validator.h"

#include <gtest/gtest.h>

#include "schema/format.h"

namespace schema {
namespace {

std::vector<Violation> violations(const char* schema, const char* value) {
  static std::vector<std::unique_ptr<Validator>> alive;  // violations point into their validator's schema
  alive.push_back(std::make_unique<Validator>("file:///s.json", Json::parse(schema)));
  return alive.back()->validate(Json::parse(value));
}

std::string only(const std::vector<Violation>& found) {
  if (found.size() != 1) return std::to_string(found.size()) + " violations";
  return found[0].pointer + " " + found[0].keyword + (found[0].key.empty() ? "" : " " + found[0].key);
}

TEST(Validator, NamesTheValueAndTheKeyword) {
  EXPECT_EQ(only(violations(R"({"properties": {"toc": {"type": "boolean"}}})", R"({"toc": "yes please"})")),
            "/toc type");
  EXPECT_EQ(only(violations(R"({"required": ["title"]})", "{}")), " required title");
  EXPECT_EQ(only(violations(R"({"additionalProperties": false})", R"({"a": 1})")), " additionalProperties a");
  EXPECT_EQ(only(violations(R"({"items": {"enum": ["a"]}})", R"(["a", "b"])")), "/1 enum");
}

TEST(Validator, EscapesKeysInPointers) {
  EXPECT_EQ(only(violations(R"({"properties": {"a/b~c": false}})", R"({"a/b~c": 1})")), "/a~1b~0c false");
}

TEST(Validator, KeepsWhatEachBranchObjectedTo) {
  const auto found =
      violations(R"({"anyOf": [{"type": "string"}, {"type": "object", "required": ["path"]}]})", "{}");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].keyword, "anyOf");
  ASSERT_EQ(found[0].branches.size(), 2U);
  EXPECT_EQ(found[0].branches[1][0].key, "path");
}

TEST(Validator, EndsOnSchemasThatReferToThemselves) {
  EXPECT_TRUE(violations(R"({"$ref": "#"})", "1").empty());
  EXPECT_TRUE(violations(R"({"allOf": [{"$ref": "#"}, {"$ref": "#"}]})", "1").empty());
}

TEST(Validator, AllowsWhatABrokenKeywordWouldForbid) {
  EXPECT_TRUE(
      violations(R"({"type": 7, "pattern": "(", "minimum": "x", "items": 3, "$id": 1})", R"("a")").empty());
}

TEST(Validator, ReportsWhatIsWrongWithASchema) {
  const Validator validator("file:///s.json", Json::parse(R"({
    "properties": {"a": {"type": "strng"}, "b": {"pattern": "("}, "c": {"$ref": "#/nowhere"}, "d": 3}})"));
  std::vector<std::string> pointers;
  for (const SchemaProblem& problem : validator.problems()) pointers.push_back(problem.pointer);
  EXPECT_EQ(pointers, (std::vector<std::string>{"/properties/a/type", "/properties/b/pattern",
                                                "/properties/c/$ref", "/properties/d"}));
}

std::string problem(const char* schema) {
  const std::vector<SchemaProblem> found = Validator("file:///s.json", Json::parse(schema)).problems();
  if (found.size() != 1) return std::to_string(found.size()) + " problems";
  return found[0].pointer + ": " + found[0].message;
}

TEST(Validator, SaysWhatIsWrongWithASchemaInSentences) {
  EXPECT_EQ(problem(R"({"minimum": "x"})"), "/minimum: `minimum` must be a number; it is ignored.");
  EXPECT_EQ(problem(R"({"properties": []})"), "/properties: `properties` must be an object; it is ignored.");
  EXPECT_EQ(problem("7"), ": A schema must be an object, true or false.");
  EXPECT_EQ(
      problem(R"({"items": {"type": "strng"}})"),
      "/items/type: `type` must be the name of a type or a list of such names; what is unknown is ignored.");
  EXPECT_EQ(problem(R"({"items": 3})"), "/items: `items` must be a schema or a list; it is ignored.");
  EXPECT_EQ(problem(R"({"patternProperties": {"[": {}}})"),
            "/patternProperties/[: This pattern is not valid or too long; it is ignored.");
  EXPECT_EQ(problem(R"({"minLength": -1})"),
            "/minLength: This value breaks `minimum` of JSON Schema's own schema.");
  EXPECT_EQ(problem(R"({"$ref": "#/definitions/no such"})"),
            "/$ref: This reference leads nowhere: #/definitions/no such");
}

TEST(Format, KnowsDays) {
  EXPECT_TRUE(matches_format("date", "2024-02-29"));
  EXPECT_FALSE(matches_format("date", "2023-02-29"));
  EXPECT_TRUE(matches_format("date-time", "2024-02-23T10:00:00+09:00"));
  EXPECT_FALSE(matches_format("date-time", "2024-02-23 10:00:00"));
  EXPECT_TRUE(matches_format("uri", "https://a.b/c?d#e"));
  EXPECT_FALSE(matches_format("uri", "not an address"));
  EXPECT_TRUE(matches_format("no-such-format", "anything"));
}

}  // namespace
}  // namespace schema
