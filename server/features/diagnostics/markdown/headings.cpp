// Headings: ids that kramdown does not take or gives twice, levels that are left out, a title that stands
// there twice. Rules: kramdown lib/kramdown/parser/kramdown/header.rb (HEADER_ID), converter/base.rb
// (generate_id).
#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/liquid/text.h"
#include "server/features/diagnostics/markdown/text.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/text/ascii.h"

namespace features::diagnostics {
namespace {

using syntax::Heading;
using text::is_digit;

// `{#…}` at the end of a heading's text, which kramdown has not taken for its id.
void invalid_ids(const Context& context, Report& report) {
  const std::string_view text = context.text();
  const std::vector<Heading>& headings = context.markdown().headings;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const Heading& heading = headings[i];
    if (heading.masked || heading.raw_html || !heading_stands_here(context, i)) continue;
    const std::string_view content = text::slice(text, heading.content);
    const std::size_t brace = content.rfind("{#");
    if (!content.ends_with('}') || brace == std::string_view::npos) continue;
    const std::string_view id = content.substr(brace + 2, content.size() - brace - 3);
    const auto begin = heading.content.begin + static_cast<text::Offset>(brace);
    const text::Range range = {begin, heading.content.end};
    if (id.empty() || id.find_first_of("{}`<>") != std::string_view::npos) continue;
    if (brace == 0 || !text::is_blank(content[brace - 1])) {
      if (brace == 0 || content[brace - 1] == '`' || content[brace - 1] == '\\') continue;
      Problem& problem =
          report.add(rules.invalid_heading_id, range,
                     "Without a blank before it this is no id: readers see it as a part of the heading.");
      if (id.find_first_of(" \t") == std::string_view::npos && !is_digit(id.front()))
        offer(problem, context, "Insert a blank", {{{begin, begin}, " "}});
      continue;
    }
    const bool digit = is_digit(id.front());
    Problem& problem = report.add(rules.invalid_heading_id, range,
                                  std::string(digit ? "An id that begins with a digit is none to kramdown"
                                                    : "kramdown takes this for no id: it must be one word of "
                                                      "letters, digits, `-`, `_`, `.` and `:`") +
                                      ". Readers see it as a part of the heading, and links to " +
                                      code("#" + std::string(id)) + " lead nowhere.");
    if (digit && id.find_first_of(" \t") == std::string_view::npos)
      offer(problem, context, "Write " + code("{#id-" + std::string(id) + "}"),
            {{{begin + 2, begin + 2}, "id-"}});
  }
}

// Has this heading's id got a number behind it, since another one has the id before it?
std::string_view base_of(const Heading& heading) {
  const std::string_view id = *heading.id;
  const std::size_t dash = id.rfind('-');
  if (!heading.id_range.empty() || dash == std::string_view::npos || dash == 0 || dash + 1 == id.size())
    return {};
  const std::string_view number = id.substr(dash + 1);
  if (!text::holds_only(number, is_digit) || heading.text.ends_with(number)) return {};
  return id.substr(0, dash);
}

void duplicate_ids(const Context& context, Report& report) {
  const auto& headings = context.markdown().headings;
  std::unordered_map<std::string_view, const Heading*> first;
  std::set<std::pair<bool, std::string_view>> told;
  std::vector<text::Range> uncertain;
  bool asked = false;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const Heading& heading = headings[i];
    if (!heading.id || heading.masked) continue;
    const bool same = first.contains(*heading.id);
    const std::string_view id = same ? std::string_view(*heading.id) : base_of(heading);
    const auto other = id.empty() ? first.end() : first.find(id);
    if (!same) first.emplace(*heading.id, &heading);
    if (other == first.end() || told.contains({same, id}) || !heading_stands_here(context, i)) continue;
    // Ids that were made of nothing (`section`) are nobody's to link to.
    if (!same && other->second->text != heading.text) continue;
    // Only one of them may be shown.
    if (!std::exchange(asked, true) && runs_liquid(context)) uncertain = LiquidText(context).uncertain();
    const auto in_block = [&](const Heading& one) {
      return std::any_of(uncertain.begin(), uncertain.end(),
                         [&](text::Range block) { return block.contains(one.range); });
    };
    if (in_block(heading) || in_block(*other->second)) continue;
    if (same && heading.id_range.empty() && other->second->id_range.empty()) continue;
    told.emplace(same, id);
    const text::Range range = heading.id_range.empty() ? heading.content : heading.id_range;
    Problem& problem =
        report.add(rules.duplicate_heading_id, range,
                   same ? "Another heading has the id " + code(id) + " already: links to it lead there."
                        : "The id of this heading is " + code(*heading.id) + ", since " + code(id) +
                              " is taken. It changes with every heading of that name above it; to link here, "
                              "give it an id: " +
                              code("{#name}") + ".");
    if (same) problem.severity = Severity::warning;
    relate(problem, context, other->second->range, "The first one.");
  }
}

