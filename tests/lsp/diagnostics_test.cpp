// When problems reach the client: pushed, pulled, never stale. Which problems there are is tests/features'
// business.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/lsp/fake_client.h"
#include "tests/support/temporary_folder.h"

namespace {

using support::codes;
using support::FakeClient;
using support::json;
using support::TemporaryFolder;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr const char* healthy = "---\ntitle: Hello\n---\n";
constexpr const char* broken = "---\ntitle: a: b\n---\n";

json pulling(bool refreshes = true) {
  json capabilities = FakeClient::default_capabilities();
  capabilities["textDocument"]["diagnostic"] = {{"dynamicRegistration", false}};
  if (refreshes) capabilities["workspace"]["diagnostics"]["refreshSupport"] = true;
  return capabilities;
}

json pull(FakeClient& client, const std::string& uri, const json& previous = nullptr) {
  json params = {{"textDocument", {{"uri", uri}}}};
  if (!previous.is_null()) params["previousResultId"] = previous;
  return client.call("textDocument/diagnostic", params);
}

TEST(PushedDiagnostics, ComeAfterOpeningAndAfterEachChange) {
  FakeClient client;
  client.initialize({});
  client.open("untitled:a.md", broken, 1);
  const json first = client.diagnostics("untitled:a.md");
  EXPECT_THAT(codes(first["diagnostics"]), ElementsAre("yaml-syntax"));
  EXPECT_EQ(first["version"], 1);
  client.change_all("untitled:a.md", 2, healthy);
  const json second = client.diagnostics("untitled:a.md");
  EXPECT_THAT(codes(second["diagnostics"]), IsEmpty());
  EXPECT_EQ(second["version"], 2);
}

TEST(PushedDiagnostics, PointToTheirRule) {
  FakeClient client;
  client.initialize({});
  client.open("untitled:a.md", broken);
  const json diagnostic = client.diagnostics("untitled:a.md")["diagnostics"][0];
  EXPECT_EQ(diagnostic["source"], "jekyll-ls");
  EXPECT_EQ(diagnostic["codeDescription"]["href"],
            "https://github.com/ChangZero/jekyll-ls/blob/main/docs/rules.md#yaml-syntax");
}

TEST(PushedDiagnostics, CarryTheTagsThatTheClientShows) {
  for (const json& shown : {json({1, 2}), json({2})}) {
    json capabilities = FakeClient::default_capabilities();
    capabilities["textDocument"]["publishDiagnostics"]["tagSupport"]["valueSet"] = shown;
    FakeClient client;
    client.initialize({}, capabilities);
    client.open("untitled:a.md", "---\ntitle: a\ntitle: b\n---\n");
    const json diagnostic = client.diagnostics("untitled:a.md")["diagnostics"][0];
    EXPECT_EQ(diagnostic["code"], "duplicate-key");
    if (shown.size() == 2) {
      EXPECT_EQ(diagnostic["tags"], json({1}));
    } else {
      EXPECT_FALSE(diagnostic.contains("tags"));
    }
  }
}

TEST(PushedDiagnostics, GoWhenTheDocumentIsClosed) {
  FakeClient client;
  client.initialize({});
  client.open("untitled:a.md", broken);
  client.wait_for_codes("untitled:a.md", {"yaml-syntax"});
  client.close("untitled:a.md");
  EXPECT_THAT(client.diagnostics("untitled:a.md")["diagnostics"], IsEmpty());
}

TEST(PushedDiagnostics, NeverCarryAnOldVersion) {
  FakeClient client;
  client.initialize({});
  client.open("untitled:a.md", broken, 1);
  int sent = 1;
  int seen = 0;
  for (; sent < 200; ++sent) client.change_all("untitled:a.md", sent + 1, sent % 2 == 0 ? broken : healthy);
  while (seen < sent) {
    const json params = client.diagnostics("untitled:a.md");
    const int version = params["version"];
    EXPECT_GT(version, seen);
    // Odd versions are the broken ones.
    EXPECT_EQ(params["diagnostics"].empty(), version % 2 == 0);
    seen = version;
  }
}

TEST(PushedDiagnostics, FollowTheSettings) {
  FakeClient client;
  client.initialize({});
  client.open("untitled:a.md", broken);
  client.wait_for_codes("untitled:a.md", {"yaml-syntax"});
  client.notify("workspace/didChangeConfiguration",
                {{"settings", {{"jekyll", {{"diagnostics", {{"enable", false}}}}}}}});
  client.wait_for_codes("untitled:a.md", {});
  client.notify("workspace/didChangeConfiguration",
                {{"settings", {{"jekyll", {{"rules", {{"yaml-syntax", "hint"}}}}}}}});
  EXPECT_EQ(client.diagnostics("untitled:a.md")["diagnostics"][0]["severity"], 4);
}

TEST(PushedDiagnostics, OfOtherDocumentsFollowAnEdit) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  FakeClient client;
  client.initialize({folder.uri("")});
  client.open(folder.uri("a.md"), "---\n---\n[to b](/b.html)\n");
  client.open(folder.uri("b.md"), "---\n---\n");
  client.wait_for_codes(folder.uri("a.md"), {});
  client.change_all(folder.uri("b.md"), 2, "---\npermalink: /elsewhere/\n---\n");
  client.wait_for_codes(folder.uri("a.md"), {"broken-link"});
}

