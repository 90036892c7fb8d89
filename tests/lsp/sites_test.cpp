// Several folders, several sites, and what changes on disk: which site a file belongs to and what the server
// knows of it afterwards.
#include <filesystem>
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

constexpr const char* link_to_about = "---\n---\n[about](/about.html)\n";
constexpr const char* page = "---\n---\n";

TEST(Sites, AFileBelongsToTheNearestConfiguration) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  folder.write("about.md", page);
  folder.write("docs/_config.yml", "");
  FakeClient client;
  client.initialize({folder.uri("")});
  client.open(folder.uri("a.md"), link_to_about);
  client.open(folder.uri("docs/a.md"), link_to_about);
  client.wait_for_codes(folder.uri("docs/a.md"), {"broken-link"});
  client.wait_for_site(folder.uri("a.md"));
  client.change_all(folder.uri("a.md"), 2, std::string(link_to_about) + "\n[x](/nowhere/)\n");
  client.wait_for_codes(folder.uri("a.md"), {"broken-link"});
}

TEST(Sites, EachWorkspaceFolderHasItsOwn) {
  TemporaryFolder folder;
  folder.write("one/_config.yml", "");
  folder.write("one/about.md", page);
  folder.write("two/_config.yml", "");
  FakeClient client;
  client.initialize({folder.uri("one"), folder.uri("two")});
  client.open(folder.uri("two/a.md"), link_to_about);
  client.wait_for_codes(folder.uri("two/a.md"), {"broken-link"});
  client.open(folder.uri("one/a.md"), link_to_about);
  client.wait_for_site(folder.uri("one/a.md"));
  client.change_all(folder.uri("one/a.md"), 2, std::string(link_to_about) + "[x](/nowhere/)\n");
  client.wait_for_codes(folder.uri("one/a.md"), {"broken-link"});
}

TEST(Sites, AFolderWithPostsIsASiteWithoutConfiguration) {
  TemporaryFolder folder;
  folder.write("_posts/2024-01-01-x.md", page);
  FakeClient client;
  client.initialize({folder.uri("")});
  client.open(folder.uri("a.md"), "---\n---\n{% post_url 2024-01-01-x %} {% post_url 2024-01-01-y %}\n");
  client.wait_for_codes(folder.uri("a.md"), {"broken-post-url"});
}

TEST(Sites, AWorkspaceInsideOfASiteStillBelongsToIt) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  folder.write("_posts/2024-01-01-x.md", page);
  FakeClient client;
  client.initialize({folder.uri("_posts")});
  client.open(folder.uri("_posts/2024-01-02-y.md"), "---\n---\n[x](/nowhere/)\n");
  client.wait_for_codes(folder.uri("_posts/2024-01-02-y.md"), {"broken-link"});
}

TEST(Sites, AFileOutsideOfAnySiteIsCheckedAlone) {
  TemporaryFolder folder;
  folder.write("notes/x.md", "");
  FakeClient client;
  client.initialize({folder.uri("")});
  client.open(folder.uri("notes/x.md"), "---\ntitle: a: b\n---\n# Note\n\n[x](/nowhere/)\n");
  EXPECT_THAT(codes(client.diagnostics(folder.uri("notes/x.md"))["diagnostics"]), ElementsAre("yaml-syntax"));
  EXPECT_THAT(client.symbol_names(folder.uri("notes/x.md")), testing::Contains("Note"));
}

TEST(Sites, TheSourceFolderCanBeBelowTheConfiguration) {
  TemporaryFolder folder;
  folder.write("_config.yml", "source: src\n");
  folder.write("src/about.md", page);
  FakeClient client;
  client.initialize({folder.uri("")});
  client.open(folder.uri("src/a.md"), std::string(link_to_about) + "\n[x](/src/about.html)\n");
  client.wait_for_codes(folder.uri("src/a.md"), {"broken-link"});
}

TEST(Sites, AnOpenDocumentWinsOverTheDisk) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  folder.write("about.md", page);
  FakeClient client;
  client.initialize({folder.uri("")});
  client.open(folder.uri("about.md"), "---\npermalink: /me/\n---\n");
  client.open(folder.uri("a.md"), link_to_about);
  client.wait_for_codes(folder.uri("a.md"), {"broken-link"});
  client.close(folder.uri("about.md"));
  client.change_all(folder.uri("a.md"), 2, link_to_about);
  client.wait_for_codes(folder.uri("a.md"), {});
}

TEST(Sites, ReadingASiteIsShownToClientsThatCan) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  FakeClient client;
  json capabilities = FakeClient::default_capabilities();
  capabilities["window"]["workDoneProgress"] = true;
  client.initialize({folder.uri("")}, capabilities);
  const json token = client.wait_for("window/workDoneProgress/create")["token"];
  const auto kind = [&](const char* expected) {
    return
        [=](const json& params) { return params["token"] == token && params["value"]["kind"] == expected; };
  };
  client.wait_for("$/progress", kind("begin"));
  client.wait_for("$/progress", kind("end"));
}

TEST(Sites, ReadingASiteIsNotShownToOthers) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  FakeClient client;
  client.initialize({folder.uri("")});
  client.open(folder.uri("a.md"), page);
  client.wait_for_site(folder.uri("a.md"));
  EXPECT_FALSE(client.has("window/workDoneProgress/create"));
}

