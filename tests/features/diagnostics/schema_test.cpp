#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/features/check.h"

namespace features {
namespace {

TEST(SchemaType, SpeaksAsPeopleDo) {
  constexpr std::string_view drawing = R"md(
-- .jekyll-ls.yml --
schemas: {pages: page.json}
-- page.json --
{"properties": {"sidebar": {"type": "boolean"}}}
-- a.md --
---
sidebar: yes please
         ^^^^^^^^^^ warning: schema-type
---
)md";
  check_diagnostics(drawing);
  check_message(drawing, "`sidebar` must be true or false; Jekyll reads `yes please` as text.");
}

TEST(SchemaType, IsConvertedWhereThatIsPlain) {
  constexpr std::string_view site =
      "-- .jekyll-ls.yml --\nschemas: {pages: page.json}\n-- page.json --\n{\"properties\": {\"on\": "
      "{\"type\": "
      "\"boolean\"}, \"list\": {\"type\": \"array\"}, \"n\": {\"type\": \"integer\"}, \"s\": {\"type\": "
      "\"string\"}}}\n-- a.md --\n---\n";
  const auto fix = [&](const std::string& line) {
    return fixes_of(std::string(site) + line + "\n---\n", "schema-type");
  };
  EXPECT_THAT(fix("list: a"), ::testing::ElementsAre("Write a list"));
  EXPECT_THAT(fix("n: '5'"), ::testing::ElementsAre("Remove the quotes"));
  EXPECT_THAT(fix("s: 5"), ::testing::ElementsAre("Put the value in quotes"));
  EXPECT_THAT(fix("\"on\": \"true\""), ::testing::ElementsAre("Write `true`"));
}

TEST(SchemaEnum, OffersTheNearestValue) {
  constexpr std::string_view drawing = R"md(
-- .jekyll-ls.yml --
schemas: {posts: schemas/post.json}
-- schemas/post.json --
{"properties": {"level": {"enum": ["easy", "medium", "hard"]}}}
-- _posts/2024-05-01-a.md --
---
level: meduim # ?
       ^^^^^^ warning: schema-enum
---
)md";
  check_diagnostics(drawing);
  check_message(drawing, "`level` must be one of `easy`, `medium` or `hard`.");
  EXPECT_THAT(fixes_of(drawing, "schema-enum"), ::testing::ElementsAre("Write `medium`"));
}

TEST(SchemaRequired, CountsWhatTheDefaultsGive) {
  constexpr std::string_view drawing = R"md(
-- _config.yml --
defaults:
  - scope: {path: ""}
    values: {author: jane}
-- .jekyll-ls.yml --
schemas: {pages: page.json}
-- page.json --
{"required": ["title", "author"], "properties": {"title": {"type": "string", "examples": ["A title"]}}}
-- a.md --
---
^^^ warning: schema-required
lang: en
---
)md";
  check_diagnostics(drawing);
  check_message(drawing, "The key `title` is missing.");
  EXPECT_THAT(fixes_of(drawing, "schema-required"), ::testing::ElementsAre("Add `title`"));
}

TEST(SchemaRequired, AddsTheDefaultAsPeopleWriteIt) {
  const auto check = [](const std::string& value, const std::string& written) {
    const std::string site =
        "-- .jekyll-ls.yml --\nschemas: {pages: page.json}\n-- page.json --\n"
        R"({"required": ["on"], "properties": {"on": {"default": )" +
        value + "}}}\n";
    check_fix(site + "-- a.md --\n---\nlang: en\n---\n", "schema-required", "Add `on`",
              site + "-- a.md --\n---\nlang: en\n\"on\": " + written + "\n---\n");
  };
  check(R"(["a", "b, c", 1])", "[a, \"b, c\", 1]");
  check(R"({"a": null, "no": true})", "{a: null, \"no\": true}");
  check(R"("12:30")", "\"12:30\"");
  check("1e20", "1.0e+20");  // SafeYAML takes `1e+20` for a text
}

TEST(SchemaCascades, AreCutToTheBranchThatWasMeant) {
  constexpr std::string_view drawing = R"md(
-- .jekyll-ls.yml --
schemas: {pages: page.json}
-- page.json --
{"properties": {"cover": {"anyOf": [
  {"type": "string"},
  {"type": "object", "properties": {"width": {"type": "integer"}}}]}}}
-- a.md --
---
cover:
  width: wide
         ^^^^ warning: schema-type
---
)md";
  check_diagnostics(drawing);
  check_message(drawing, "`cover.width` must be a whole number; Jekyll reads `wide` as text.");
}

TEST(SchemaCascades, AreUnitedWhereNoBranchFits) {
  check_message(R"md(
-- .jekyll-ls.yml --
schemas: {pages: page.json}
-- page.json --
{"properties": {"cover": {"oneOf": [{"type": "string"}, {"type": "array"}]}}}
-- a.md --
---
cover: 5
---
)md",
                "`cover` must be text or a list; Jekyll reads `5` as a whole number.");
}

TEST(SchemaKeywords, HaveTheirOwnRules) {
  check_diagnostics(R"md(
-- .jekyll-ls.yml --
schemas: {"docs/**/*.md": doc.json}
-- doc.json --
{"additionalProperties": false, "properties": {
  "id": {"pattern": "^[a-z]+$", "x-severity": "error"}, "when": {"format": "date"}, "rank": {"minimum": 1},
  "names": {"maxItems": 1}}}
-- docs/a.md --
---
id: A1
    ^^ error: schema-pattern
when: soon
      ^^^^ warning: schema-format
rank: 0
      ^ warning: schema-range
names: [a, b]
       ^^^^^^ warning: schema-length
other: x
^^^^^ warning: schema-additional
---
-- b.md --
---
rank: 0
---
)md");
}

TEST(SchemaInvalid, ABrokenSchemaIsToldWhereItIsNamed) {
  check_diagnostics(R"md(
-- a.md --
---
# yaml-language-server: $schema=../x.json
                                ^^^^^^^^^ warning: schema-invalid
title: A
---
-- docs/b.md --
---
# yaml-language-server: $schema=../s.json
                                ^^^^^^^^^ warning: schema-invalid
title: A
---
-- s.json --
{
)md");
}

TEST(SchemaMention, ALineInTheFrontMatterNamesALocalFile) {
  check_diagnostics(R"md(
-- docs/b.md --
---
# yaml-language-server: $schema=../s.json
rank: high
      ^^^^ warning: schema-type
---
-- s.json --
{"properties": {"rank": {"$ref": "parts/rank.json"}}}
-- parts/rank.json --
{"type": "number"}
)md");
}

TEST(SchemaBuiltIn, ThemesAndPluginsTypeTheirKeys) {
  check_diagnostics(R"md(
-- _config.yml --
theme: minimal-mistakes-jekyll
-- a.md --
---
toc: [x]
     ^^^ warning: schema-type
---
)md");
}

TEST(SchemaBuiltIn, TheConfigurationIsJudgedToo) {
  check_diagnostics(R"md(
-- _config.yml --
plugins: {a: b}
         ^^^^^^ warning: schema-type
)md");
}

}  // namespace
}  // namespace features
