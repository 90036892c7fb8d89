// workspace/executeCommand: what the client is asked to do, and what it gets back.
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

json able_client() {
  json capabilities = FakeClient::default_capabilities();
  capabilities["workspace"]["applyEdit"] = true;
  capabilities["workspace"]["workspaceEdit"] = {{"documentChanges", true},
                                                {"resourceOperations", {"create", "rename", "delete"}}};
  capabilities["window"]["showDocument"] = {{"support", true}};
  return capabilities;
}

json command(const std::string& name, json argument) {
  return {{"command", name}, {"arguments", json::array({std::move(argument)})}};
}

json run(FakeClient& client, const std::string& name, json argument) {
  return client.call("workspace/executeCommand", command(name, std::move(argument)));
}

std::string refusal(FakeClient& client, const std::string& name, json argument) {
  return client.call_error("workspace/executeCommand", command(name, std::move(argument)))["message"];
}

class Blog : public testing::Test {
 protected:
  Blog() {
    folder.write("_config.yml", "title: Notes\ntimezone: Asia/Seoul\n");
    folder.write("_posts/2024-01-01-a.md", "---\ntitle: A\ncategories: [x, y]\n---\n");
    folder.write("_posts/2024-01-02-b.md", "---\ntitle: B\ncategories: [x]\ntags: [t]\n---\n");
    client.answer("workspace/applyEdit", {{"applied", true}});
    client.answer("window/showDocument", {{"success", true}});
  }
  TemporaryFolder folder;
  FakeClient client;
};

TEST_F(Blog, ANewPostIsCreatedShownAndNamed) {
  client.initialize({folder.uri("")}, able_client());
  const json result = run(client, "jekyll.newPost", {{"title", "안녕"}, {"categories", {"z"}}});
  const json edit = client.wait_for("workspace/applyEdit");
  EXPECT_EQ(edit["label"], "New post");
  const json changes = edit["edit"]["documentChanges"];
  EXPECT_EQ(changes[0]["kind"], "create");
  EXPECT_EQ(changes[0]["uri"], result["uri"]);
  EXPECT_EQ(changes[1]["textDocument"], json({{"uri", result["uri"]}, {"version", nullptr}}));
  EXPECT_EQ(changes[1]["edits"][0]["newText"], "---\ntitle: 안녕\ncategories: [z]\n---\n\n");
  EXPECT_THAT(result["uri"].get<std::string>(), HasSubstr("-%EC%95%88%EB%85%95.md"));
  EXPECT_EQ(client.wait_for("window/showDocument")["uri"], result["uri"]);
}

TEST_F(Blog, AnEditThatIsNotMadeIsAnError) {
  client.answer("workspace/applyEdit", {{"applied", false}, {"failureReason", "read-only"}});
  client.initialize({folder.uri("")}, able_client());
  EXPECT_EQ(refusal(client, "jekyll.newDraft", {{"title", "A"}}),
            "The editor did not make the edit: read-only");
}

TEST_F(Blog, AClientThatCannotCreateFilesIsToldSo) {
  json capabilities = able_client();
  capabilities["workspace"]["workspaceEdit"].erase("resourceOperations");
  client.initialize({folder.uri("")}, capabilities);
  EXPECT_THAT(refusal(client, "jekyll.newPost", {{"title", "A"}}), HasSubstr("create files"));
  EXPECT_FALSE(client.has("workspace/applyEdit"));
}

TEST_F(Blog, ADraftIsPublishedWithItsUnsavedText) {
  folder.write("_drafts/x.md", "---\ntitle: X\n---\n");
  client.initialize({folder.uri("")}, able_client());
  client.open(folder.uri("_drafts/x.md"), "---\n# unsaved\ntitle: X\n---\n", 7);
  const json result = run(client, "jekyll.publishDraft", {{"uri", folder.uri("_drafts/x.md")}});
  const json changes = client.wait_for("workspace/applyEdit")["edit"]["documentChanges"];
  EXPECT_EQ(changes[0]["textDocument"], json({{"uri", folder.uri("_drafts/x.md")}, {"version", 7}}));
  EXPECT_EQ(changes[0]["edits"][0]["range"]["start"], json({{"line", 3}, {"character", 0}}));
  EXPECT_EQ(changes[1]["kind"], "rename");
  EXPECT_EQ(changes[1]["oldUri"], folder.uri("_drafts/x.md"));
  EXPECT_EQ(changes[1]["newUri"], result["uri"]);
}

TEST_F(Blog, AnAddressIsOpenedInTheBrowser) {
  client.initialize({folder.uri("")}, able_client());
  const json result = run(client, "jekyll.openAddress",
                          {{"uri", folder.uri("_posts/2024-01-02-b.md")}, {"base", "http://localhost:1"}});
  EXPECT_EQ(result["url"], "http://localhost:1/x/2024/01/02/b.html");
  EXPECT_EQ(client.wait_for("window/showDocument"), json({{"uri", result["url"]}, {"external", true}}));
}

TEST_F(Blog, FactsOfAFile) {
  client.initialize({folder.uri("")});
  const json facts = run(client, "jekyll.fileFacts", {{"uri", folder.uri("_posts/2024-01-02-b.md")}});
  EXPECT_EQ(facts["url"], "/x/2024/01/02/b.html");
  EXPECT_EQ(facts["path"], "_posts/2024-01-02-b.md");
  EXPECT_EQ(facts["date"], "2024-01-02T00:00:00+09:00");
  EXPECT_EQ(facts["published"], true);
  EXPECT_THAT(facts["markdown"].get<std::string>(), HasSubstr("**B**"));
}

