// Lines of text that become a table. Rules: kramdown lib/kramdown/parser/kramdown/table.rb.
#include <algorithm>
#include <string>
#include <vector>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/markdown/text.h"

namespace features::diagnostics {
namespace {

// The bars that part cells: neither escaped nor in a code span.
std::vector<text::Offset> bars_in(std::string_view text, text::Range line) {
  std::vector<text::Offset> bars;
  for (text::Offset at = line.begin; at < line.end; ++at) {
    if (text[at] == '\\') {
      ++at;
    } else if (text[at] == '`') {
      text::Offset run = at;
      while (run < line.end && text[run] == '`') ++run;
      const std::string_view rest = text::slice(text, {run, line.end});
      const std::size_t close = rest.find(text::slice(text, {at, run}));
      at =
          close == std::string_view::npos ? run - 1 : run + static_cast<text::Offset>(close) + (run - at) - 1;
    } else if (text[at] == '|') {
      bars.push_back(at);
    }
  }
  return bars;
}

}  // namespace

void tables(const Context& context, Report& report) {
  if (!judges_markdown(context)) return;
  const std::string_view text = context.text();
  for (const syntax::Trap& trap : context.markdown().traps) {
    if (trap.kind != syntax::Trap::Kind::plain_table || holds_liquid(context, trap.range)) continue;
    const std::string_view source = text::slice(text, trap.range);
    // Of several lines with bars a table was meant, or a list that looks like one.
    if (source.find('\n') != std::string_view::npos || source.ends_with('|')) continue;
    const std::vector<text::Offset> bars = bars_in(text, trap.range);
    if (bars.empty()) continue;
    Problem& problem = report.add(
        rules.accidental_table, {bars.front(), bars.front() + 1},
        "kramdown makes a table of this line, since it holds a bar. Write `\\|` to keep it a line of text.");
    if (source.find("<code") != std::string_view::npos) continue;
    std::vector<text::Edit> edits;
    for (const text::Offset bar : bars) edits.push_back({{bar, bar}, "\\"});
    offer(problem, context, "Escape the bars", std::move(edits));
  }
}

}  // namespace features::diagnostics
