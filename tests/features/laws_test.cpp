// Laws that hold for any text: whatever is typed so far, with the cursor at its end, nothing crashes and
// every range lies inside the text.
#include <algorithm>
#include <array>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "server/features/code_actions.h"
#include "server/features/code_lens.h"
#include "server/features/definition.h"
#include "server/features/diagnostics/rule_table.h"
#include "server/features/document_links.h"
#include "server/features/document_symbols.h"
#include "server/features/folding.h"
#include "server/features/highlights.h"
#include "server/features/hover.h"
#include "server/features/inlay_hints.h"
#include "server/features/references.h"
#include "server/features/selection.h"
#include "server/features/targets/mentions.h"
#include "server/text/utf8.h"
#include "tests/features/check.h"

namespace features {
namespace {

constexpr std::string_view drawn_site = R"md(
-- _config.yml --
baseurl: /repo
theme: minimal-mistakes-jekyll
-- _layouts/post.html --
---
layout: default
---
-- about.md --
---
title: About
---
## Me
)md";

const std::vector<std::string>& texts() {
  static const std::vector<std::string> all = {
      "---\ntitle: \"A: b\"\ntags: [a, \"b c\", 'd']\ncategories:\n  - x\n  - [y, z]\nheader:\n  image: "
      "/x.png\n---\n"
      "# One {#one}\n\n[a](/repo/about.html#me \"t\") ![b](/c.png) [r] <a href='/d'>x</a>\n\n[r]: "
      "/about.html\n",
      "---\r\ntags: a, 나\r\ndate: 2024-13-45\r\nlayout: nope\r\n---\r\n\r\n{% post_url 2024-05-01-x "
      "%}\r\n## 제목\r\n",
      "---\ntags: [a,\n  b, # c\n  'd\n]\ntext: |\n  x: y\n\n  z\nlast: &a {k: [v, \"w\"]}\n...\nText `code "
      "[x](/y)` more\n\n"
      "```ruby\n[x](/y)\n```\n",
      "\xEF\xBB\xBF---\ntitle: x\n---\n- [ ] [](\n> # q\n\n{% raw %}{{ x }}{% endraw %}[a]({{ b }})\n",
      "---\n- a\n- b: [\n\t- c\n? d\n: e\n\"q\": \"\\x\"\n[k]: v\n--- \n# \n## \n[^1]: "
      "f\n\xFF\xFE[x](\xC3#\n",
  };
  return all;
}

void expect_inside(text::Range range, std::size_t size, std::string_view what) {
  EXPECT_LE(range.begin, range.end) << what;
  EXPECT_LE(range.end, size) << what;
}

void expect_nested(const std::vector<Symbol>& symbols, text::Range outer) {
  for (const Symbol& symbol : symbols) {
    EXPECT_TRUE(outer.contains(symbol.range)) << symbol.name;
    EXPECT_TRUE(symbol.range.contains(symbol.selection)) << symbol.name;
    EXPECT_FALSE(symbol.name.empty());
    expect_nested(symbol.children, symbol.range);
  }
}

void check_laws(const Cursor& cursor) {
  const std::size_t size = cursor.context.text().size();
  for (const Problem& problem : diagnose(cursor.context)) {
    expect_inside(problem.range, size, problem.code.text());
    EXPECT_FALSE(problem.message.empty());
    for (const Fix& fix : problem.fixes) {
      EXPECT_FALSE(fix.title.empty());
      for (const FileEdits& file : fix.edit.files) {
        if (file.path != cursor.context.path) continue;
        for (const text::Edit& edit : file.edits) expect_inside(edit.range, size, fix.title);
      }
    }
    for (const Related& related : problem.related) {
      if (related.place.path == cursor.context.path) expect_inside(related.place.range, size, "related");
    }
  }
  for (const Completion& item : complete(cursor).items) {
    expect_inside(item.edit.range, size, item.label);
    EXPECT_TRUE(item.edit.range.touches(cursor.offset)) << item.label;
    EXPECT_EQ(text::slice(cursor.context.text(), item.edit.range).find('\n'), std::string_view::npos)
        << item.label;
  }
  for (const CodeAction& action : actions_for(cursor.context, {.range = {cursor.offset, cursor.offset}})) {
    for (const FileEdits& file : action.edit.files) {
      if (file.path != cursor.context.path) continue;
      for (const text::Edit& edit : file.edits) expect_inside(edit.range, size, action.title);
    }
  }
  for (const InlayHint& hint : inlay_hints(cursor.context, {0, static_cast<text::Offset>(size)}))
    EXPECT_LE(hint.offset, size) << hint.label;
  for (const CodeLens& lens : code_lenses(cursor.context)) expect_inside(lens.range, size, lens.title);
  if (const auto text = hover_at(cursor)) {
    expect_inside(text->range, size, "hover");
    EXPECT_TRUE(text->range.touches(cursor.offset));
  }
  for (const Mention& mention : mentions(cursor.context)) {
    expect_inside(mention.area, size, "mention");
    EXPECT_TRUE(mention.area.contains(mention.range)) << mention.thing.path << mention.thing.name;
  }
  for (const FileRange& place : definition(cursor).places) {
    if (place.path == cursor.context.path) expect_inside(place.range, size, "definition");
  }
  for (const FileRange& place : references(cursor, true)) {
    if (place.path == cursor.context.path) expect_inside(place.range, size, "reference");
  }
  for (const text::Range range : selections(cursor)) expect_inside(range, size, "selection");
  for (const Fold& fold : folds(cursor.context)) {
    EXPECT_LT(fold.first_line, fold.last_line);
    EXPECT_LT(fold.last_line, cursor.context.document->lines.line_count());
  }
  for (const Highlight& highlight : highlights(cursor)) expect_inside(highlight.range, size, "highlight");
  for (const DocumentLink& link : document_links(cursor.context)) expect_inside(link.range, size, "link");
  expect_nested(document_symbols(cursor.context), {0, static_cast<text::Offset>(size)});
}

// A post with this text in the site, the cursor at its start.
DrawnCursor cursor_in(const site::Site& site, const std::string& text) {
  const std::string path = "_posts/2024-05-01-x.md";
  const site::SitePtr changed = site.with_changes({{path, text}});
  auto document = std::make_shared<const syntax::Document>(text, changed->parse_options(path));
  return {Context(surroundings_of(changed), path, std::move(document))};
}

TEST(Laws, HoldForEveryPrefixWithTheCursorAtItsEnd) {
  const support::Fixture fixture = support::load_fixture(drawn_site);
  for (const std::string& text : texts()) {
    for (std::size_t length = 0; length <= text.size(); ++length) {
      const std::string prefix = text.substr(0, length);
      DrawnCursor cursor = cursor_in(*fixture.site, prefix);
      cursor.offset = static_cast<text::Offset>(length);
      check_laws(cursor);
      if (::testing::Test::HasFailure()) FAIL() << "first failure behind\n" << prefix;
    }
  }
}

TEST(Laws, HoldAtEveryPlaceOfAWholeText) {
  const support::Fixture fixture = support::load_fixture(drawn_site);
  for (const std::string& text : texts()) {
    DrawnCursor cursor = cursor_in(*fixture.site, text);
    for (std::size_t offset = 0; offset <= text.size(); ++offset) {
      cursor.offset = static_cast<text::Offset>(offset);
      check_laws(cursor);
      if (::testing::Test::HasFailure()) FAIL() << "first failure at " << offset << " of\n" << text;
    }
  }
}

// Healthy front matters with bytes flipped, lines cut and halves of them typed twice: whatever Psych's own
// parser refuses has at least one problem, and what it takes none of `yaml-syntax`.
TEST(Laws, HoldForFrontMattersThatBreakAtRandom) {
  const support::Fixture fixture = support::load_fixture(drawn_site);
  const std::vector<std::string> healthy = {
      "---\ntitle: \"A: b\"\ntags: [a, 'b c']\ncategories:\n  - x\ndate: 2024-05-01 10:00:00 "
      "+0900\n---\nText.\n",
      "---\r\nlayout: post\r\nimage:\r\n  path: /a.png\r\n  alt: >\r\n    Two\r\n    lines\r\n---\r\n# "
      "제목\r\n",
      "---\npermalink: /x/:title/\nredirect_from: [/a/, b]\npublished: no # why\ntag: foo\ntags: {a: "
      "b}\n---\n"};
  std::mt19937 random(4);  // NOLINT: the same mutations in every run
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random() % (limit + 1)); };
  for (int round = 0; round < 600; ++round) {
    std::string text = healthy[below(healthy.size() - 1)];
    for (std::size_t change = 0; change <= below(3); ++change) {
      const std::size_t at = below(text.size() - 1);
      const std::size_t size = below(std::min<std::size_t>(12, text.size() - at));
      switch (below(3)) {
        case 0:
          text[at] = "\t:#[]{}\"'-&*!|>%@`, \nx"[below(20)];
          break;
        case 1:
          text.erase(at, size);
          break;
        case 2:
          text.insert(below(text.size()), text.substr(at, size));
          break;
        default:
          text[at] = static_cast<char>(below(255));
      }
      if (text.empty()) text = "-";
    }
    DrawnCursor cursor = cursor_in(*fixture.site, text);
    cursor.offset = static_cast<text::Offset>(below(text.size()));
    check_laws(cursor);
    const syntax::FrontMatter& front = cursor.context.document->front_matter;
    const std::vector<Problem> problems = diagnose(cursor.context);
    const bool told = std::any_of(problems.begin(), problems.end(), [](const Problem& problem) {
      return problem.code == rules.yaml_syntax.code || problem.code == rules.yaml_tab.code ||
             problem.code == rules.not_utf8.code;
    });
    if (front.state == syntax::FrontMatter::State::present) {
      EXPECT_EQ(told, !front.tree.valid || !text::is_valid_utf8(text));
    }
    if (::testing::Test::HasFailure()) FAIL() << "first failure at\n" << text;
  }
}

