// Document sync (LSP 3.17, "Text Document Synchronization"), seen through the outline.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "server/lsp/state/documents.h"
#include "tests/lsp/fake_client.h"

namespace {

using support::FakeClient;
using support::json;
using testing::ElementsAre;

constexpr const char* uri = "untitled:Untitled-1";

lsp::types::TextDocumentContentChangeEvent edit(lsp::types::Position start, lsp::types::Position end,
                                                std::string text) {
  return {.range = lsp::types::Range{start, end}, .text = std::move(text)};
}

TEST(ApplyChange, CountsColumnsInTheNegotiatedEncoding) {
  const std::string text = "한글 🦥x\r\nb";
  // Before the x: 6 + 1 + 4 bytes, 2 + 1 + 2 UTF-16 units, 2 + 1 + 1 code points.
  EXPECT_EQ(lsp::apply_change(text, edit({0, 11}, {0, 12}, "Y"), text::Encoding::utf8), "한글 🦥Y\r\nb");
  EXPECT_EQ(lsp::apply_change(text, edit({0, 5}, {0, 6}, "Y"), text::Encoding::utf16), "한글 🦥Y\r\nb");
  EXPECT_EQ(lsp::apply_change(text, edit({0, 4}, {0, 5}, "Y"), text::Encoding::utf32), "한글 🦥Y\r\nb");
}

TEST(ApplyChange, WithoutARangeReplacesEverything) {
  EXPECT_EQ(lsp::apply_change("old", {.text = "new"}, text::Encoding::utf16), "new");
}

TEST(ApplyChange, ClampsPositionsPastTheEnd) {
  EXPECT_EQ(lsp::apply_change("ab\ncd", edit({0, 99}, {0, 99}, "!"), text::Encoding::utf16), "ab!\ncd");
  EXPECT_EQ(lsp::apply_change("ab\ncd", edit({7, 0}, {9, 9}, "!"), text::Encoding::utf16), "ab\ncd!");
}

TEST(ApplyChange, TurnsABackwardRangeAround) {
  EXPECT_EQ(lsp::apply_change("abcd", edit({0, 3}, {0, 1}, "-"), text::Encoding::utf16), "a-d");
}

struct Case {
  const char* encoding;
  int column;  // behind "# 한글 🦥"
};

class Sync : public testing::TestWithParam<Case> {};

TEST_P(Sync, IncrementalChangesCountAsAgreed) {
  FakeClient client;
  json capabilities = FakeClient::default_capabilities();
  capabilities["general"]["positionEncodings"] = {GetParam().encoding};
  client.initialize({}, capabilities);
  client.open(uri, "# one\r\n\r\n# 한글 🦥\r\n");
  const json place = {{"line", 2}, {"character", GetParam().column}};
  client.change(uri, 2, json::array({{{"range", {{"start", place}, {"end", place}}}, {"text", " 끝"}}}));
  EXPECT_THAT(client.symbol_names(uri), ElementsAre("one", "한글 🦥 끝"));
}

INSTANTIATE_TEST_SUITE_P(Encodings, Sync,
                         testing::Values(Case{"utf-8", 13}, Case{"utf-16", 7}, Case{"utf-32", 6}));

json insertion(int line, int column, const std::string& text) {
  const json place = {{"line", line}, {"character", column}};
  return {{"range", {{"start", place}, {"end", place}}}, {"text", text}};
}

TEST(Sync, SeveralChangesInOneMessageApplyInOrder) {
  FakeClient client;
  client.initialize({});
  client.open(uri, "");
  client.change(uri, 2, {insertion(0, 0, "# a\n"), insertion(1, 0, "# c\n"), insertion(1, 0, "# b\n")});
  EXPECT_THAT(client.symbol_names(uri), ElementsAre("a", "b", "c"));
}

TEST(Sync, AChangeOfADocumentThatIsNotOpenIsIgnored) {
  FakeClient client;
  client.initialize({});
  client.change_all("file:///nowhere.md", 1, "# a\n");
  client.open(uri, "# b\n");
  EXPECT_THAT(client.symbol_names(uri), ElementsAre("b"));
}

TEST(Sync, AnOldVersionNumberDoesNotLoseTheEdit) {
  FakeClient client;
  client.initialize({});
  client.open(uri, "# a\n", 7);
  client.change_all(uri, 3, "# b\n");
  EXPECT_THAT(client.symbol_names(uri), ElementsAre("b"));
}

TEST(Sync, ClosingForgetsTheText) {
  FakeClient client;
  client.initialize({});
  client.open(uri, "# a\n");
  client.close(uri);
  EXPECT_EQ(client.call_error("textDocument/documentSymbol", {{"textDocument", {{"uri", uri}}}})["code"],
            -32602);
  client.open(uri, "# b\n");
  EXPECT_THAT(client.symbol_names(uri), ElementsAre("b"));
}

TEST(Sync, AThousandRapidEditsEndInTheLastText) {
  FakeClient client;
  client.initialize({});
  client.open(uri, "# a\n");
  std::string expected = "a";
  for (int i = 0; i < 1000; ++i) {
    client.change(uri, i + 2, json::array({insertion(0, static_cast<int>(2 + expected.size()), "x")}));
    expected += 'x';
    if (i % 100 != 0) continue;
    EXPECT_THAT(client.symbol_names(uri), testing::SizeIs(1));
  }
  EXPECT_EQ(client.call("textDocument/documentSymbol", {{"textDocument", {{"uri", uri}}}})[0]["range"]["end"],
            (json{{"line", 1}, {"character", 0}}));
  // The list published last is that of the last version.
  client.wait_for("textDocument/publishDiagnostics",
                  [](const json& params) { return params["version"] == 1001; });
}

TEST(Sync, RequestsSeeTheTextOfTheirMoment) {
  FakeClient client;
  client.initialize({});
  client.open(uri, "# a\n");
  const int before = client.request("textDocument/documentSymbol", {{"textDocument", {{"uri", uri}}}});
  client.change_all(uri, 2, "# b\n");
  const int after = client.request("textDocument/documentSymbol", {{"textDocument", {{"uri", uri}}}});
  EXPECT_EQ(client.response(before)["result"][0]["name"], "a");
  EXPECT_EQ(client.response(after)["result"][0]["name"], "b");
}

TEST(Sync, OldClientsGetAFlatOutline) {
  FakeClient client;
  client.initialize({}, json::object());
  client.open(uri, "# a\n\n## b\n");
  const json symbols = client.call("textDocument/documentSymbol", {{"textDocument", {{"uri", uri}}}});
  ASSERT_EQ(symbols.size(), 2U);
  EXPECT_EQ(symbols[1]["name"], "b");
  EXPECT_EQ(symbols[1]["containerName"], "a");
  EXPECT_EQ(symbols[1]["location"]["uri"], uri);
}

}  // namespace
