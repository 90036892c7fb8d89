// Fences that kramdown does not take for code. Rules: kramdown-parser-gfm 1.1, FENCED_CODEBLOCK_MATCH.
#include <string>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/markdown/text.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/text/ascii.h"

namespace features::diagnostics {
namespace {

using syntax::Trap;

// Does a line below hold nothing but such a run, or a longer one?
bool is_closed_below(std::string_view text, text::Offset from, std::string_view run) {
  for (std::size_t at = text.find(run, from); at != std::string_view::npos; at = text.find(run, at + 1)) {
    const std::size_t begin = text.rfind('\n', at) + 1;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text::trim(text.substr(begin, end - begin), text::is_blank_or_line_end);
    if (line.starts_with(run) && line.find_first_not_of(run.back()) == std::string_view::npos) return true;
  }
  return false;
}

void two_words(const Context& context, const Trap& trap, Report& report) {
  const std::string_view text = context.text();
  const std::string_view info = text::slice(text, trap.part);
  Problem& problem = report.add(rules.fence_info_blank, trap.part,
                                "kramdown takes one word behind a fence, not " + code(info) +
                                    ": this is no code block, and readers see the code as text.");
  const std::size_t word = info.find_first_of(" \t");
  const std::string_view run = fence_run(text::slice(text, trap.range));
  if (word == std::string_view::npos || !is_closed_below(text, trap.range.end, run)) return;
  const auto begin = trap.part.begin + static_cast<text::Offset>(word);
  offer(problem, context, "Write " + code(info.substr(0, word)) + " alone", {{{begin, trap.part.end}, ""}});
}

// A list item or a quote takes the opening, as a line of its own text, and ends before the closing one.
void in_item(const Context& context, const Trap& trap, Report& report) {
  Problem& problem = report.add(
      rules.unclosed_fence, trap.range,
      "This fence belongs to the item above it, which ends before the fence does: it is no code block, and "
      "readers see the code as text. Put an empty line before it, or indent the code as far as the item's "
      "text.");
  const std::string_view text = context.text();
  const std::size_t begin = text.rfind('\n', trap.range.begin) + 1;
  if (begin != trap.range.begin) return;
  offer(problem, context, "Put an empty line before it",
        {{{trap.range.begin, trap.range.begin}, std::string(line_end(context))}});
}

void unclosed(const Context& context, const Trap& trap, Report& report) {
  const std::string_view text = context.text();
  const std::string run(fence_run(text::slice(text, trap.range)));
  if (is_closed_below(text, trap.range.end, run)) {
    in_item(context, trap, report);
    return;
  }
  Problem& problem =
      report.add(rules.unclosed_fence, trap.range,
                 "Nothing closes this fence: it is no code block, and readers see the code as text. "
                 "Write " +
                     code(run) + " on a line of its own behind the code.");
  const std::size_t begin = text.rfind('\n', trap.range.begin) + 1;
  const std::string indent(text.substr(begin, trap.range.begin - begin));
  if (!text::holds_only(indent, text::is_blank)) return;
  const auto size = static_cast<text::Offset>(text.size());
  const std::string eol(line_end(context));
  offer(problem, context, "Close it at the end of the text",
        {{{size, size}, (text.ends_with('\n') ? "" : eol) + indent + run + eol}});
}

}  // namespace

void code_fences(const Context& context, Report& report) {
  if (!is_kramdown(context)) return;
  bool told = false;
  for (const Trap& trap : context.markdown().traps) {
    if (!is_broken_fence(context, trap)) continue;
    if (holds_liquid(context, trap.range)) continue;
    // Behind the first fence that is none, the end of it seems to open another.
    if (trap.kind == Trap::Kind::unclosed_fence) {
      if (!told) unclosed(context, trap, report);
      told = true;
    } else {
      // Converters and hooks of the site may read such fences before kramdown does.
      if (!context.site->runs_unknown_code()) two_words(context, trap, report);
      told = true;
    }
  }
}

}  // namespace features::diagnostics
