// Reference links and their definitions, and links that a blank keeps from being one. Rules: kramdown
// lib/kramdown/parser/kramdown/link.rb: the last definition of a label wins; `[text](…)` and `[text][label]`
// stand without a blank, `[text] [label]` may have one.
#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/liquid/text.h"
#include "server/features/diagnostics/markdown/text.h"
#include "server/features/knowledge/words.h"
#include "server/text/ascii.h"

namespace features::diagnostics {
namespace {

using syntax::Definition;
using syntax::Trap;
using text::is_word_byte;

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return is_word_byte(c) && !text::is_digit(c); });
}

// `[text][label]` that looks like nothing but a link: no `array[i][j]`, no `[1][2]`, no `[a][b](c)`.
bool is_reference(std::string_view text, const Trap& trap, std::string_view label) {
  std::size_t before = trap.range.begin;
  if (before > 0 && text[before - 1] == '!') --before;
  if (before > 0 && (is_word_byte(text[before - 1]) ||
                     std::string_view("]\\[$)").find(text[before - 1]) != std::string_view::npos))
    return false;
  const char behind = trap.range.end < text.size() ? text[trap.range.end] : '\n';
  if (behind == '(' || behind == '[' || behind == ':' || is_word_byte(behind)) return false;
  const std::string_view content = text::slice(text, {trap.range.begin + 1, trap.part.begin - 1});
  return has_letter(content) && !label.starts_with('^') && !label.empty() &&
         label.find_first_of("{}$<>|\\") == std::string_view::npos;
}

void undefined(const Context& context, Report& report) {
  const std::string_view text = context.text();
  for (const Trap& trap : context.markdown().traps) {
    if (trap.kind != Trap::Kind::undefined_label || trap.part.size() < 2 || holds_liquid(context, trap.range))
      continue;
    std::string_view label = text::slice(text, {trap.part.begin + 1, trap.part.end - 1});
    const bool own_text = label.empty();
    if (own_text) label = text::slice(text, {trap.range.begin + 1, trap.part.begin - 1});
    if (!is_reference(text, trap, label)) continue;
    const std::string shown(text::trim(label, text::is_blank_or_line_end));
    Problem& problem =
        report.add(rules.undefined_reference, own_text ? trap.range : trap.part,
                   "Nothing defines " + code("[" + shown + "]") + ": readers see the brackets. Write " +
                       code("[" + shown + "]: address") + " on a line of its own.");
    std::vector<std::string> labels;
    for (const Definition& definition : context.markdown().definitions)
      labels.emplace_back(text::slice(text, definition.label_range));
    const std::string nearest = own_text ? std::string() : nearest_name(labels, label);
    if (!nearest.empty())
      offer(problem, context, "Write " + code("[" + nearest + "]"),
            {{{trap.part.begin + 1, trap.part.end - 1}, nearest}});
  }
}

// `[//]: # (a comment)` and its kin: definitions that nobody refers to on purpose.
bool is_comment(const Definition& definition) {
  return definition.href.empty() || definition.href == "#" || definition.href.starts_with("# ") ||
         definition.href.starts_with("#(") || definition.href == "<>" || definition.href == "/" ||
         !has_letter(definition.label) || definition.label.starts_with("comment") ||
         definition.label.starts_with('_') || definition.label.starts_with('^');
}

// The line of a definition, if nothing else stands there.
std::vector<text::Edit> without(std::string_view text, const Definition& definition) {
  text::Offset begin = definition.range.begin;
  while (begin > 0 && text[begin - 1] == ' ') --begin;
  if (begin > 0 && text[begin - 1] != '\n') return {};
  const std::size_t newline = text.find('\n', definition.range.end);
  const auto end = static_cast<text::Offset>(newline == std::string_view::npos ? text.size() : newline + 1);
  if (!text::holds_only(text::slice(text, {definition.range.end, end}), text::is_blank_or_line_end))
    return {};
  return {{{begin, end}, ""}};
}

