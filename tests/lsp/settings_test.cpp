#include "server/lsp/state/settings.h"

#include <chrono>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>

#include "server/features/diagnostics.h"
#include "tests/lsp/fake_client.h"

namespace {

using support::FakeClient;
using support::json;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

std::string read_file(const std::string& path) {
  std::ifstream file(std::string(JEKYLL_LS_TEST_DIR) + "/../" + path);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

TEST(Settings, AreReadFromTheirSection) {
  const lsp::ReadSettings read = lsp::read_settings({{"diagnostics", {{"enable", false}, {"delay", 20}}},
                                                     {"outline", {{"enable", false}}},
                                                     {"rules", {{"yaml-syntax", "hint"}}}});
  EXPECT_THAT(read.problems, IsEmpty());
  EXPECT_FALSE(read.settings.features->diagnostics);
  EXPECT_FALSE(read.settings.features->outline);
  EXPECT_EQ(read.settings.diagnostics_delay, std::chrono::milliseconds(20));
  EXPECT_EQ(read.settings.features->rules.at("yaml-syntax"), "hint");
}

TEST(Settings, NothingSetMeansTheDefaults) {
  EXPECT_TRUE(lsp::read_settings(nullptr).settings == lsp::Settings());
  EXPECT_TRUE(lsp::read_settings(json::object()).settings == lsp::Settings());
  EXPECT_TRUE(lsp::read_settings({{"diagnostics", nullptr}, {"rules", nullptr}}).settings == lsp::Settings());
}

TEST(Settings, OfTheWrongTypeStayAtTheirDefaultsAndAreNamed) {
  const lsp::ReadSettings read = lsp::read_settings({{"diagnostics", {{"enable", "yes"}, {"delay", -1}}},
                                                     {"rules", {{"yaml-syntax", "loud"}, {"yaml-tab", 3}}}});
  EXPECT_TRUE(read.settings == lsp::Settings());
  EXPECT_THAT(read.problems, SizeIs(4));
  EXPECT_THAT(read.problems[0], HasSubstr("jekyll.diagnostics.enable"));
}

TEST(Settings, OfAnySillyShapeAreTolerated) {
  for (const json& silly :
       {json(7), json("x"), json::array({1}), json{{"diagnostics", 7}}, json{{"rules", {1, 2}}},
        json{{"diagnostics", {{"delay", 1e300}}}}, json{{"diagnostics", {{"delay", 1.5}}}}}) {
    const lsp::ReadSettings read = lsp::read_settings(silly);
    EXPECT_THAT(read.problems, SizeIs(1)) << silly;
    EXPECT_TRUE(read.settings == lsp::Settings()) << silly;
  }
}

TEST(Settings, AnEmptyListIsLuasEmptyTable) {
  EXPECT_THAT(lsp::read_settings(json::array()).problems, SizeIs(0));
}

TEST(Settings, AnUnknownRuleIsNamed) {
  EXPECT_THAT(lsp::read_settings({{"rules", {{"no-such-rule", "off"}}}}).problems,
              testing::ElementsAre(HasSubstr("no-such-rule")));
}

TEST(Settings, TheSectionIsFoundWithAndWithoutItsName) {
  const json section = {{"rules", json::object()}};
  EXPECT_EQ(lsp::settings_section({{"jekyll", section}}), section);
  EXPECT_EQ(lsp::settings_section(section), section);
  EXPECT_TRUE(lsp::settings_section({{"other", 1}}).is_null());
  EXPECT_TRUE(lsp::settings_section("x").is_null());
}

// Every leaf of the schema as `jekyll.a.b`, with its default.
void collect(const json& schema, const std::string& name, std::map<std::string, json>& leaves) {
  const json properties = schema.value("properties", json::object());
  for (const auto& [key, value] : properties.items()) collect(value, name + "." + key, leaves);
  if (properties.empty()) leaves[name] = schema;
}

TEST(Settings, SchemaAndDocumentationListTheSame) {
  const json schema = json::parse(read_file("schema/settings.schema.json"));
  std::map<std::string, json> leaves;
  collect(schema, "jekyll", leaves);
  const std::string documentation = read_file("docs/settings.md");
  std::set<std::string> documented;
  std::istringstream lines(documentation);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("## `jekyll.")) documented.insert(line.substr(4, line.find('`', 4) - 4));
  }
  std::set<std::string> in_schema;
  for (const auto& [name, leaf] : leaves) in_schema.insert(name);
  EXPECT_EQ(documented, in_schema);
}

TEST(Settings, TheSchemasDefaultsAreTheServers) {
  const json schema = json::parse(read_file("schema/settings.schema.json"));
  json defaults = {{"rules", schema["properties"]["rules"]["default"]}};
  for (const auto& [group, settings] : schema["properties"].items()) {
    const json members = settings.value("properties", json::object());
    for (const auto& [name, leaf] : members.items()) defaults[group][name] = leaf["default"];
  }
  const lsp::ReadSettings read = lsp::read_settings(defaults);
  EXPECT_THAT(read.problems, IsEmpty());
  EXPECT_TRUE(read.settings == lsp::Settings());
}

TEST(Settings, AreAskedForWhereTheClientHasThem) {
  FakeClient client;
  client.answer("workspace/configuration",
                json::array({{{"diagnostics", {{"delay", 0}, {"enable", false}}}}}));
  json capabilities = FakeClient::default_capabilities();
  capabilities["workspace"]["configuration"] = true;
  client.initialize({}, capabilities);
  EXPECT_EQ(client.wait_for("workspace/configuration")["items"][0]["section"], "jekyll");
  client.open("untitled:a.md", "---\ntitle: a: b\n---\n");
  client.wait_for_codes("untitled:a.md", {});
  client.answer("workspace/configuration", json::array({nullptr}));
  client.notify("workspace/didChangeConfiguration", {{"settings", nullptr}});
  client.wait_for_codes("untitled:a.md", {"yaml-syntax"});
}

TEST(Settings, AWrongOneIsShownOnce) {
  FakeClient client;
  client.initialize({}, FakeClient::default_capabilities(),
                    {{"diagnostics", {{"delay", "soon"}, {"enable", 1}}}});
  EXPECT_EQ(client.wait_for("window/showMessage")["type"], 2);
  client.notify("workspace/didChangeConfiguration", {{"settings", {{"jekyll", {{"rules", 1}}}}}});
  client.call("shutdown", nullptr);
  EXPECT_FALSE(client.has("window/showMessage"));
}

}  // namespace
