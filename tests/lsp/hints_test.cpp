// What the client shows between the lines, and when it is asked to look again.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <string>

#include "tests/lsp/fake_client.h"
#include "tests/support/temporary_folder.h"

namespace {

using support::FakeClient;
using support::json;
using support::TemporaryFolder;
using testing::IsEmpty;

class Hints : public testing::Test {
 protected:
  Hints() {
    folder.write("_config.yml", "");
    folder.write("_posts/2024-01-01-a.md", "---\ntags: [t]\n---\n");
  }
  std::string uri() { return folder.uri("_posts/2024-01-02-b.md"); }
  void start(const json& capabilities = FakeClient::default_capabilities()) {
    client.initialize({folder.uri("")}, capabilities);
    client.open(uri(), "---\ntitle: 안녕 🎉\ntags: [t]\n---\n");
  }
  json hints() {
    return client.call(
        "textDocument/inlayHint",
        {{"textDocument", {{"uri", uri()}}},
         {"range", {{"start", {{"line", 0}, {"character", 0}}}, {"end", {{"line", 9}, {"character", 0}}}}}});
  }
  json lenses() { return client.call("textDocument/codeLens", {{"textDocument", {{"uri", uri()}}}}); }

  TemporaryFolder folder;
  FakeClient client;
};

TEST_F(Hints, StandBehindTheirText) {
  start();
  const json hint = hints()[0];
  EXPECT_EQ(hint["position"], json({{"line", 1}, {"character", 12}}));
  EXPECT_EQ(hint["label"], "→ /2024/01/02/b.html");
  EXPECT_EQ(hint["paddingLeft"], true);
}

TEST_F(Hints, LensesCountPosts) {
  start();
  const json lens = lenses()[0];
  EXPECT_EQ(lens["command"], json({{"title", "2 posts"}, {"command", ""}}));
  EXPECT_EQ(lens["range"]["start"], json({{"line", 2}, {"character", 7}}));
}

TEST_F(Hints, LensesCanBeClickedWhereTheClientHasTheCommand) {
  json capabilities = FakeClient::default_capabilities();
  capabilities["experimental"]["commands"]["commands"] = {"jekyll-ls.showReferences"};
  start(capabilities);
  EXPECT_EQ(lenses()[0]["command"], json({{"title", "2 posts"},
                                          {"command", "jekyll-ls.showReferences"},
                                          {"arguments", {uri(), {{"line", 2}, {"character", 7}}}}}));
}

TEST_F(Hints, FollowTheSettingsAndTheSite) {
  json capabilities = FakeClient::default_capabilities();
  capabilities["workspace"]["inlayHint"]["refreshSupport"] = true;
  capabilities["workspace"]["codeLens"]["refreshSupport"] = true;
  start(capabilities);
  client.wait_for("workspace/inlayHint/refresh");  // the site is read
  client.wait_for("workspace/codeLens/refresh");
  client.notify(
      "workspace/didChangeConfiguration",
      {{"settings", {{"jekyll", {{"inlayHints", {{"enable", false}}}, {"codeLens", {{"enable", false}}}}}}}});
  client.wait_for("workspace/inlayHint/refresh");
  client.wait_for("workspace/codeLens/refresh");
  EXPECT_THAT(hints(), IsEmpty());
  EXPECT_THAT(lenses(), IsEmpty());
}

}  // namespace
