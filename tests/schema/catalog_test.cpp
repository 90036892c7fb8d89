#include "schema/catalog.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "schema/combined.h"
#include "schema/library.h"
#include "schema/validator.h"

namespace schema {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::Not;

const Library library;

constexpr const char* core_post = "front_matter/post.schema.json";

std::vector<std::string> for_posts(const SiteTraits& traits) {
  return applicable_schemas(library, traits, FileKind::post);
}

std::string theme_for(const SiteTraits& traits) {
  return for_posts(traits).front();
}

Key describe(const SiteTraits& traits, FileKind kind, const std::vector<std::string>& path) {
  const std::optional<Key> key = describe_key(library, applicable_schemas(library, traits, kind), path);
  EXPECT_TRUE(key.has_value());
  return key.value_or(Key{});
}

std::size_t violations(const SiteTraits& traits, FileKind kind, const char* value) {
  const Validator validator("schema:/combined.json",
                            combined_schema(library, applicable_schemas(library, traits, kind)),
                            load_embedded);
  EXPECT_TRUE(validator.problems().empty());
  return validator.validate(Json::parse(value)).size();
}

TEST(Catalog, JekyllAloneHasItsOwnSchemaForEachKind) {
  EXPECT_THAT(for_posts({}), ElementsAre(core_post));
  EXPECT_THAT(applicable_schemas(library, {}, FileKind::page), ElementsAre("front_matter/page.schema.json"));
  EXPECT_THAT(applicable_schemas(library, {}, FileKind::config), ElementsAre("config.schema.json"));
}

TEST(Catalog, TheThemeComesFirstThenPluginsThenJekyll) {
  EXPECT_THAT(
      for_posts({.theme = "jekyll-theme-chirpy", .plugins = {"jekyll-sitemap", "jekyll-toc", "our-own"}}),
      ElementsAre("themes/chirpy.schema.json", "plugins/jekyll-toc.schema.json",
                  "plugins/jekyll-sitemap.schema.json", core_post));
}

TEST(Catalog, AThemeIsKnownByItsGemAndByItsRepository) {
  EXPECT_EQ(theme_for({.theme = "just-the-docs"}), "themes/just-the-docs.schema.json");
  EXPECT_EQ(theme_for({.remote_theme = "mmistakes/minimal-mistakes@4.26.2"}),
            "themes/minimal-mistakes.schema.json");
  EXPECT_EQ(theme_for({.remote_theme = "Daattali/Beautiful-Jekyll"}), "themes/beautiful-jekyll.schema.json");
  EXPECT_EQ(theme_for({.remote_theme = "https://github.com/alshedivat/al-folio@v1"}),
            "themes/al-folio.schema.json");
  EXPECT_EQ(theme_for({.gems = {"jekyll", "minimal-mistakes-jekyll"}}),
            "themes/minimal-mistakes.schema.json");
}

TEST(Catalog, AStarterIsKnownByItsLayoutsAndIncludes) {
  EXPECT_EQ(theme_for({.files = {"_layouts/single.html", "_layouts/splash.html", "_includes/masthead.html"}}),
            "themes/minimal-mistakes.schema.json");
  EXPECT_EQ(theme_for({.files = {"_layouts/about.liquid", "_layouts/bib.liquid", "_layouts/distill.liquid"}}),
            "themes/al-folio.schema.json");
  EXPECT_EQ(theme_for({.files = {"_layouts/single.html", "_includes/masthead.html"}}), core_post);
}

TEST(Catalog, ANamedThemeThatNobodyKnowsIsNotGuessedFromTheGemfile) {
  EXPECT_EQ(theme_for({.theme = "minima", .gems = {"minimal-mistakes-jekyll"}}), core_post);
}

TEST(Catalog, GitHubPagesSwitchesPluginsOn) {
  const std::vector<std::string> schemas =
      applicable_schemas(library, {.gems = {"github-pages"}}, FileKind::config);
  EXPECT_THAT(schemas, Contains("plugins/jekyll-relative-links.schema.json#/definitions/config"));
  EXPECT_THAT(schemas, Not(Contains(HasSubstr("jekyll-feed"))));
}

TEST(Catalog, APluginThatConcernsPostsAloneDoesNotSpeakOfPages) {
  const SiteTraits traits{.plugins = {"jekyll-feed"}};
  EXPECT_THAT(for_posts(traits), Contains("plugins/jekyll-feed.schema.json"));
  EXPECT_THAT(applicable_schemas(library, traits, FileKind::page),
              ElementsAre("front_matter/page.schema.json"));
}

TEST(Describe, TheFirstSchemaDecides) {
  EXPECT_THAT(describe({.theme = "just-the-docs"}, FileKind::page, {"title"}).description, HasSubstr("menu"));
  EXPECT_TRUE(
      describe({.remote_theme = "alshedivat/al-folio", .plugins = {"jekyll-toc"}}, FileKind::post, {"toc"})
          .takes(Type::object));
  EXPECT_FALSE(describe({.plugins = {"jekyll-toc"}}, FileKind::post, {"toc"}).takes(Type::object));
}

TEST(Describe, APluginThatOnlyReadsAKeyLeavesItToJekyll) {
  const SiteTraits traits{.plugins = {"jekyll-feed", "jekyll-redirect-from"}};
  EXPECT_EQ(describe(traits, FileKind::post, {"layout"}).description,
            describe({}, FileKind::post, {"layout"}).description);
  EXPECT_THAT(describe(traits, FileKind::post, {"authors"}).source, HasSubstr("jekyll-feed"));
}

TEST(Describe, PathsLeadIntoMappingsAndLists) {
  const SiteTraits traits{.theme = "minimal-mistakes-jekyll"};
  EXPECT_EQ(describe(traits, FileKind::page, {"header", "overlay_image"}).kind, "image");
  EXPECT_EQ(describe(traits, FileKind::page, {"header", "actions", "url"}).kind, "url");
  EXPECT_EQ(describe(traits, FileKind::page, {"header", "actions", "0", "url"}).kind, "url");
  EXPECT_EQ(describe_key(library, for_posts(traits), {"header", "no_such_key"}), std::nullopt);
  EXPECT_EQ(describe({}, FileKind::config, {"collections", "recipes", "output"}).default_value, "false");
  EXPECT_EQ(describe({}, FileKind::config, {"defaults", "1", "scope", "type"}).kind, "collection");
}

TEST(Describe, AKeyWithoutASourceHasThatOfTheKeyAboveIt) {
  EXPECT_THAT(describe({.theme = "minimal-mistakes-jekyll"}, FileKind::page, {"header", "teaser"}).source,
              HasSubstr("10-layouts.md"));
}

TEST(Describe, KeysInsideComeFromAllSchemas) {
  const Key image =
      describe({.theme = "jekyll-theme-chirpy", .plugins = {"jekyll-seo-tag"}}, FileKind::post, {"image"});
  EXPECT_NE(find_key(image.children, "lqip"), nullptr);
  EXPECT_NE(find_key(image.children, "facebook"), nullptr);
}

TEST(Describe, DeprecatedKeysNameTheirReplacement) {
  const Key old = describe({.theme = "jekyll-theme-chirpy"}, FileKind::post, {"img_path"});
  EXPECT_TRUE(old.deprecated);
  EXPECT_EQ(old.replacement, "media_subpath");
}

TEST(Describe, ValuesBringTheirDescriptions) {
  const Key order = describe({.theme = "just-the-docs"}, FileKind::page, {"child_nav_order"});
  ASSERT_THAT(order.values, ElementsAre("desc", "reversed", "asc"));
  EXPECT_EQ(order.value_descriptions.front(), "Last first.");
}

TEST(KeysBelow, AreThoseOfAllSchemas) {
  const std::vector<std::string> schemas =
      for_posts({.theme = "jekyll-theme-chirpy", .plugins = {"jekyll-sitemap"}});
  const std::vector<Key> top = keys_below(library, schemas, {});
  for (const char* name : {"pin", "sitemap", "permalink"}) EXPECT_NE(find_key(top, name), nullptr) << name;
  const std::vector<Key> inside = keys_below(library, schemas, {"image"});
  EXPECT_NE(find_key(inside, "alt"), nullptr);
  EXPECT_TRUE(keys_below(library, schemas, {"nowhere"}).empty());
}

TEST(CombinedSchema, JudgesAKeyByTheOneSchemaThatDecides) {
  const char* map = R"({"toc": {"sidebar": "left"}})";
  EXPECT_EQ(
      violations({.remote_theme = "alshedivat/al-folio", .plugins = {"jekyll-toc"}}, FileKind::post, map),
      0U);
  EXPECT_EQ(violations({.theme = "minimal-mistakes-jekyll", .plugins = {"jekyll-toc"}}, FileKind::post, map),
            1U);
  EXPECT_EQ(violations({}, FileKind::post, map), 0U);
}

TEST(CombinedSchema, LetsPassWhatJekyllTakes) {
  EXPECT_EQ(
      violations(
          {}, FileKind::post,
          R"({"tags": "a b", "categories": ["x", 2], "layout": null, "title": 404, "image": {"path": "a.png"},
                           "date": "2024-05-01", "permalink": "/x/", "our_own": [1]})"),
      0U);
  EXPECT_EQ(violations({}, FileKind::page, R"({"tags": {"a": 1}, "date": null})"), 0U);
}

TEST(CombinedSchema, FindsWhatIsSurelyWrong) {
  EXPECT_EQ(violations({}, FileKind::post, R"({"render_with_liquid": "false"})"), 1U);
  EXPECT_EQ(violations({.theme = "minimal-mistakes-jekyll"}, FileKind::post, R"({"toc": "yes please"})"), 1U);
  EXPECT_EQ(
      violations({.theme = "minimal-mistakes-jekyll"}, FileKind::post, R"({"words_per_minute": "fast"})"),
      1U);
  EXPECT_EQ(violations({}, FileKind::config, R"({"exclude": "README.md"})"), 1U);
  EXPECT_EQ(violations({}, FileKind::config, R"({"defaults": {"scope": {}}})"), 1U);
}

}  // namespace
}  // namespace schema