// Opened only after the problem was told, and there is no such file on the disk.
TEST(PushedDiagnostics, OfOtherDocumentsFollowWhatIsOpenedAndClosed) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  FakeClient client;
  client.initialize({folder.uri("")});
  client.open(folder.uri("a.md"), "---\n---\n[to b](/b.html) [to c](/c.html)\n");
  client.wait_for_codes(folder.uri("a.md"), {"broken-link", "broken-link"});
  client.open(folder.uri("b.md"), "---\n---\n");
  client.wait_for_codes(folder.uri("a.md"), {"broken-link"});
  client.close(folder.uri("b.md"));
  client.wait_for_codes(folder.uri("a.md"), {"broken-link", "broken-link"});
}

TEST(PulledDiagnostics, OfTheWorkspaceKnowTheProjectsSettings) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  folder.write(".jekyll-ls.yml", "rules: {no-such: off}\n");
  FakeClient client;
  client.initialize({folder.uri("")}, pulling());
  const json items = client.call("workspace/diagnostic", {{"previousResultIds", json::array()}})["items"];
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0]["uri"], folder.uri(".jekyll-ls.yml"));
  EXPECT_THAT(codes(items[0]["items"]), ElementsAre("schema-additional"));
}

TEST(PulledDiagnostics, AreNotPushed) {
  FakeClient client;
  client.initialize({}, pulling());
  client.open("untitled:a.md", broken);
  const json report = pull(client, "untitled:a.md");
  EXPECT_EQ(report["kind"], "full");
  EXPECT_THAT(codes(report["items"]), ElementsAre("yaml-syntax"));
  client.change_all("untitled:a.md", 2, healthy);
  EXPECT_THAT(pull(client, "untitled:a.md")["items"], IsEmpty());
  client.call("shutdown", nullptr);
  EXPECT_FALSE(client.has("textDocument/publishDiagnostics"));
}

TEST(PulledDiagnostics, AreUnchangedForAKnownResult) {
  FakeClient client;
  client.initialize({}, pulling());
  client.open("untitled:a.md", broken);
  const json id = pull(client, "untitled:a.md")["resultId"];
  EXPECT_EQ(pull(client, "untitled:a.md", id)["kind"], "unchanged");
  client.change_all("untitled:a.md", 2, healthy);
  EXPECT_EQ(pull(client, "untitled:a.md", id)["kind"], "full");
}

TEST(PulledDiagnostics, AreAskedForAgainWhenAnotherDocumentChangesThem) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  FakeClient client;
  client.initialize({folder.uri("")}, pulling());
  client.open(folder.uri("a.md"), "---\n---\n[to b](/b.html)\n");
  client.open(folder.uri("b.md"), "---\n---\n");
  client.wait_for("workspace/diagnostic/refresh");  // the site is read
  EXPECT_THAT(pull(client, folder.uri("a.md"))["items"], IsEmpty());
  client.change_all(folder.uri("b.md"), 2, "---\npermalink: /elsewhere/\n---\n");
  client.wait_for("workspace/diagnostic/refresh");
  EXPECT_THAT(codes(pull(client, folder.uri("a.md"))["items"]), ElementsAre("broken-link"));
}

TEST(PulledDiagnostics, WaitForTheSiteIfTheClientCannotBeToldToAskAgain) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  FakeClient client;
  client.initialize({folder.uri("")}, pulling(false));
  client.open(folder.uri("a.md"), "---\n---\n[x](/nowhere/)\n");
  EXPECT_THAT(codes(pull(client, folder.uri("a.md"))["items"]), ElementsAre("broken-link"));
}

TEST(WorkspaceDiagnostics, CoverFilesThatAreNotOpen) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  folder.write("a.md", "---\n---\n[x](/nowhere/)\n");
  folder.write("b.md", healthy);
  FakeClient client;
  client.initialize({folder.uri("")}, pulling());
  const json report = client.call("workspace/diagnostic", {{"previousResultIds", json::array()}});
  ASSERT_EQ(report["items"].size(), 1U);
  const json item = report["items"][0];
  EXPECT_EQ(item["uri"], folder.uri("a.md"));
  EXPECT_TRUE(item["version"].is_null());
  EXPECT_THAT(codes(item["items"]), ElementsAre("broken-link"));

  const json previous = json::array({{{"uri", item["uri"]}, {"value", item["resultId"]}}});
  const json again = client.call("workspace/diagnostic", {{"previousResultIds", previous}});
  ASSERT_EQ(again["items"].size(), 1U);
  EXPECT_EQ(again["items"][0]["kind"], "unchanged");
}

TEST(WorkspaceDiagnostics, ComeInPartsIfAskedFor) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  for (int i = 0; i < 150; ++i) folder.write("p" + std::to_string(i) + ".md", "---\n---\n[x](/nowhere/)\n");
  FakeClient client;
  client.initialize({folder.uri("")}, pulling());
  const json params = {{"previousResultIds", json::array()}, {"partialResultToken", "parts"}};
  const json report = client.call("workspace/diagnostic", params);
  EXPECT_THAT(report["items"], IsEmpty());
  std::size_t files = 0;
  while (files < 150) files += client.wait_for("$/progress")["value"]["items"].size();
  EXPECT_EQ(files, 150U);
}

}  // namespace