// On disk, once with the server's own watcher and once with the client's.
class DiskChanges : public testing::TestWithParam<bool> {
 protected:
  void start() {
    json capabilities = FakeClient::default_capabilities();
    if (GetParam()) capabilities["workspace"]["didChangeWatchedFiles"]["dynamicRegistration"] = true;
    client_.initialize({folder_.uri("")}, capabilities);
    if (GetParam()) {
      const json params = client_.wait_for("client/registerCapability");
      EXPECT_EQ(params["registrations"][0]["method"], "workspace/didChangeWatchedFiles");
    }
  }
  void saw(const std::string& path, int type) {
    if (!GetParam()) return;  // the server sees for itself
    client_.notify("workspace/didChangeWatchedFiles",
                   {{"changes", json::array({{{"uri", folder_.uri(path)}, {"type", type}}})}});
  }
  // Opens a page that links to /about.html and waits for its first verdict with the whole site.
  void open_link(bool broken) {
    client_.open(folder_.uri("a.md"), std::string(link_to_about) + "[x](/nowhere/)\n");
    expect(broken);
  }
  void expect(bool broken) {
    client_.wait_for_codes(folder_.uri("a.md"), broken
                                                    ? std::vector<std::string>{"broken-link", "broken-link"}
                                                    : std::vector<std::string>{"broken-link"});
  }

  TemporaryFolder folder_;
  FakeClient client_;
};

TEST_P(DiskChanges, AFileAppearsAndDisappears) {
  folder_.write("_config.yml", "");
  start();
  open_link(true);
  folder_.write("about.md", page);
  saw("about.md", 1);
  expect(false);
  folder_.remove("about.md");
  saw("about.md", 3);
  expect(true);
}

TEST_P(DiskChanges, AFileIsSavedByRenaming) {
  folder_.write("_config.yml", "");
  folder_.write("about.md", page);
  start();
  open_link(false);
  folder_.replace("about.md", "---\npermalink: /me/\n---\n");
  saw("about.md", 2);
  expect(true);
}

TEST_P(DiskChanges, AFolderAppearsWithAllItHolds) {
  folder_.write("_config.yml", "");
  TemporaryFolder elsewhere;
  elsewhere.write("new/deep/about.md", "---\npermalink: /about.html\n---\n");
  start();
  open_link(true);
  std::filesystem::rename(elsewhere.path("new"), folder_.path("new"));
  saw("new", 1);
  expect(false);
  folder_.remove("new");
  saw("new", 3);
  expect(true);
}

TEST_P(DiskChanges, AFileInANewFolderIsSeen) {
  folder_.write("_config.yml", "");
  start();
  open_link(true);
  folder_.write("later/about.md", page);
  saw("later/about.md", 1);
  folder_.replace("later/about.md", "---\npermalink: /about.html\n---\n");
  saw("later/about.md", 2);
  expect(false);
}

TEST_P(DiskChanges, AChangedConfigurationIsReadAgain) {
  folder_.write("_config.yml", "");
  folder_.write("about.md", page);
  start();
  open_link(false);
  folder_.write("_config.yml", "permalink: pretty\ndefaults:\n- values: {permalink: /x/:basename/}\n");
  saw("_config.yml", 2);
  expect(true);
}

TEST_P(DiskChanges, ABrokenConfigurationLeavesTheLastGoodOneInForce) {
  folder_.write("_config.yml", "exclude: [about.md]\n");
  folder_.write("about.md", page);
  start();
  open_link(true);
  folder_.write("_config.yml", "exclude: [about.md\ntitle: x: y\n");
  saw("_config.yml", 2);
  folder_.write("other.md", page);
  saw("other.md", 1);
  // Were the broken file in force, the excluded page would be there.
  client_.open(folder_.uri("b.md"), std::string(link_to_about) + "[x](/other.html)\n");
  client_.wait_for_codes(folder_.uri("b.md"), {"broken-link"});
}

TEST_P(DiskChanges, ASiteAppears) {
  folder_.write("notes.txt", "");
  start();
  client_.open(folder_.uri("a.md"), "---\n---\n[x](/nowhere/)\n");
  client_.wait_for_codes(folder_.uri("a.md"), {});
  folder_.write("_config.yml", "");
  saw("_config.yml", 1);
  client_.wait_for_codes(folder_.uri("a.md"), {"broken-link"});
}

std::string watcher_name(const testing::TestParamInfo<bool>& parameter) {
  return parameter.param ? "client" : "server";
}

INSTANTIATE_TEST_SUITE_P(Watchers, DiskChanges, testing::Values(false, true), watcher_name);

TEST(Sites, AnUnsavedConfigurationTakesEffect) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  folder.write("about.md", page);
  FakeClient client;
  client.initialize({folder.uri("")});
  client.open(folder.uri("_config.yml"), "");
  client.open(folder.uri("a.md"), link_to_about);
  client.wait_for_site(folder.uri("a.md"));
  client.change_all(folder.uri("_config.yml"), 2, "exclude: [about.md]\n");
  client.wait_for_codes(folder.uri("a.md"), {"broken-link"});
}

TEST(Sites, AFolderThatIsAddedLaterIsReadToo) {
  TemporaryFolder folder;
  folder.write("one/_config.yml", "");
  folder.write("two/_config.yml", "");
  FakeClient client;
  client.initialize({folder.uri("one")});
  client.notify("workspace/didChangeWorkspaceFolders",
                {{"event",
                  {{"added", json::array({{{"uri", folder.uri("two")}, {"name", "two"}}})},
                   {"removed", json::array({{{"uri", folder.uri("one")}, {"name", "one"}}})}}}});
  client.open(folder.uri("two/a.md"), link_to_about);
  client.wait_for_codes(folder.uri("two/a.md"), {"broken-link"});
}

}  // namespace
