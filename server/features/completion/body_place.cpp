#include "server/features/completion/body_place.h"

#include <algorithm>
#include <string_view>

#include "server/text/ascii.h"

namespace features::completion {
namespace {

using text::is_blank;
using text::Offset;
using text::Range;

Range line_at(const syntax::Document& document, Offset offset) {
  return document.lines.line_range(document.text, document.lines.line_of(offset));
}

// Code spans do not cross blank lines. Looks back no further than this many lines: a longer paragraph is
// none.
constexpr std::uint32_t paragraph_lines = 200;

bool in_code_span(const syntax::Document& document, Offset cursor) {
  const std::string_view text = document.text;
  std::uint32_t first = document.lines.line_of(cursor);
  for (std::uint32_t up = 0; first > 0 && up < paragraph_lines; ++up) {
    if (text::holds_only(text::slice(text, document.lines.line_range(text, first - 1)),
                         text::is_blank_or_return))
      break;
    --first;
  }
  Offset at = document.lines.line_start(first);
  const auto run_at = [&](Offset place) {
    Offset end = place;
    while (end < text.size() && text[end] == '`') ++end;
    return end - place;
  };
  // Bounded work: a span that has not ended two thousand bytes behind the cursor is none.
  const Offset limit = static_cast<Offset>(std::min<std::size_t>(text.size(), cursor + std::size_t{2000}));
  while (at < cursor) {
    if (text[at] == '\\') {
      at += 2;
      continue;
    }
    if (text[at] != '`') {
      ++at;
      continue;
    }
    const Offset open = run_at(at);
    Offset close = at + open;
    bool closed = false;
    Offset line_begin = close;
    while (close < limit) {
      if (text[close] == '\n') {
        if (text::holds_only(text.substr(line_begin, close - line_begin), text::is_blank_or_return) &&
            line_begin != at + open)
          break;
        line_begin = close + 1;
      }
      if (text[close] != '`') {
        ++close;
        continue;
      }
      const Offset run = run_at(close);
      close += run;
      if (run == open) {
        closed = true;
        break;
      }
    }
    if (!closed) {
      at += open;
    } else {
      if (cursor >= at + open && cursor <= close - open) return true;
      at = close;
    }
  }
  return false;
}

// Where an address that begins at `begin` ends: at a closing character, a blank or the line's end.
Offset address_end(std::string_view text, Offset begin, Offset line_end, std::string_view closers) {
  Offset depth = 0;
  Offset end = begin;
  while (end < line_end) {
    const char c = text[end];
    if (c == '(') ++depth;
    if (c == ')' && depth > 0) {
      --depth;
    } else if (closers.find(c) != std::string_view::npos) {
      break;
    }
    ++end;
  }
  return end;
}

// `[text](` or `![text](` with nothing but an address between it and the cursor.
std::optional<AddressPlace> inline_address(std::string_view text, Range line, Offset cursor) {
  const std::string_view before = text::slice(text, {line.begin, cursor});
  const std::size_t open = before.rfind("](");
  if (open == std::string_view::npos) return std::nullopt;
  Offset begin = line.begin + static_cast<Offset>(open) + 2;
  std::string_view closers = ") \t";
  if (begin < cursor && text[begin] == '<') {
    ++begin;
    closers = ">";
  }
  const Offset end = address_end(text, begin, line.end, closers);
  if (end < cursor) return std::nullopt;
  // The bracket that opens the text tells images from links.
  std::size_t depth = 0;
  bool image = false;
  for (std::size_t i = open + 1; i-- > 0;) {
    if (before[i] == ']') ++depth;
    if (before[i] == '[' && --depth == 0) {
      image = i > 0 && before[i - 1] == '!';
      break;
    }
  }
  return AddressPlace{{begin, end}, image, false, '\0'};
}

// `href="` or `src='` inside a tag.
std::optional<AddressPlace> attribute_address(std::string_view text, Range line, Offset cursor) {
  const std::string_view before = text::slice(text, {line.begin, cursor});
  const std::size_t quote = before.find_last_of("\"'");
  if (quote == std::string_view::npos || quote == 0 || before[quote - 1] != '=') return std::nullopt;
  std::size_t name = quote - 1;
  while (name > 0 && text::is_ascii_lowercase(before[name - 1])) --name;
  const std::string_view attribute = before.substr(name, quote - 1 - name);
  if (attribute != "href" && attribute != "src") return std::nullopt;
  const std::size_t tag = before.substr(0, name).rfind('<');
  if (tag == std::string_view::npos || before.find('>', tag) != std::string_view::npos) return std::nullopt;
  const Offset begin = line.begin + static_cast<Offset>(quote) + 1;
  const char closer = before[quote];
  const Offset end = address_end(text, begin, line.end, std::string_view(&closer, 1));
  return AddressPlace{{begin, end}, attribute == "src", false, closer};
}

// `[label]: address` at the start of a line.
std::optional<AddressPlace> definition_address(std::string_view text, Range line, Offset cursor) {
  Offset at = line.begin;
  while (at < line.end && at - line.begin < 3 && text[at] == ' ') ++at;
  if (at >= line.end || text[at] != '[') return std::nullopt;
  const std::size_t close = text::slice(text, {at, line.end}).find("]:");
  if (close == std::string_view::npos || text[at + 1] == '^') return std::nullopt;
  Offset begin = at + static_cast<Offset>(close) + 2;
  while (begin < line.end && is_blank(text[begin])) ++begin;
  const Offset end = address_end(text, begin, line.end, " \t");
  if (cursor < begin || cursor > end || !is_blank(text[begin - 1])) return std::nullopt;
  return AddressPlace{{begin, end}, false, false, '\0'};
}

}  // namespace

bool in_code(const syntax::Document& document, Offset cursor) {
  for (const syntax::CodeBlock& block : document.markdown.code_blocks) {
    if (block.range.begin < cursor && cursor < block.range.end) return true;
  }
  return document.options.format == syntax::ParseOptions::Format::markdown && in_code_span(document, cursor);
}

std::optional<Range> fragment_behind_liquid(const syntax::Document& document, Offset cursor) {
  const std::string_view text = document.text;
  const Range line = line_at(document, cursor);
  if (cursor > line.end) return std::nullopt;
  const std::string_view before = text::slice(text, {line.begin, cursor});
  const std::size_t hash = before.rfind('#');
  constexpr std::string_view ends = " \t)\"'>";
  if (hash == std::string_view::npos || hash < 2 ||
      before.find_first_of(ends, hash) != std::string_view::npos)
    return std::nullopt;
  const std::string_view closing = before.substr(hash - 2, 2);
  const bool link =
      before.rfind("](", hash) != std::string_view::npos || before.rfind("=", hash) != std::string_view::npos;
  if ((closing != "%}" && closing != "}}") || !link || in_code(document, cursor)) return std::nullopt;
  const std::size_t rest = std::min(text::slice(text, {cursor, line.end}).find_first_of(ends),
                                    static_cast<std::size_t>(line.end - cursor));
  return Range{line.begin + static_cast<Offset>(hash) + 1, cursor + static_cast<Offset>(rest)};
}

std::optional<Range> label_at(const syntax::Document& document, Offset cursor) {
  const std::string_view text = document.text;
  const Range line = line_at(document, cursor);
  if (cursor > line.end || document.options.format != syntax::ParseOptions::Format::markdown)
    return std::nullopt;
  const std::string_view before = text::slice(text, {line.begin, cursor});
  const std::size_t open = before.rfind('[');
  if (open == std::string_view::npos || open == 0 || before[open - 1] != ']' ||
      before.find(']', open) != std::string_view::npos)
    return std::nullopt;
  const Offset begin = line.begin + static_cast<Offset>(open) + 1;
  const std::string_view rest = text::slice(text, {cursor, line.end});
  const std::size_t close = rest.find_first_of("[]()");
  const bool closed = close != std::string_view::npos && rest[close] == ']';
  if (in_code(document, cursor)) return std::nullopt;
  return Range{begin, closed ? cursor + static_cast<Offset>(close) : cursor};
}

std::optional<Range> fence_info_at(const syntax::Document& document, Offset cursor) {
  const std::string_view text = document.text;
  const Range line = line_at(document, cursor);
  if (cursor > line.end || document.options.format != syntax::ParseOptions::Format::markdown)
    return std::nullopt;
  Offset at = line.begin;
  while (at < line.end && is_blank(text[at])) ++at;
  const char fence = at < line.end ? text[at] : '\0';
  if (fence != '`' && fence != '~') return std::nullopt;
  const Offset run = at;
  while (at < line.end && text[at] == fence) ++at;
  if (at - run < 3 || cursor < at) return std::nullopt;
  while (at < line.end && is_blank(text[at])) ++at;
  const std::string_view word = text::slice(text, {at, line.end});
  if (word.find_first_of(" \t`{%") != std::string_view::npos || cursor < at) return std::nullopt;
  // The fence that ends a block has no language.
  for (const syntax::CodeBlock& block : document.markdown.code_blocks) {
    if (block.fenced && block.range.begin < line.begin && line.begin < block.range.end) return std::nullopt;
  }
  return Range{at, line.end};
}

std::optional<AddressPlace> address_at(const syntax::Document& document, Offset cursor) {
  const std::string_view text = document.text;
  const Range line = line_at(document, cursor);
  if (cursor > line.end) return std::nullopt;
  for (const Range mask : document.liquid.masks) {
    if (mask.begin < cursor && cursor < mask.end) return std::nullopt;
  }
  std::optional<AddressPlace> place = inline_address(text, line, cursor);
  if (!place) place = attribute_address(text, line, cursor);
  if (!place) place = definition_address(text, line, cursor);
  if (!place || in_code(document, cursor)) return std::nullopt;
  const std::string_view typed = text::slice(text, {place->range.begin, cursor});
  if (typed.find("{{") != std::string_view::npos || typed.find("{%") != std::string_view::npos)
    return std::nullopt;
  return place;
}

}  // namespace features::completion