// Each kind of step once.
void skipped_levels(const Context& context, Report& report) {
  const Heading* above = nullptr;
  std::set<std::pair<int, int>> told;
  const std::vector<Heading>& headings = context.markdown().headings;
  for (std::size_t i = 0; i < headings.size(); ++i) {
    const Heading& heading = headings[i];
    const Heading* last = std::exchange(above, &heading);
    if (!last || heading.raw_html || heading.masked || heading.level <= last->level + 1 ||
        !heading_stands_here(context, i))
      continue;
    if (may_bring_blocks(context, {last->range.end, heading.range.begin})) continue;
    if (!told.emplace(last->level, heading.level).second) continue;
    const std::string from = std::to_string(last->level);
    const std::string to = std::to_string(heading.level);
    Problem& problem = report.add(
        rules.heading_skips_level, heading.range,
        "A heading of level " + to + " below one of level " + from + ": the level between them is missing.");
    relate(problem, context, last->range, "The heading before.");
  }
}

// Blanks folded, ASCII letters small.
std::string folded(std::string_view text) {
  std::string result;
  for (const char c : text::ascii_lower(text::trim(text, text::is_blank_or_line_end))) {
    const bool blank = text::is_blank_or_line_end(c);
    if (!blank || (!result.empty() && result.back() != ' ')) result += blank ? ' ' : c;
  }
  return result;
}

void repeated_title(const Context& context, Report& report) {
  const auto& headings = context.markdown().headings;
  if (headings.empty() || !heading_stands_here(context, 0) || !has_front_matter(context) ||
      context.page->data_invalid)
    return;
  const Heading& heading = headings.front();
  const syntax::Member* member = context.document->front_matter.data.find_member("title");
  const std::string* title = member ? member->value.string() : nullptr;
  if (heading.level != 1 || heading.masked || heading.raw_html || !title ||
      folded(*title) != folded(heading.text) || title->empty())
    return;
  if (!context.site->layout_shows_title(context.page->layout.value)) return;
  Problem& problem = report.add(
      rules.title_repeated, heading.range,
      "The layout " + code(context.page->layout.value) + " shows the title already: readers see it twice.");
  relate(problem, context, member->value.range, "The title.");
  const std::string_view text = context.text();
  text::Offset end = heading.range.end;
  // With the empty lines behind it.
  for (;;) {
    const std::size_t newline = text.find('\n', end);
    if (newline == std::string_view::npos ||
        !text::holds_only(text.substr(end, newline - end), text::is_blank_or_line_end))
      break;
    end = static_cast<text::Offset>(newline + 1);
  }
  if (heading.range.begin > 0 && text[heading.range.begin - 1] == '\n')
    offer(problem, context, "Delete the heading", {{{heading.range.begin, end}, ""}});
}

}  // namespace

void headings(const Context& context, Report& report) {
  if (!judges_markdown(context) || context.markdown().headings.empty()) return;
  invalid_ids(context, report);
  duplicate_ids(context, report);
  skipped_levels(context, report);
  repeated_title(context, report);
}

}  // namespace features::diagnostics
