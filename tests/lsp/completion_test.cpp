// textDocument/completion and completionItem/resolve: what an item carries for which client.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "tests/lsp/fake_client.h"
#include "tests/support/temporary_folder.h"

namespace {

using support::FakeClient;
using support::json;
using support::TemporaryFolder;
using testing::HasSubstr;

json with_items(json item) {
  json capabilities = FakeClient::default_capabilities();
  capabilities["textDocument"]["completion"]["completionItem"] = std::move(item);
  return capabilities;
}

class Completion : public testing::Test {
 protected:
  Completion() {
    folder.write("_config.yml", "theme: minimal-mistakes-jekyll\n");
    folder.write("_posts/2024-01-01-a.md", "---\nheader:\n  actions:\n    - label: x\n---\n");
  }
  std::string uri() { return folder.uri("_posts/2024-01-02-b.md"); }
  // The item with this label at the end of the front matter's line.
  json item(const std::string& text, int line, int character, const std::string& label) {
    if (!open) client.open(uri(), text);
    if (open) client.change_all(uri(), ++version, text);
    open = true;
    const json list = client.call(
        "textDocument/completion",
        {{"textDocument", {{"uri", uri()}}}, {"position", {{"line", line}, {"character", character}}}});
    for (const json& one : list["items"]) {
      if (one["label"] == label) return one;
    }
    return nullptr;
  }

  TemporaryFolder folder;
  FakeClient client;
  bool open = false;
  int version = 1;
};

TEST_F(Completion, ExplainsItselfAtOnceToClientsThatCannotAsk) {
  EXPECT_EQ(client.initialize({folder.uri("")})["capabilities"]["completionProvider"]["resolveProvider"],
            false);
  EXPECT_THAT(item("---\nlay\n---\n", 1, 3, "layout")["documentation"]["value"].get<std::string>(),
              HasSubstr("layout"));
}

TEST_F(Completion, ExplainsItselfWhenAskedToOthers) {
  const json capabilities = with_items({{"resolveSupport", {{"properties", {"documentation", "detail"}}}}});
  EXPECT_EQ(client.initialize({folder.uri("")},
                              capabilities)["capabilities"]["completionProvider"]["resolveProvider"],
            true);
  const json layout = item("---\nlay\n---\n", 1, 3, "layout");
  EXPECT_FALSE(layout.contains("documentation"));
  const json permalink = item("---\nperm\n---\n", 1, 4, "permalink");
  const json resolved = client.call("completionItem/resolve", layout);
  EXPECT_THAT(resolved["documentation"]["value"].get<std::string>(), HasSubstr("layout"));
  EXPECT_EQ(resolved["textEdit"], layout["textEdit"]);
  EXPECT_THAT(client.call("completionItem/resolve", permalink)["documentation"]["value"].get<std::string>(),
              HasSubstr("Address"));
}

TEST_F(Completion, AnItemOfAListLongGoneStaysAsItIs) {
  client.initialize({folder.uri("")}, with_items({{"resolveSupport", {{"properties", {"documentation"}}}}}));
  const json old = item("---\nlay\n---\n", 1, 3, "layout");
  for (int i = 0; i < 10; ++i) item("---\nlay\n---\n", 1, 3, "layout");
  EXPECT_EQ(client.call("completionItem/resolve", old), old);
  for (const json& silly : {json{{"label", "x"}}, json{{"label", "x"}, {"data", 7}},
                            json{{"label", "x"}, {"data", {{"list", 1}, {"item", -1}}}}})
    EXPECT_EQ(client.call("completionItem/resolve", silly), silly);
}

TEST_F(Completion, TellsOfDeprecatedKeysAsTheClientCan) {
  client.initialize({folder.uri("")}, with_items({{"tagSupport", {{"valueSet", {1}}}}}));
  EXPECT_EQ(item("---\nmod\n---\n", 1, 3, "modified")["tags"], json({1}));
  EXPECT_FALSE(item("---\nlay\n---\n", 1, 3, "layout").contains("tags"));
}

TEST_F(Completion, AndOfThemToOlderClients) {
  client.initialize({folder.uri("")}, with_items({{"deprecatedSupport", true}}));
  EXPECT_EQ(item("---\nmod\n---\n", 1, 3, "modified")["deprecated"], true);
}

TEST_F(Completion, WritesLinesBelowAnIndentedKeyWhereTheClientLeavesThemAlone) {
  const std::string text = "---\nheader:\n  act\n---\n";
  client.initialize({folder.uri("")}, with_items({{"snippetSupport", true},
                                                  {"insertTextModeSupport", {{"valueSet", {1, 2}}}}}));
  const json found = item(text, 2, 5, "actions");
  EXPECT_EQ(found["insertTextMode"], 1);
  EXPECT_EQ(found["insertTextFormat"], 2);
  EXPECT_THAT(found["textEdit"]["newText"].get<std::string>(), HasSubstr("actions:\n    - $0"));
}

TEST_F(Completion, StaysInTheLineForOtherClients) {
  client.initialize({folder.uri("")}, with_items({{"snippetSupport", true}}));
  const json found = item("---\nheader:\n  act\n---\n", 2, 5, "actions");
  EXPECT_FALSE(found.contains("insertTextMode"));
  EXPECT_EQ(found["textEdit"]["newText"].get<std::string>().find('\n'), std::string::npos);
}

}  // namespace
