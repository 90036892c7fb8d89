// The embedded schemas: whole, valid, and complete. What they mean for a file stands in catalog_test.cpp.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <vector>

#include "schema/catalog.h"
#include "schema/combined.h"
#include "schema/embedded.h"
#include "schema/reading.h"
#include "schema/validator.h"

namespace schema {
namespace {

namespace fs = std::filesystem;

const Library library;
const fs::path folder = fs::path(JEKYLL_LS_TEST_DIR) / "../schema";

// Paths below the folder, from the disk: a file that nobody embeds is found out as well.
std::vector<std::string> schema_files() {
  std::vector<std::string> files;
  for (const char* part : {"front_matter", "plugins", "themes"}) {
    for (const auto& entry : fs::directory_iterator(folder / part))
      files.push_back(std::string(part) + "/" + entry.path().filename().string());
  }
  files.insert(files.end(), {"front_matter.schema.json", "config.schema.json"});
  return files;
}

Json parsed(const std::string& file) {
  return Json::parse(embedded_file(file));
}

// Calls visit(path, subschema) for every key that a schema defines, at any depth: those with a name, and what
// is said of keys whose names are people's own. A path is a file's with a JSON pointer to the subschema.
template <typename Visit>
void for_each_key(const Json& schema, const std::string& path, const Visit& visit) {
  if (!schema.is_object()) return;
  const auto descend = [&](const Json& inner, const std::string& inner_path, bool key) {
    if (key) visit(inner_path, inner);
    for_each_key(inner, inner_path, visit);
  };
  for (const char* part : {"properties", "definitions"}) {
    if (!schema.contains(part)) continue;
    for (const auto& [name, inner] : schema[part].items())
      descend(inner, pointer_to(path + "/" + part, name), part == std::string("properties"));
  }
  for (const char* part : {"items", "additionalProperties"}) {
    if (!schema.contains(part)) continue;
    const Json& inner = schema[part];
    const bool key = part == std::string("additionalProperties") &&
                     (inner.contains("description") || inner.contains("$ref"));
    descend(inner, path + "/" + part, key);
  }
}

template <typename Visit>
void for_each_key_of(const std::string& file, const Visit& visit) {
  for_each_key(parsed(file), file + "#", visit);
}

// Files of a site, and the one in which a project keeps its settings.
std::vector<std::string> files_of_keys() {
  std::vector<std::string> files = schema_files();
  files.emplace_back("project.schema.json");
  return files;
}

// What the path of a key leads to in the end.
Json definition_of(const std::string& path) {
  return Json::parse(follow(read_embedded(library, path)).schema->dump());
}

TEST(Schemas, AreAllEmbeddedAndInTheCatalog) {
  const std::string catalog(embedded_file("catalog.json"));
  for (const std::string& file : schema_files()) {
    EXPECT_FALSE(embedded_file(file).empty()) << file;
    EXPECT_TRUE(file == "front_matter.schema.json" || catalog.find(file) != std::string::npos) << file;
  }
}

TEST(Schemas, AreValidDraft07WithoutProblems) {
  const Validator meta("http://json-schema.org/draft-07/schema", parsed("draft-07.schema.json"));
  for (const std::string& file : schema_files()) {
    EXPECT_TRUE(meta.validate(parsed(file)).empty()) << file;
    const Validator schema("schema:/" + file, parsed(file), load_embedded);
    for (const SchemaProblem& problem : schema.problems())
      ADD_FAILURE() << file << problem.pointer << ": " << problem.message;
  }
}

TEST(Schemas, LetEverythingPassThatTheyDoNotKnow) {
  for (const std::string& file : schema_files()) {
    const Json schema = parsed(file);
    EXPECT_EQ(schema.value("additionalProperties", Json()), Json(true)) << file;
    EXPECT_FALSE(schema.contains("required")) << file;
  }
}

TEST(Schemas, EveryKeySaysWhatItMeansAndWhatItTakes) {
  for (const std::string& file : schema_files()) {
    for_each_key_of(file, [](const std::string& path, const Json& key) {
      if (key.contains("$ref")) return;
      const std::string description = key.value("description", "");
      EXPECT_TRUE(description.ends_with(".")) << path;
      EXPECT_TRUE(key.contains("type") || key.contains("x-type") || key.contains("anyOf") ||
                  key.value("readOnly", false))
          << path;
    });
  }
}

TEST(Schemas, EveryKeyNamesItsSource) {
  for (const std::string& file : schema_files()) {
    for (const char* part : {"", "#/definitions/config"}) {
      const Reading place = read_embedded(library, file + part);
      if (!place.schema) continue;
      for (const Property& property : properties_of(place))
        EXPECT_TRUE(key_at(property.name, property.place).source.starts_with("https://"))
            << file << part << " " << property.name;
    }
  }
}

TEST(Schemas, AnEnumHoldsDifferentTextsAndADescriptionForEachOrNone) {
  for (const std::string& file : schema_files()) {
    for_each_key_of(file, [](const std::string& path, const Json& key) {
      for (const Json& branch : key.value("anyOf", Json::array({key}))) {
        if (!branch.contains("enum")) continue;
        const Json& values = branch["enum"];
        EXPECT_FALSE(values.empty()) << path;
        for (const Json& value : values) {
          EXPECT_TRUE(value.is_string() && !value.get<std::string>().empty()) << path;
          EXPECT_EQ(std::count(values.begin(), values.end(), value), 1) << path << " " << value;
        }
        if (branch.contains("enumDescriptions")) {
          EXPECT_EQ(branch["enumDescriptions"].size(), values.size()) << path;
        }
      }
    });
  }
}

TEST(Schemas, UseTheKindsThatTheReadmeExplains) {
  std::ifstream in(folder / "README.md");
  const std::string readme{std::istreambuf_iterator<char>(in), {}};
  for (const std::string& file : schema_files()) {
    for_each_key_of(file, [&](const std::string& path, const Json& key) {
      for (const auto& [name, value] : key.items()) {
        if (name.starts_with("x-")) {
          EXPECT_NE(readme.find("`" + name + "`"), std::string::npos) << path << " " << name;
        }
      }
      if (!key.contains("x-kind")) return;
      EXPECT_NE(readme.find("`" + key["x-kind"].get<std::string>() + "`"), std::string::npos) << path;
    });
  }
}

TEST(Schemas, EveryKeyHasAnExample) {
  for (const std::string& file : files_of_keys()) {
    for_each_key_of(file, [](const std::string& path, const Json& /*key*/) {
      EXPECT_FALSE(definition_of(path).value("examples", Json::array()).empty()) << path;
    });
  }
}

TEST(Schemas, TheirDefaultsAndExamplesAreValid) {
  for (const std::string& file : files_of_keys()) {
    for_each_key_of(file, [](const std::string& path, const Json& /*key*/) {
      const Validator validator("schema:/test.json", Json{{"$ref", "schema:/" + path}}, load_embedded);
      const Json key = definition_of(path);
      if (key.contains("default")) {
        EXPECT_TRUE(validator.validate(key["default"]).empty()) << path;
      }
      for (const Json& example : key.value("examples", Json::array()))
        EXPECT_TRUE(validator.validate(example).empty()) << path << " " << example;
    });
  }
}

// A schema is open, so a misspelt key in an example would pass the validator.
void expect_known_keys(const Reading& place, const Json& value) {
  if (value.is_array()) {
    const std::optional<Reading> item = child_of(place, "0");
    for (const Json& inner : value) {
      if (item) expect_known_keys(*item, inner);
    }
  }
  if (!value.is_object() || properties_of(place).empty()) return;
  for (const auto& [name, inner] : value.items()) {
    const std::optional<Reading> child = child_of(place, name);
    EXPECT_TRUE(child.has_value()) << place.uri << " knows no " << name;
    if (child) expect_known_keys(*child, inner);
  }
}

TEST(Schemas, TheirExamplesHoldKeysThatTheyKnow) {
  for (const std::string& file : files_of_keys()) {
    for_each_key_of(file, [](const std::string& path, const Json& /*key*/) {
      for (const Json& example : definition_of(path).value("examples", Json::array()))
        expect_known_keys(follow(read_embedded(library, path)), example);
    });
  }
}

TEST(Schemas, TheSettingsOfEditorsHaveValidExamples) {
  std::ifstream in(folder / "settings.schema.json");
  for_each_key(Json::parse(in), "settings.schema.json#", [](const std::string& path, const Json& key) {
    EXPECT_TRUE(key.contains("examples")) << path;
    const Validator validator("schema:/test.json", key);
    for (const Json& example : key.value("examples", Json::array()))
      EXPECT_TRUE(validator.validate(example).empty()) << path << " " << example;
  });
}

// What the documentation of Jekyll, of the themes and of the plugins names; dots lead into mappings.
const std::map<std::string, const char*> documented = {
    {"front_matter/post.schema.json",
     "layout title date permalink published categories category tags tag slug ext excerpt excerpt_separator "
     "render_with_liquid collection draft hidden lang author description image"},
    {"front_matter/draft.schema.json", "layout title date permalink tags categories draft"},
    {"front_matter/document.schema.json",
     "layout title date permalink published categories category tags tag slug ext excerpt excerpt_separator "
     "render_with_liquid collection"},
    {"front_matter/page.schema.json",
     "layout title permalink published render_with_liquid excerpt lang author description image"},
    {"themes/minimal-mistakes.schema.json",
     "layout classes toc toc_label toc_icon toc_sticky header.image header.image_description header.caption "
     "header.overlay_image header.overlay_color header.overlay_filter header.show_overlay_excerpt "
     "header.actions.label header.actions.url header.cta_label header.cta_url header.teaser header.og_image "
     "header.video.id header.video.provider excerpt tagline author author_profile sidebar.title "
     "sidebar.image "
     "sidebar.image_alt sidebar.text sidebar.nav share related comments read_time words_per_minute show_date "
     "last_modified_at modified link canonical_url search page_css collection taxonomy entries_layout "
     "show_excerpts sort_by sort_order feature_row.image_path feature_row.alt feature_row.title "
     "feature_row.excerpt feature_row.url feature_row.btn_label feature_row.btn_class gallery.image_path "
     "intro.excerpt"},
    {"themes/chirpy.schema.json",
     "title date categories tags layout author authors description toc comments media_subpath image.path "
     "image.alt "
     "image.lqip pin math mermaid render_with_liquid last_modified_at img_path icon order"},
    {"themes/just-the-docs.schema.json",
     "title layout nav_order nav_exclude parent grand_parent ancestor has_children has_toc child_nav_order "
     "nav_enabled search_exclude last_modified_date permalink description"},
    {"themes/just-the-docs.schema.json#/definitions/config",
     "just_the_docs.collections.NAME.name just_the_docs.collections.NAME.nav_exclude "
     "just_the_docs.collections.NAME.nav_fold just_the_docs.collections.NAME.search_exclude "
     "last_edit_timestamp"},
    {"themes/al-folio.schema.json",
     "layout title date description tags categories author meta last_updated toc.beginning toc.sidebar "
     "toc.name "
     "toc.subsections.name _styles citation related_posts related_publications disqus_comments "
     "giscus_comments "
     "featured thumbnail redirect external_source keywords og_image pretty_table pseudocode map code_diff "
     "tikzjax "
     "typograms mermaid.enabled mermaid.zoomable chart.chartjs chart.echarts chart.vega_lite chart.plotly "
     "images.compare images.lightbox2 images.photoswipe images.slider images.spotlight images.venobox "
     "authors.name "
     "authors.url authors.affiliations.name authors.affiliations.url bibliography nav nav_order "
     "pagination.enabled "
     "importance category img inline"},
    {"themes/beautiful-jekyll.schema.json",
     "title subtitle tags cover-img thumbnail-img comments share-title share-description share-img author "
     "readtime "
     "show-avatar social-share nav-short gh-repo gh-badge last-updated layout before-content after-content "
     "head-extra footer-extra language full-width js css ext-js.href ext-js.sri ext-css.href ext-css.sri"},
    {"plugins/jekyll-seo-tag.schema.json",
     "title title_category description seo_description_max_words image.path image.height image.width "
     "image.alt "
     "image.facebook image.twitter author.name author.twitter author.url author.picture author.type authors "
     "twitter.card lang locale canonical_url date last_modified_at seo.name seo.type seo.links "
     "seo.date_modified"},
    {"plugins/jekyll-seo-tag.schema.json#/definitions/config",
     "tagline logo social.name social.links twitter.username facebook.app_id facebook.publisher "
     "facebook.admins "
     "webmaster_verifications.google author lang seo_paginator_message"},
    {"plugins/jekyll-feed.schema.json",
     "title date excerpt category categories tags image.path author.name author.email author.uri authors "
     "lang draft "
     "description last_modified_at feed.excerpt_only"},
    {"plugins/jekyll-feed.schema.json#/definitions/config",
     "feed.path feed.excerpt_only feed.categories feed.tags feed.collections feed.posts_limit feed.icon "
     "feed.logo "
     "feed.disable_in_development"},
    {"plugins/jekyll-redirect-from.schema.json", "redirect_from redirect_to layout"},
    {"plugins/jekyll-redirect-from.schema.json#/definitions/config", "redirect_from.json"},
    {"plugins/jekyll-sitemap.schema.json", "sitemap last_modified_at"},
    {"plugins/jekyll-last-modified-at.schema.json", "last_modified_at"},
    {"plugins/jekyll-last-modified-at.schema.json#/definitions/config", "last-modified-at.date-format"},
    {"plugins/jekyll-archives.schema.json", "date tags categories"},
    {"plugins/jekyll-archives.schema.json#/definitions/config",
     "jekyll-archives.enabled jekyll-archives.layout jekyll-archives.layouts.tag "
     "jekyll-archives.permalinks.year "
     "jekyll-archives.slug_mode"},
    {"plugins/jekyll-paginate.schema.json", "hidden"},
    {"plugins/jekyll-paginate.schema.json#/definitions/config", "paginate paginate_path"},
    {"plugins/jekyll-paginate-v2.schema.json",
     "pagination.enabled pagination.collection pagination.category pagination.tag pagination.locale "
     "pagination.per_page pagination.permalink pagination.title pagination.limit pagination.offset "
     "pagination.sort_field pagination.sort_reverse pagination.trail.before pagination.trail.after "
     "pagination.extension pagination.indexpage hidden"},
    {"plugins/jekyll-paginate-v2.schema.json#/definitions/config",
     "pagination.per_page autopages.tags.layouts"},
    {"plugins/jekyll-scholar.schema.json",
     "scholar.style scholar.locale scholar.source scholar.bibliography scholar.sort_by scholar.order "
     "scholar.group_by scholar.group_order scholar.query scholar.template scholar.bibliography_template "
     "scholar.details_layout scholar.details_dir scholar.details_link scholar.repository "
     "scholar.remove_duplicates scholar.type_names scholar.type_order"},
    {"plugins/jekyll-scholar.schema.json#/definitions/config", "scholar.bibliography"},
    {"plugins/jekyll-polyglot.schema.json",
     "lang permalink page_id lang-exclusive permalink_lang rendered_lang available_languages "
     "missing_languages"},
    {"plugins/jekyll-polyglot.schema.json#/definitions/config",
     "languages default_lang exclude_from_localization parallel_localization lang_from_path url"},
    {"plugins/jekyll-toc.schema.json", "toc"},
    {"plugins/jekyll-toc.schema.json#/definitions/config",
     "toc.min_level toc.max_level toc.ordered_list toc.no_toc_section_class toc.list_id toc.list_class "
     "toc.sublist_class toc.item_class toc.item_prefix"},
    {"plugins/jekyll-optional-front-matter.schema.json#/definitions/config",
     "optional_front_matter.remove_originals"},
    {"plugins/jekyll-titles-from-headings.schema.json", "title"},
    {"plugins/jekyll-default-layout.schema.json", "layout"},
    {"plugins/jekyll-readme-index.schema.json", "permalink"},
    {"plugins/jekyll-relative-links.schema.json#/definitions/config",
     "relative_links.enabled relative_links.collections relative_links.exclude"},
    {"plugins/jekyll-mentions.schema.json#/definitions/config", "jekyll-mentions.base_url"},
    {"plugins/jemoji.schema.json#/definitions/config", "emoji.src"},
    {"config.schema.json",
     "source destination collections_dir cache_dir plugins_dir layouts_dir data_dir includes_dir collections "
     "safe "
     "include exclude keep_files encoding markdown_ext strict_front_matter show_drafts limit_posts future "
     "unpublished whitelist plugins markdown highlighter lsi excerpt_separator incremental detach port host "
     "baseurl "
     "show_dir_listing permalink paginate_path timezone quiet verbose defaults.scope.path "
     "defaults.scope.type "
     "defaults.values liquid.error_mode liquid.strict_filters liquid.strict_variables kramdown.auto_ids "
     "kramdown.toc_levels kramdown.entity_output kramdown.smart_quotes kramdown.input kramdown.hard_wrap "
     "kramdown.guess_lang kramdown.footnote_nr kramdown.show_warnings title description url theme "
     "remote_theme "
     "page_excerpts profile disable_disk_cache sass.sass_dir sass.style livereload_port webrick.headers"}};

std::vector<std::string> split(const std::string& text, char separator) {
  std::vector<std::string> parts;
  std::istringstream in(text);
  for (std::string part; std::getline(in, part, separator);) parts.push_back(part);
  return parts;
}

TEST(Schemas, KnowEveryDocumentedKey) {
  for (const auto& [file, keys] : documented) {
    for (const std::string& key : split(keys, ' '))
      EXPECT_TRUE(describe_key(library, {file}, split(key, '.')).has_value()) << file << ": " << key;
  }
}

}  // namespace
}  // namespace schema