void unused(const Context& context, Report& report) {
  const syntax::Markdown& markdown = context.markdown();
  std::vector<bool> used(markdown.definitions.size());
  for (const syntax::Link& link : markdown.links) {
    if (link.definition >= 0) used[static_cast<std::size_t>(link.definition)] = true;
  }
  // Of a branch that is not taken now.
  std::unordered_set<std::string_view> in_branches;
  const syntax::Markdown& source = context.document->markdown;
  for (const syntax::Link& link : source.links) {
    if (link.definition >= 0)
      in_branches.insert(source.definitions[static_cast<std::size_t>(link.definition)].label);
  }
  for (std::size_t i = 0; i < used.size(); ++i) {
    const Definition& definition = markdown.definitions[i];
    if (used[i] || definition.overridden || is_comment(definition) ||
        holds_liquid(context, definition.range) || in_branches.contains(definition.label))
      continue;
    Problem& problem =
        report.add(rules.unused_definition, definition.range,
                   "Nothing in this text refers to " + code("[" + definition.label + "]") + ".");
    problem.unnecessary = true;
    if (auto edits = without(context.text(), definition); !edits.empty())
      offer(problem, context, "Delete it", std::move(edits));
  }
}

void duplicates(const Context& context, Report& report) {
  const auto& definitions = context.markdown().definitions;
  std::unordered_map<std::string_view, const Definition*> winners;
  for (const Definition& definition : definitions) {
    if (!definition.overridden) winners[definition.label] = &definition;
  }
  std::vector<text::Range> uncertain;
  bool asked = false;
  for (const Definition& definition : definitions) {
    const auto winner = winners.find(definition.label);
    if (!definition.overridden || winner == winners.end() || winner->second->href == definition.href ||
        is_comment(definition) || holds_liquid(context, definition.range) ||
        holds_liquid(context, winner->second->range))
      continue;
    // One of them may stand in a branch that is not taken.
    if (!std::exchange(asked, true) && runs_liquid(context)) uncertain = LiquidText(context).uncertain();
    const auto in_block = [&](const Definition& one) {
      return std::any_of(uncertain.begin(), uncertain.end(),
                         [&](text::Range block) { return block.contains(one.range); });
    };
    if (in_block(definition) || in_block(*winner->second)) continue;
    Problem& problem = report.add(rules.duplicate_definition, definition.range,
                                  code("[" + definition.label + "]") +
                                      " is defined again below: kramdown takes the last one, " +
                                      code(winner->second->href) + ".");
    relate(problem, context, winner->second->range, "This one wins.");
    if (auto edits = without(context.text(), definition); !edits.empty())
      offer(problem, context, "Delete this one", std::move(edits));
  }
}

bool is_address(std::string_view text) {
  for (const std::string_view start : {"http://", "https://", "mailto:", "/", "./", "../"}) {
    if (text.starts_with(start)) return text.size() > start.size();
  }
  return false;
}

void spaced(const Context& context, Report& report) {
  const std::string_view text = context.text();
  for (const Trap& trap : context.markdown().traps) {
    if (trap.kind != Trap::Kind::spaced_link) continue;
    const std::size_t close = text.find_first_of(") \t\r\n", trap.range.end);
    if (close == std::string_view::npos || text[close] != ')') continue;
    const std::string_view address = text.substr(trap.range.end, close - trap.range.end);
    const std::string_view content = text::slice(text, {trap.range.begin + 1, trap.part.begin - 1});
    const auto end = static_cast<text::Offset>(close + 1);
    // Numbers in brackets are notes, whatever stands behind them.
    if (!is_address(address) || !has_letter(content) || holds_liquid(context, {trap.range.begin, end}))
      continue;
    // Of another site's address readers lose no more than the comfort of a click: it stands there in full.
    const bool foreign = address.starts_with("http") || address.starts_with("mailto:");
    const text::Offset begin =
        trap.range.begin - (trap.range.begin > 0 && text[trap.range.begin - 1] == '!' ? 1 : 0);
    Problem& problem =
        report.add(rules.spaced_link, {begin, end},
                   "A blank parts text and address: this is no link, and readers see the brackets.");
    if (foreign) problem.severity = Severity::hint;
    offer(problem, context, "Remove the blank", {{{trap.part.begin, trap.part.begin + 1}, ""}});
  }
}

}  // namespace

void references(const Context& context, Report& report) {
  if (!judges_markdown(context)) return;
  const syntax::Markdown& markdown = context.markdown();
  if (!markdown.traps.empty()) spaced(context, report);
  duplicates(context, report);
  // The other half may stand in an include, in what a plugin writes, or be made by Liquid.
  if ((markdown.traps.empty() && markdown.definitions.empty()) || has_foreign_text(context)) return;
  const std::vector<Definition>& written = context.document->markdown.definitions;
  if (std::any_of(written.begin(), written.end(), [&](const Definition& definition) {
        return holds_liquid(context, definition.label_range);
      }))
    return;
  undefined(context, report);
  unused(context, report);
}

}  // namespace features::diagnostics
