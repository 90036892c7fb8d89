// LSP 3.17, "Lifecycle Messages": what is answered when, and how a session ends.
#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/lsp/fake_client.h"
#include "tests/support/temporary_folder.h"

namespace {

using support::FakeClient;
using support::json;
using support::TemporaryFolder;

constexpr const char* post = "---\ntitle: Hello\n---\n# Greeting\n";

// Large enough that its reading is not done before the next few messages are.
void write_large_site(const TemporaryFolder& folder) {
  folder.write("_config.yml", "");
  for (int i = 0; i < 1000; ++i)
    folder.write("_posts/2024-01-01-" + std::to_string(i) + ".md", "---\ntitle: x\n---\n# a\n\n[b](/c/)\n");
}

TEST(Lifecycle, ARequestBeforeInitializeIsRefused) {
  FakeClient client;
  const json error = client.call_error("textDocument/hover", json::object());
  EXPECT_EQ(error["code"], -32002);
}

TEST(Lifecycle, InitializeAnswersWithTheFeaturesOfTheTable) {
  FakeClient client;
  const json capabilities = client.initialize({})["capabilities"];
  EXPECT_EQ(capabilities["hoverProvider"], true);
  EXPECT_EQ(capabilities["documentSymbolProvider"], true);
  EXPECT_THAT(capabilities["completionProvider"]["triggerCharacters"], testing::Contains("/"));
  EXPECT_EQ(capabilities["textDocumentSync"]["change"], 2);
  EXPECT_FALSE(capabilities.contains("callHierarchyProvider"));
}

TEST(Lifecycle, APullingClientIsOfferedPullDiagnostics) {
  FakeClient client;
  const json capabilities =
      client.initialize({}, {{"textDocument", {{"diagnostic", json::object()}}}})["capabilities"];
  EXPECT_EQ(capabilities["diagnosticProvider"]["interFileDependencies"], true);
  EXPECT_EQ(capabilities["diagnosticProvider"]["workspaceDiagnostics"], true);
}

TEST(Lifecycle, APushedClientIsNotOfferedPullDiagnostics) {
  FakeClient client;
  EXPECT_FALSE(client.initialize({})["capabilities"].contains("diagnosticProvider"));
}

std::string negotiated(const json& offered) {
  FakeClient client;
  const json capabilities = {{"general", {{"positionEncodings", offered}}}};
  return client.initialize({}, capabilities)["capabilities"]["positionEncoding"];
}

TEST(Lifecycle, TheFirstOfferedEncodingIsTaken) {
  EXPECT_EQ(negotiated({"utf-8", "utf-16"}), "utf-8");
  EXPECT_EQ(negotiated({"utf-16", "utf-8"}), "utf-16");
  EXPECT_EQ(negotiated({"utf-32", "utf-16"}), "utf-32");
  EXPECT_EQ(negotiated({"utf-7", "utf-32"}), "utf-32");
  EXPECT_EQ(negotiated(json::array()), "utf-16");
}

TEST(Lifecycle, AnUnknownRequestIsRefusedAndAnUnknownNotificationIgnored) {
  FakeClient client;
  client.initialize({});
  client.notify("textDocument/didSomething", json::object());
  EXPECT_EQ(client.call_error("textDocument/somethingElse", json::object())["code"], -32601);
}

TEST(Lifecycle, ParamsOfTheWrongShapeAreRefused) {
  FakeClient client;
  client.initialize({});
  EXPECT_EQ(client.call_error("textDocument/hover", {{"textDocument", 7}})["code"], -32602);
}

TEST(Lifecycle, ARequestForADocumentThatIsNotOpenIsRefused) {
  FakeClient client;
  client.initialize({});
  const json error =
      client.call_error("textDocument/documentSymbol", {{"textDocument", {{"uri", "file:///x.md"}}}});
  EXPECT_EQ(error["code"], -32602);
}

TEST(Lifecycle, MalformedJsonIsAnsweredAndTheSessionGoesOn) {
  FakeClient client;
  client.initialize({});
  client.send_body("{\"jsonrpc\":\"2.0\",");
  client.open("file:///x.md", post);
  EXPECT_THAT(client.symbol_names("file:///x.md"), testing::Contains("Greeting"));
}

TEST(Lifecycle, ShutdownAndExitEndWithStatusZero) {
  FakeClient client;
  client.initialize({});
  EXPECT_EQ(client.shut_down(), 0);
}

TEST(Lifecycle, ARequestAfterShutdownIsRefused) {
  FakeClient client;
  client.initialize({});
  client.call("shutdown", nullptr);
  EXPECT_EQ(client.call_error("textDocument/hover", json::object())["code"], -32600);
}

TEST(Lifecycle, ExitWithoutShutdownEndsWithStatusOne) {
  FakeClient client;
  client.initialize({});
  client.send({{"method", "exit"}});
  EXPECT_EQ(client.wait_for_end(), 1);
}

TEST(Lifecycle, TheEndOfTheInputEndsTheServer) {
  FakeClient client;
  client.initialize({});
  EXPECT_EQ(client.end_of_input(), 1);
}

TEST(Lifecycle, TheEndOfTheInputDoesNotWaitForTheIndex) {
  TemporaryFolder folder;
  write_large_site(folder);
  FakeClient client;
  json capabilities = FakeClient::default_capabilities();
  capabilities["window"]["workDoneProgress"] = true;
  client.initialize({folder.uri("")}, capabilities);
  client.wait_for("window/workDoneProgress/create");
  const auto begin = std::chrono::steady_clock::now();
  client.end_of_input();
  // 100 ms on an idle machine; sanitizers and busy machines get more.
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

TEST(Lifecycle, ACancelledRequestIsAnsweredAsCancelled) {
  TemporaryFolder folder;
  write_large_site(folder);
  FakeClient client;
  client.initialize({folder.uri("")});
  client.open(folder.uri("a.md"), post);
  // The request waits for the site, so the cancellation comes in time.
  const int id = client.request("textDocument/hover", {{"textDocument", {{"uri", folder.uri("a.md")}}},
                                                       {"position", {{"line", 0}, {"character", 0}}}});
  client.notify("$/cancelRequest", {{"id", id}});
  EXPECT_EQ(client.response(id)["error"]["code"], -32800);
}

TEST(Lifecycle, TheOutlineDoesNotWaitForTheIndex) {
  TemporaryFolder folder;
  write_large_site(folder);
  FakeClient client;
  client.initialize({folder.uri("")});
  client.open(folder.uri("a.md"), post);
  const json document = {{"uri", folder.uri("a.md")}};
  const int hover = client.request(
      "textDocument/hover", {{"textDocument", document}, {"position", {{"line", 0}, {"character", 0}}}});
  client.symbol_names(folder.uri("a.md"));
  EXPECT_FALSE(client.has_response(hover));
  client.response(hover);
}

TEST(Lifecycle, ADeadClientProcessEndsTheServer) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::pause();
    ::_exit(0);
  }
  lsp::ServerOptions options = FakeClient::default_options();
  options.client_process = child;
  FakeClient client(options);
  client.initialize({});
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_EQ(client.wait_for_end(), 1);
}

TEST(Lifecycle, AProcessThatCannotBeSeenIsNotWatched) {
  lsp::ServerOptions options = FakeClient::default_options();
  options.client_process = 4'000'000;  // above any pid_max
  FakeClient client(options);
  client.initialize({});
  EXPECT_EQ(client.shut_down(), 0);
}

}  // namespace
