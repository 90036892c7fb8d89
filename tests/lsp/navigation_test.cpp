// Places in other files, as an editor gets them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/lsp/fake_client.h"
#include "tests/support/temporary_folder.h"

namespace {

using support::FakeClient;
using support::json;
using support::TemporaryFolder;

json at(const std::string& uri, int line, int character) {
  return {{"textDocument", {{"uri", uri}}}, {"position", {{"line", line}, {"character", character}}}};
}

json range(int line, int begin, int end) {
  return {{"start", {{"line", line}, {"character", begin}}}, {"end", {{"line", line}, {"character", end}}}};
}

struct Navigation : testing::Test {
  void SetUp() override {
    folder.write("_config.yml", "");
    folder.write("about.md", "---\ntitle: 소개\n---\n## 나 {#me}\n");
    folder.write("a.md", "---\n---\n[나](/about.html#me)\n");
  }
  void start(json capabilities = FakeClient::default_capabilities()) {
    client.initialize({folder.uri("")}, std::move(capabilities));
    client.open(folder.uri("a.md"), "---\n---\n[나](/about.html#me)\n");
  }

  TemporaryFolder folder;
  FakeClient client;
};

TEST_F(Navigation, DefinitionGivesALocationInTheOtherFile) {
  start();
  const json result = client.call("textDocument/definition", at(folder.uri("a.md"), 2, 1));
  EXPECT_EQ(result, json::array({{{"uri", folder.uri("about.md")}, {"range", range(3, 0, 10)}}}));
}

TEST_F(Navigation, DefinitionSaysWhatItWasAskedOfWhereTheClientKnowsLinks) {
  json capabilities = FakeClient::default_capabilities();
  capabilities["textDocument"]["definition"]["linkSupport"] = true;
  start(std::move(capabilities));
  const json result = client.call("textDocument/definition", at(folder.uri("a.md"), 2, 6));
  ASSERT_EQ(result.size(), 1U);
  EXPECT_EQ(result[0]["originSelectionRange"], range(2, 4, 18));
  EXPECT_EQ(result[0]["targetUri"], folder.uri("about.md"));
}

TEST_F(Navigation, TheUnsavedTextOfTheOtherFileCounts) {
  start();
  client.open(folder.uri("about.md"), "---\ntitle: x\n---\n\n\n## 나 {#me}\n");
  const json result = client.call("textDocument/definition", at(folder.uri("a.md"), 2, 1));
  EXPECT_EQ(result[0]["range"], range(5, 0, 10));
}

TEST_F(Navigation, ReferencesAndLinks) {
  start();
  client.open(folder.uri("about.md"), "---\ntitle: 소개\n---\n## 나 {#me}\n");
  json params = at(folder.uri("about.md"), 3, 3);
  params["context"] = {{"includeDeclaration", false}};
  EXPECT_EQ(client.call("textDocument/references", params),
            json::array({{{"uri", folder.uri("a.md")}, {"range", range(2, 4, 18)}}}));
  const json links =
      client.call("textDocument/documentLink", {{"textDocument", {{"uri", folder.uri("a.md")}}}});
  ASSERT_EQ(links.size(), 1U);
  EXPECT_EQ(links[0]["target"], folder.uri("about.md") + "#L4");
}

TEST_F(Navigation, SymbolsOfAllSites) {
  start();
  const json symbols = client.call("workspace/symbol", {{"query", "소개"}});
  ASSERT_EQ(symbols.size(), 1U);
  EXPECT_EQ(symbols[0]["name"], "소개");
  EXPECT_EQ(symbols[0]["location"]["uri"], folder.uri("about.md"));
}

TEST_F(Navigation, IsAnnounced) {
  const json capabilities = client.initialize({folder.uri("")})["capabilities"];
  for (const char* name : {"definitionProvider", "referencesProvider", "documentHighlightProvider",
                           "documentLinkProvider", "workspaceSymbolProvider"}) {
    EXPECT_TRUE(capabilities.contains(name)) << name;
  }
}

}  // namespace