TEST_F(Blog, SitesAndTheirTerms) {
  client.initialize({folder.uri("")});
  client.open(folder.uri("_posts/2024-01-02-b.md"), "---\ntitle: B\ncategories: [x]\ntags: [t]\n---\n");
  client.wait_for_site(folder.uri("_posts/2024-01-02-b.md"));
  client.diagnostics(folder.uri("_posts/2024-01-02-b.md"));
  const json info = run(client, "jekyll.siteInfo", json::object());
  EXPECT_EQ(info["sites"], json::array({{{"root", folder.uri("")},
                                         {"title", "Notes"},
                                         {"pages", 0},
                                         {"posts", 2},
                                         {"drafts", 0},
                                         {"indexing", false},
                                         {"errors", 0},
                                         {"warnings", 0}}}));
  EXPECT_EQ(info["categories"], json::array({{{"name", "x"}, {"count", 2}}, {{"name", "y"}, {"count", 1}}}));
  EXPECT_EQ(info["tags"], json::array({{{"name", "t"}, {"count", 1}}}));
}

TEST_F(Blog, ProblemsAreCountedWhereTheyAreKnown) {
  folder.write("_posts/2024-01-03-c.md", "---\ntitle: a: b\n---\n");
  client.initialize({folder.uri("")});
  const json before = run(client, "jekyll.siteInfo", {{"uri", folder.uri("")}})["sites"][0];
  EXPECT_FALSE(before.contains("errors"));
  client.open(folder.uri("_posts/2024-01-02-b.md"), "---\ntitle: a: b\n---\n");
  client.wait_for_codes(folder.uri("_posts/2024-01-02-b.md"), {"yaml-syntax"});
  const json open = run(client, "jekyll.siteInfo", {{"uri", folder.uri("")}})["sites"][0];
  EXPECT_EQ(open["errors"], 1);
  EXPECT_EQ(open["warnings"], 0);
  client.call("workspace/diagnostic", {{"previousResultIds", json::array()}});
  const json all = run(client, "jekyll.siteInfo", {{"uri", folder.uri("")}})["sites"][0];
  EXPECT_EQ(all["errors"], 2);
}

TEST_F(Blog, OfSeveralSitesTheLastUsedOneIsMeant) {
  TemporaryFolder other;
  other.write("_config.yml", "");
  other.write("_posts/2024-01-01-a.md", "---\ntitle: 'A'\n---\n");
  client.initialize({folder.uri(""), other.uri("")}, able_client());
  EXPECT_THAT(refusal(client, "jekyll.newPost", {{"title", "C"}}), HasSubstr("several sites"));
  client.open(other.uri("_posts/2024-01-01-a.md"), "---\ntitle: 'A'\n---\n");
  EXPECT_THAT(run(client, "jekyll.newPost", {{"title", "C"}})["uri"].get<std::string>(),
              HasSubstr(other.uri("")));
  EXPECT_THAT(
      run(client, "jekyll.newPost", {{"title", "C"}, {"uri", folder.uri("")}})["uri"].get<std::string>(),
      HasSubstr(folder.uri("")));
}

TEST_F(Blog, ArgumentsOfTheWrongShapeAreRefusedInOneLine) {
  client.initialize({folder.uri("")}, able_client());
  EXPECT_EQ(refusal(client, "jekyll.newPost", json::object()), "jekyll.newPost: title is missing.");
  EXPECT_EQ(refusal(client, "jekyll.newPost", {{"title", "A"}, {"categories", {1}}}),
            "jekyll.newPost: categories[0] must be a string.");
  EXPECT_EQ(refusal(client, "jekyll.fileFacts", {{"uri", "untitled:x"}}),
            "jekyll.fileFacts: uri names no file on this machine.");
  EXPECT_EQ(refusal(client, "jekyll.noSuch", json::object()), "There is no command jekyll.noSuch.");
  EXPECT_EQ(refusal(client, "jekyll.fileFacts", {{"uri", "file:///nowhere/x.md"}}),
            "No Jekyll site holds /nowhere/x.md.");
}

TEST_F(Blog, ProgressBeginsAndEndsUnderTheClientsToken) {
  client.initialize({folder.uri("")});
  json params = command("jekyll.fileFacts", {{"uri", folder.uri("_posts/2024-01-01-a.md")}});
  params["workDoneToken"] = "t";
  client.call("workspace/executeCommand", params);
  EXPECT_EQ(client.wait_for("$/progress")["value"],
            json({{"kind", "begin"}, {"title", "Facts of the file"}, {"cancellable", true}}));
  EXPECT_EQ(client.wait_for("$/progress"), json({{"token", "t"}, {"value", {{"kind", "end"}}}}));
}

TEST(Commands, CanBeCancelledWhileTheSiteIsRead) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  for (int i = 0; i < 1000; ++i)
    folder.write("_posts/2024-01-01-" + std::to_string(i) + ".md", "---\ntitle: x\n---\n# a\n");
  FakeClient client;
  client.initialize({folder.uri("")}, able_client());
  json params = command("jekyll.newPost", {{"title", "A"}});
  params["workDoneToken"] = 1;
  const int shown = client.request("workspace/executeCommand", params);
  client.notify("window/workDoneProgress/cancel", {{"token", 1}});
  EXPECT_EQ(client.response(shown)["error"]["code"], -32800);
  const int plain = client.request("workspace/executeCommand", command("jekyll.newPost", {{"title", "A"}}));
  client.notify("$/cancelRequest", {{"id", plain}});
  EXPECT_EQ(client.response(plain)["error"]["code"], -32800);
  EXPECT_FALSE(client.has("workspace/applyEdit"));
}

}  // namespace
