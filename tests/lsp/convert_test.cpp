#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <string>
#include <variant>

#include "server/features/diagnostics/rule_table.h"
#include "server/lsp/convert/completion.h"
#include "server/lsp/convert/diagnostics.h"
#include "server/lsp/convert/hover.h"
#include "server/lsp/convert/positions.h"
#include "server/lsp/state/snapshot.h"
#include "server/platform/disk.h"
#include "server/site/site.h"
#include "tests/support/temporary_folder.h"

namespace {

using lsp::types::Position;
using lsp::types::Range;

// A view of one text, as the server makes it.
lsp::View view_of(std::string text, lsp::Client client = {}, const std::string& source_folder = "/site") {
  lsp::Snapshot snapshot;
  snapshot.uri = "file:///site/a.md";
  snapshot.path = "a.md";
  snapshot.source_folder = source_folder;
  snapshot.knowledge = std::make_shared<const features::Knowledge>();
  snapshot.settings = std::make_shared<const features::Preferences>();
  snapshot.overlays = std::make_shared<const lsp::Overlays>();
  snapshot.client = std::make_shared<const lsp::Client>(std::move(client));
  snapshot.document = std::make_shared<const lsp::Lazy<syntax::DocumentPtr>>(
      std::make_shared<const syntax::Document>(std::move(text), syntax::ParseOptions()));
  return lsp::open_snapshot(snapshot, {});
}

TEST(Convert, PositionsAndOffsetsAreInverseInAllEncodings) {
  const std::string text = "한글 🦥x\r\ne\u0301\n\n";
  for (const text::Encoding encoding : {text::Encoding::utf8, text::Encoding::utf16, text::Encoding::utf32}) {
    lsp::Client client;
    client.encoding = encoding;
    const lsp::View view = view_of(text, client);
    for (text::Offset offset = 0; offset <= text.size(); ++offset) {
      const Position position = lsp::to_position(view, offset);
      const text::Offset back = lsp::to_offset(view, position);
      EXPECT_LE(back, offset);  // offsets inside of a character go to its start
      EXPECT_EQ(lsp::to_position(view, back), position);
    }
  }
}

TEST(Convert, AProblemOnlyCarriesWhatTheClientKnows) {
  features::Problem problem;
  problem.code = features::rules.broken_link.code;
  problem.severity = features::Severity::hint;
  problem.range = {2, 4};
  problem.message = "Says why.";
  problem.deprecated = true;
  features::Related& related = problem.related.emplace_back();
  related.place.path = "b.md";
  related.place.line = 7;
  related.message = "the other one";

  const lsp::types::Diagnostic plain = lsp::to_diagnostic(view_of("# Heading\n"), problem);
  EXPECT_EQ(plain.range, (Range{{0, 2}, {0, 4}}));
  EXPECT_EQ(plain.severity, lsp::types::DiagnosticSeverity::Hint);
  EXPECT_FALSE(plain.codeDescription || plain.tags || plain.relatedInformation);

  lsp::Client client;
  client.diagnostic_code_links = client.diagnostic_related = true;
  client.diagnostic_unnecessary = client.diagnostic_deprecated = true;
  const lsp::types::Diagnostic rich = lsp::to_diagnostic(view_of("# Heading\n", client), problem);
  EXPECT_TRUE(rich.codeDescription->href.ends_with("/docs/rules.md#broken-link"));
  EXPECT_THAT(*rich.tags, testing::ElementsAre(lsp::types::DiagnosticTag::Deprecated));
  EXPECT_EQ(rich.relatedInformation->front().location.uri, "file:///site/b.md");
  EXPECT_EQ(rich.relatedInformation->front().location.range, (Range{{7, 0}, {7, 0}}));
}

TEST(Convert, BytesOfAnotherFileAreCountedInItsText) {
  support::TemporaryFolder folder;
  folder.write("_config.yml", "");
  folder.write("b.md", "eins\n한글 zwei\n");
  lsp::View view = view_of("# a\n", {}, folder.path());
  view.context.site = site::load_site(platform::disk(folder.path()), {});
  const features::FileRange place{"b.md", {12, 16}, {}};
  EXPECT_EQ(lsp::to_location(view, place).range, (Range{{1, 3}, {1, 7}}));

  // The overlay wins, and is named as its client names it.
  view.overlays = std::make_shared<const lsp::Overlays>(
      lsp::Overlays{{folder.path("b.md"),
                     {"file:///spelled/b.md", std::make_shared<const std::string>("0123456789\n23456789")}}});
  view.context.unsaved = lsp::unsaved_texts(view.overlays, folder.path());
  const lsp::types::Location location = lsp::to_location(view, place);
  EXPECT_EQ(location.uri, "file:///spelled/b.md");
  EXPECT_EQ(location.range, (Range{{1, 1}, {1, 5}}));
}

TEST(Convert, APlaceInAFileThatIsGoneIsItsStart) {
  support::TemporaryFolder folder;
  folder.write("_config.yml", "");
  lsp::View view = view_of("# a\n", {}, folder.path());
  view.context.site = site::load_site(platform::disk(folder.path()), {});
  EXPECT_EQ(lsp::to_location(view, {"gone.md", {5, 6}, {}}).range, Range());
}

TEST(Convert, SnippetsLoseTheirStopsForClientsWithoutThem) {
  EXPECT_EQ(lsp::plain_snippet("title: ${1:My post}$0"), "title: My post");
  EXPECT_EQ(lsp::plain_snippet("a\\$b \\} ${1:{x}} $2."), "a$b } {x} .");
  EXPECT_EQ(lsp::plain_snippet("costs $ and ${HOME}"), "costs $ and ${HOME}");
  EXPECT_EQ(lsp::plain_snippet("${1:outer ${2:inner}}!"), "outer inner!");
}

TEST(Convert, ACompletionReplacesWhatWasTyped) {
  features::CompletionList list;
  list.incomplete = true;
  features::Completion& completion = list.items.emplace_back();
  completion.label = "About";
  completion.kind = features::Completion::Kind::page;
  completion.detail = "/about/";
  completion.edit = {{4, 6}, "/about/"};
  const lsp::types::CompletionList converted = lsp::to_completion_list(view_of("[x](/a)"), list);
  EXPECT_TRUE(converted.isIncomplete);
  ASSERT_EQ(converted.items.size(), 1U);
  const auto& edit = std::get<lsp::types::TextEdit>(*converted.items[0].textEdit);
  EXPECT_EQ(edit.range, (Range{{0, 4}, {0, 6}}));
  EXPECT_EQ(edit.newText, "/about/");
  EXPECT_EQ(converted.items[0].detail, "/about/");
}

TEST(Convert, AKeyIsInsertedAloneWhereSnippetsAreUnknown) {
  features::Completion completion;
  completion.kind = features::Completion::Kind::key;
  completion.snippet = true;
  const auto inserted = [&](std::string text) {
    completion.edit = {{0, 1}, std::move(text)};
    const lsp::Client client;
    const auto list = lsp::to_completion_list(view_of("t", client), {{completion}, false});
    return std::get<lsp::types::TextEdit>(*list.items.front().textEdit).newText;
  };
  EXPECT_EQ(inserted("tags: [$0]"), "tags: ");
  EXPECT_EQ(inserted("tags:\n  - $0"), "tags: ");
  EXPECT_EQ(inserted("\"a:b\": ${1|true,false|}"), "\"a:b\": ");
}

TEST(Convert, AHoverWithoutMarkdownHasNoEscapes) {
  const features::HoverText hover{"**C\\+\\+** at `/c/`", {0, 1}, {}};
  EXPECT_EQ(lsp::to_hover(view_of("x"), hover)->contents.value, "C++ at /c/");
}

}  // namespace