// Bodies of half-typed links and Liquid put together at random, with the cursor anywhere.
TEST(Laws, HoldForBodiesThatAreHalfTyped) {
  const support::Fixture fixture =
      support::load_fixture(std::string(drawn_site) +
                            "-- _includes/nav.html --\n{{ include.x }}\n-- _data/nav.yml --\na: {b: [c]}\n");
  constexpr std::array<std::string_view, 44> pieces = {"{{",
                                                       "}}",
                                                       "{%",
                                                       "%}",
                                                       "{%-",
                                                       "-%}",
                                                       "{",
                                                       "}",
                                                       "%",
                                                       "|",
                                                       " ",
                                                       "\n",
                                                       "\n\n",
                                                       "\r\n",
                                                       "\t",
                                                       ".",
                                                       ":",
                                                       ",",
                                                       "\"",
                                                       "'",
                                                       "[",
                                                       "](",
                                                       "][",
                                                       ")",
                                                       "#",
                                                       "##",
                                                       "/",
                                                       "`",
                                                       "```",
                                                       "~~~",
                                                       "[^1]: ",
                                                       "[x]: ",
                                                       "site.data.nav.a",
                                                       "page.",
                                                       "include ",
                                                       "nav.html x=",
                                                       "post_url 2024",
                                                       "raw",
                                                       "endraw",
                                                       "for a in site.posts",
                                                       "if a",
                                                       "| append",
                                                       "<a href=\"",
                                                       "나"};
  std::mt19937 random(9);  // NOLINT: the same texts in every run
  for (int round = 0; round < 1500; ++round) {
    std::string text = "---\ntitle: x\n---\n";
    const std::size_t body = text.size();
    for (std::size_t i = 0; i < 3 + random() % 14; ++i) text += pieces[random() % pieces.size()];
    DrawnCursor cursor = cursor_in(*fixture.site, text);
    for (std::size_t offset : {text.size(), body + random() % (text.size() - body + 1)}) {
      // Cursors stand between characters.
      while ((static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U) ++offset;
      cursor.offset = static_cast<text::Offset>(offset);
      check_laws(cursor);
    }
    if (::testing::Test::HasFailure()) FAIL() << "first failure at\n" << text;
  }
}

TEST(Laws, HoldWithoutASite) {
  for (const std::string& text : texts()) {
    DrawnCursor cursor{Context(surroundings_of(nullptr), "x.md",
                               std::make_shared<const syntax::Document>(text, syntax::ParseOptions{}))};
    for (std::size_t offset = 0; offset <= text.size(); ++offset) {
      cursor.offset = static_cast<text::Offset>(offset);
      check_laws(cursor);
    }
  }
}

}  // namespace
}  // namespace features
