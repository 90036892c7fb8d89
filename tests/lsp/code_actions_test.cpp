// textDocument/codeAction: which actions a client gets, and in which shape.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "tests/lsp/fake_client.h"
#include "tests/support/temporary_folder.h"

namespace {

using support::FakeClient;
using support::json;
using support::TemporaryFolder;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

constexpr const char* post = "---\ntitle: 안녕 🎉\ntags: [1.10]\n---\n";

json able_client() {
  json capabilities = FakeClient::default_capabilities();
  capabilities["workspace"]["applyEdit"] = true;
  capabilities["workspace"]["workspaceEdit"] = {{"documentChanges", true},
                                                {"resourceOperations", {"create", "rename"}}};
  capabilities["textDocument"]["codeAction"] = {
      {"isPreferredSupport", true},
      {"codeActionLiteralSupport", {{"codeActionKind", {{"valueSet", {"quickfix", "source"}}}}}}};
  return capabilities;
}

json range(int line, int begin, int end) {
  return {{"start", {{"line", line}, {"character", begin}}}, {"end", {{"line", line}, {"character", end}}}};
}

json titles(const json& actions) {
  json found = json::array();
  for (const json& action : actions) found.push_back(action["title"]);
  return found;
}

class CodeActions : public testing::Test {
 protected:
  CodeActions() { folder.write("_config.yml", ""); }

  void start(const json& capabilities = able_client()) {
    client.initialize({folder.uri("")}, capabilities);
    client.open(uri(), post, 3);
  }
  std::string uri() { return folder.uri("_posts/2024-05-01-x.md"); }
  json ask(const json& at, json context = {{"diagnostics", json::array()}}) {
    return client.call("textDocument/codeAction",
                       {{"textDocument", {{"uri", uri()}}}, {"range", at}, {"context", std::move(context)}});
  }

  TemporaryFolder folder;
  FakeClient client;
};

TEST_F(CodeActions, MendAProblemOfThisVersionOfTheText) {
  start();
  const json problem = client.diagnostics(uri())["diagnostics"][0];
  const json action = ask(range(2, 8, 8), {{"diagnostics", {problem}}})[0];
  EXPECT_EQ(action["title"], "Put the value in quotes");
  EXPECT_EQ(action["kind"], "quickfix");
  EXPECT_EQ(action["isPreferred"], true);
  EXPECT_EQ(action["diagnostics"], json::array({problem}));
  EXPECT_EQ(action["edit"]["documentChanges"],
            json::array({{{"textDocument", {{"uri", uri()}, {"version", 3}}},
                          {"edits", {{{"range", range(2, 7, 11)}, {"newText", "\"1.10\""}}}}}}));
}

TEST_F(CodeActions, AreOfTheKindsThatAreAskedFor) {
  start();
  const auto kinds = [&](const json& only) {
    json found = json::array();
    for (const json& action : ask(range(2, 8, 8), {{"diagnostics", json::array()}, {"only", only}}))
      found.push_back(action["kind"]);
    return found;
  };
  EXPECT_EQ(kinds({"source"}), json({"source.fixAll.jekyll"}));
  EXPECT_EQ(kinds({"source.fixAll"}), json({"source.fixAll.jekyll"}));
  EXPECT_EQ(kinds({"source.fixAll.jekyll"}), json({"source.fixAll.jekyll"}));
  EXPECT_THAT(kinds({"source.fixAllOfIt"}), IsEmpty());
  EXPECT_THAT(kinds({"refactor"}), IsEmpty());
  EXPECT_THAT(kinds({"quickfix"}), Not(Contains("source.fixAll.jekyll")));
  EXPECT_THAT(kinds({""}), Contains("source.fixAll.jekyll"));
}

TEST_F(CodeActions, OfAWholeLineComeForTheDiagnosticsThatAreNamed) {
  start();
  const json problem = client.diagnostics(uri())["diagnostics"][0];
  EXPECT_THAT(titles(ask(range(2, 0, 0))), Not(Contains("Put the value in quotes")));
  EXPECT_THAT(titles(ask(range(2, 0, 0), {{"diagnostics", {problem}}})), Contains("Put the value in quotes"));
}

TEST_F(CodeActions, OfNoProblemAreNotLookedForUnasked) {
  start();
  EXPECT_THAT(ask(range(0, 0, 0), {{"diagnostics", json::array()}, {"triggerKind", 2}}), IsEmpty());
}

TEST_F(CodeActions, CreateTheSettingsFileOfTheSite) {
  start();
  json found;
  for (const json& action : ask(range(2, 8, 8))) {
    if (action["title"] == "Switch `retyped-value` off for the whole site") found = action;
  }
  EXPECT_EQ(found["edit"]["documentChanges"][0],
            json({{"kind", "create"}, {"uri", folder.uri(".jekyll-ls.yml")}}));
}

TEST_F(CodeActions, NeedNothingThatTheClientCannotDo) {
  json capabilities = able_client();
  capabilities["workspace"].erase("workspaceEdit");
  start(capabilities);
  const json actions = ask(range(2, 8, 8));
  EXPECT_THAT(titles(actions), Not(Contains("Switch `retyped-value` off for the whole site")));
  EXPECT_EQ(actions[0]["edit"],
            json({{"changes", {{uri(), {{{"range", range(2, 7, 11)}, {"newText", "\"1.10\""}}}}}}}));
}

TEST_F(CodeActions, AreCommandsForClientsThatKnowNothingElse) {
  json capabilities = able_client();
  capabilities["textDocument"].erase("codeAction");
  client.answer("workspace/applyEdit", {{"applied", true}});
  EXPECT_EQ(client.initialize({folder.uri("")}, capabilities)["capabilities"]["codeActionProvider"], true);
  client.open(uri(), post, 3);
  const json action = ask(range(2, 8, 8))[0];
  EXPECT_EQ(action["title"], "Put the value in quotes");
  const json command = {{"command", action["command"]}, {"arguments", action["arguments"]}};
  client.call("workspace/executeCommand", command);
  EXPECT_EQ(client.wait_for("workspace/applyEdit")["edit"], action["arguments"][0]["edit"]);
  client.change_all(uri(), 4, "---\n---\n");
  EXPECT_EQ(client.call_error("workspace/executeCommand", command)["message"],
            "The text has changed meanwhile: ask for the fix again.");
  EXPECT_FALSE(client.has("workspace/applyEdit"));
}

TEST_F(CodeActions, AreSilentWithTheProblems) {
  start();
  client.notify("workspace/didChangeConfiguration",
                {{"settings", {{"jekyll", {{"diagnostics", {{"enable", false}}}}}}}});
  EXPECT_THAT(titles(ask(range(2, 8, 8))),
              ElementsAre("Mend everything in this file that can be mended safely"));
}

TEST_F(CodeActions, AreAnnouncedWithTheirKinds) {
  EXPECT_EQ(client.initialize({folder.uri("")}, able_client())["capabilities"]["codeActionProvider"],
            json({{"codeActionKinds", {"quickfix", "source.fixAll.jekyll"}}, {"resolveProvider", false}}));
}

}  // namespace
