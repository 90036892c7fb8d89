#include "tests/features/check.h"

#include <algorithm>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <memory>
#include <optional>

#include "server/features/code_actions.h"
#include "server/features/code_actions/silence.h"
#include "server/features/definition.h"
#include "server/features/document_links.h"
#include "server/features/document_symbols.h"
#include "server/features/folding.h"
#include "server/features/highlights.h"
#include "server/features/hover.h"
#include "server/features/references.h"
#include "server/features/selection.h"
#include "server/features/workspace_symbols.h"
#include "tests/features/fixes_law.h"

namespace features {
namespace {

// The drawing without the empty line that opens a raw string.
std::string_view trimmed(std::string_view text) {
  while (text.starts_with("\n")) text.remove_prefix(1);
  while (text.ends_with("\n")) text.remove_suffix(1);
  return text;
}

const Symbol* find_symbol(const std::vector<Symbol>& symbols, std::string_view name) {
  for (const Symbol& symbol : symbols) {
    if (symbol.name == name) return &symbol;
    if (const Symbol* found = find_symbol(symbol.children, name)) return found;
  }
  return nullptr;
}

void print(const std::vector<Symbol>& symbols, std::size_t depth, std::string& text) {
  for (const Symbol& symbol : symbols) {
    text +=
        std::string(2 * depth, ' ') + symbol.name + (symbol.detail.empty() ? "" : " " + symbol.detail) + "\n";
    print(symbol.children, depth + 1, text);
  }
}

std::vector<Completion> sorted_items(const Cursor& cursor) {
  std::vector<Completion> items = complete(cursor).items;
  std::stable_sort(items.begin(), items.end(), [](const Completion& a, const Completion& b) {
    return (a.sort_text.empty() ? a.label : a.sort_text) < (b.sort_text.empty() ? b.label : b.sort_text);
  });
  return items;
}

std::vector<support::LabelledRange> drawn_places(const support::Fixture& fixture, const std::string& label,
                                                 const std::vector<FileRange>& places) {
  std::vector<support::LabelledRange> ranges;
  for (const FileRange& place : places) {
    text::Range range = place.range;
    if (place.line) {
      const std::string& text = fixture.text(place.path);
      range.begin = range.end = text::LineIndex(text).line_start(*place.line);
    }
    ranges.push_back({place.path, range, label, ""});
  }
  return ranges;
}

// The text of a file with its cursor drawn.
std::string with_cursor(std::string text, std::size_t cursor) {
  return text.insert(cursor, "<|>");
}

}  // namespace

Surroundings surroundings_of(site::SitePtr site) {
  static const auto knowledge = std::make_shared<const Knowledge>();
  return {.site = std::move(site), .knowledge = knowledge};
}

Context context_of(const support::Fixture& fixture, const std::string& path) {
  return {surroundings_of(fixture.site), path, fixture.document(path)};
}

DrawnCursor cursor_of(const support::Fixture& fixture) {
  const support::Place place = fixture.cursor();
  return {context_of(fixture, place.path), place.offset};
}

void check_diagnostics(std::string_view drawing, const std::vector<std::string>& whole_file,
                       const RuleSettings& severities) {
  const support::Fixture fixture = support::load_fixture(drawing);
  std::vector<support::LabelledRange> expected;
  for (support::LabelledRange range : fixture.drawing.ranges) {
    if (range.label != "def" && range.label != "ref") expected.push_back(std::move(range));
  }
  std::vector<support::LabelledRange> found;
  std::vector<std::string> found_whole_file;
  std::string messages;
  for (const std::string& path : fixture.drawing.order) {
    if (!is_text(path)) continue;
    Context context = context_of(fixture, path);
    context.settings = with_rules(severities);
    for (const Problem& problem : diagnose(context)) {
      const std::string code(problem.code.text());
      for (const Fix& fix : problem.fixes) check_law(fixture, problem, fix, severities);
      for (const Fix& fix : code_actions::silence_line(context, problem))
        check_law(fixture, problem, fix, severities);
      for (const Fix& fix : code_actions::silence_rule(context, problem.code))
        check_law(fixture, problem, fix, severities);
      messages += path + ": " + code + ": " + problem.message + "\n";
      if (problem.range == text::Range{}) {
        found_whole_file.push_back(path + ": " + std::string(severity_name(problem.severity)) + " " + code);
      } else {
        found.push_back({path, problem.range, std::string(severity_name(problem.severity)), code});
      }
    }
  }
  EXPECT_EQ(fixture.redraw(expected), fixture.redraw(found)) << messages;
  EXPECT_THAT(found_whole_file, ::testing::ElementsAreArray(whole_file)) << messages;
}

std::vector<Problem> problems_in(std::string_view drawing) {
  const support::Fixture fixture = support::load_fixture(drawing);
  std::vector<Problem> problems;
  for (const std::string& path : fixture.drawing.order) {
    if (!is_text(path)) continue;
    for (Problem& problem : diagnose(context_of(fixture, path))) problems.push_back(std::move(problem));
  }
  return problems;
}

void check_message(std::string_view drawing, std::string_view message) {
  const std::vector<Problem> problems = problems_in(drawing);
  ASSERT_EQ(problems.size(), 1U);
  EXPECT_EQ(problems.front().message, message);
}

void check_fix(std::string_view drawing, std::string_view code, std::string_view title,
               std::string_view after) {
  const support::Fixture fixture = support::load_fixture(drawing);
  Files wanted = support::read_drawing(after).files;
  wanted.try_emplace("_config.yml", fixture.drawing.files.contains("_config.yml")
                                        ? fixture.drawing.files.at("_config.yml")
                                        : std::string());
  std::string offered;
  for (const std::string& path : fixture.drawing.order) {
    if (!is_text(path)) continue;
    const Context context = context_of(fixture, path);
    for (const Problem& problem : diagnose(context)) {
      for (const CodeAction& action : actions_for(context, {.range = problem.range})) {
        if (problem.code.text() != code || action.kind != CodeAction::Kind::quick_fix) continue;
        offered += "\n  " + action.title;
        if (action.title != title) continue;
        Files files = fixture.drawing.files;
        apply(files, action.edit);
        files.try_emplace("_config.yml", "");
        EXPECT_EQ(files, wanted);
        return;
      }
    }
  }
  FAIL() << "no fix \"" << title << "\" for " << code << ", but:" << offered;
}

std::vector<std::string> fixes_of(std::string_view drawing, std::string_view code) {
  std::vector<std::string> titles;
  for (const Problem& problem : problems_in(drawing)) {
    if (problem.code.text() != code) continue;
    for (const Fix& fix : problem.fixes) titles.push_back(fix.title);
  }
  return titles;
}

void check_completion(std::string_view drawing, const std::vector<std::string>& items) {
  const support::Fixture fixture = support::load_fixture(drawing);
  std::vector<std::string> found;
  for (const Completion& item : sorted_items(cursor_of(fixture))) {
    found.push_back(item.detail.empty() ? item.label : item.label + " (" + item.detail + ")");
  }
  EXPECT_THAT(found, ::testing::ElementsAreArray(items)) << drawing;
}

void check_accepting(std::string_view drawing, std::string_view label, std::string_view after) {
  const support::Fixture fixture = support::load_fixture(drawing);
  const DrawnCursor cursor = cursor_of(fixture);
  std::string offered;
  for (const Completion& item : sorted_items(cursor)) {
    offered += "\n  " + item.label;
    if (item.label != label) continue;
    ASSERT_TRUE(item.edit.range.touches(cursor.offset)) << "the edit does not touch the cursor";
    const std::string changed = text::apply(cursor.context.text(), {item.edit});
    const support::Fixture wanted =
        support::load_fixture(std::string(after) + (after.ends_with('\n') ? "" : "\n"));
    const support::Place& place = wanted.cursor();
    EXPECT_EQ(with_cursor(changed, item.edit.range.begin + item.edit.replacement.size()),
              with_cursor(wanted.text(place.path), place.offset));
    return;
  }
  FAIL() << "no item `" << label << "` at\n" << drawing << "\nbut" << offered;
}

void check_outline(std::string_view drawing, std::string_view outline) {
  const support::Fixture fixture = support::load_fixture(drawing);
  std::string found;
  print(document_symbols(context_of(fixture, fixture.drawing.order.front())), 0, found);
  EXPECT_EQ(trimmed(found), trimmed(outline));
}

void check_section(std::string_view drawing, std::string_view name) {
  const support::Fixture fixture = support::load_fixture(drawing);
  const std::string path = fixture.drawing.order.front();
  const std::vector<Symbol> symbols = document_symbols(context_of(fixture, path));
  const Symbol* symbol = find_symbol(symbols, name);
  ASSERT_NE(symbol, nullptr) << "no symbol " << name;
  std::vector<support::LabelledRange> found = {{path, symbol->range, "symbol", ""}};
  if (!fixture.labelled("hit").empty()) found.push_back({path, symbol->selection, "hit", ""});
  EXPECT_EQ(fixture.redraw(fixture.drawing.ranges), fixture.redraw(found));
}

void check_hover(std::string_view drawing, std::string_view markdown) {
  const support::Fixture fixture = support::load_fixture(drawing);
  const DrawnCursor cursor = cursor_of(fixture);
  const std::optional<HoverText> text = hover_at(cursor);
  ASSERT_TRUE(text.has_value()) << "nothing to say at\n" << drawing;
  EXPECT_EQ(text->markdown, trimmed(markdown));
  EXPECT_EQ(fixture.redraw(fixture.labelled("hit")),
            fixture.redraw({{cursor.context.path, text->range, "hit", ""}}));
}

void check_no_hover(std::string_view drawing) {
  const support::Fixture fixture = support::load_fixture(drawing);
  const std::optional<HoverText> text = hover_at(cursor_of(fixture));
  EXPECT_FALSE(text.has_value()) << text->markdown;
}

void check_definition(std::string_view drawing) {
  const support::Fixture fixture = support::load_fixture(drawing);
  EXPECT_EQ(fixture.redraw(fixture.labelled("def")),
            fixture.redraw(drawn_places(fixture, "def", definition(cursor_of(fixture)).places)));
}

void check_references(std::string_view drawing) {
  const support::Fixture fixture = support::load_fixture(drawing);
  EXPECT_EQ(fixture.redraw(fixture.labelled("ref")),
            fixture.redraw(drawn_places(fixture, "ref", references(cursor_of(fixture), true))));
}

void check_references_except_declaration(std::string_view drawing) {
  const support::Fixture fixture = support::load_fixture(drawing);
  EXPECT_EQ(fixture.redraw(fixture.labelled("ref")),
            fixture.redraw(drawn_places(fixture, "ref", references(cursor_of(fixture), false))));
}

void check_highlights(std::string_view drawing) {
  const support::Fixture fixture = support::load_fixture(drawing);
  const DrawnCursor cursor = cursor_of(fixture);
  std::vector<support::LabelledRange> found;
  for (const Highlight& highlight : highlights(cursor))
    found.push_back(
        {cursor.context.path, highlight.range, "hit", highlight.declaration ? "declaration" : ""});
  EXPECT_EQ(fixture.redraw(fixture.labelled("hit")), fixture.redraw(found));
}

void check_document_links(std::string_view drawing) {
  const support::Fixture fixture = support::load_fixture(drawing);
  const Context context = context_of(fixture, fixture.drawing.order.front());
  std::vector<support::LabelledRange> found;
  for (const DocumentLink& link : document_links(context)) {
    const std::string line = link.line ? ":" + std::to_string(*link.line + 1) : "";
    found.push_back({context.path, link.range, "link", link.path + line});
  }
  EXPECT_EQ(fixture.redraw(fixture.labelled("link")), fixture.redraw(found));
}

void check_folds(std::string_view drawing) {
  const support::Fixture fixture = support::load_fixture(drawing);
  const Context context = context_of(fixture, fixture.drawing.order.front());
  std::vector<support::LabelledRange> found;
  for (const Fold& fold : folds(context)) {
    const text::LineIndex& lines = context.document->lines;
    found.push_back(
        {context.path,
         {lines.line_start(fold.first_line), lines.line_range(context.text(), fold.last_line).end},
         "fold",
         ""});
  }
  EXPECT_EQ(fixture.redraw(fixture.labelled("fold")), fixture.redraw(found));
}

void check_selections(std::string_view drawing, const std::vector<std::string>& texts) {
  const support::Fixture fixture = support::load_fixture(drawing);
  const DrawnCursor cursor = cursor_of(fixture);
  std::vector<std::string> found;
  for (const text::Range range : selections(cursor)) {
    std::string text(text::slice(cursor.context.text(), range));
    std::replace(text.begin(), text.end(), '\n', '|');
    if (range.size() < cursor.context.text().size()) found.push_back(std::move(text));
  }
  EXPECT_THAT(found, ::testing::ElementsAreArray(texts));
}

void check_symbols(std::string_view drawing, std::string_view query,
                   const std::vector<std::string>& symbols) {
  const support::Fixture fixture = support::load_fixture(drawing);
  std::vector<std::string> found;
  for (const SiteSymbol& symbol : workspace_symbols(Context(surroundings_of(fixture.site)), query))
    found.push_back(symbol.name + " (" + symbol.container + ")");
  EXPECT_THAT(found, ::testing::ElementsAreArray(symbols));
}

}  // namespace features
