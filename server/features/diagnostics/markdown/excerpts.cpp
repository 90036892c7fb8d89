// An excerpt separator that never comes. Rules: jekyll/lib/jekyll/{document,excerpt}.rb: the content is cut
// at exactly this text; without it the excerpt is all of the content.
#include <algorithm>
#include <string>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/markdown/text.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/text/ascii.h"

namespace features::diagnostics {
namespace {

// Letters and signs alone, small: `<!-- More -->` is as good as `<!--more-->` to its writer.
std::string bare(std::string_view text) {
  std::string result;
  for (const char c : text::ascii_lower(text)) {
    if (c != ' ' && c != '\t') result += c;
  }
  return result;
}

// A line that differs from the separator by blanks and letter case alone.
text::Range line_like(const Context& context, std::string_view separator) {
  const std::string_view text = context.text();
  const std::string wanted = bare(separator);
  for (std::size_t begin = context.document->front_matter.content; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = text::trim(text.substr(begin, end - begin), text::is_blank_or_line_end);
    if (!line.empty() && line.size() < wanted.size() + 40 && bare(line) == wanted) {
      const auto at = static_cast<text::Offset>(line.data() - text.data());
      return {at, at + static_cast<text::Offset>(line.size())};
    }
    begin = end + 1;
  }
  return {};
}

// Behind the first paragraph, at the beginning of a line.
text::Offset end_of_first_paragraph(const Context& context) {
  const std::string_view text = context.text();
  bool seen = false;
  for (std::size_t begin = context.document->front_matter.content; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const bool blank = text::holds_only(text.substr(begin, end - begin), text::is_blank_or_line_end);
    const auto at = static_cast<text::Offset>(begin);
    const auto& blocks = context.document->markdown.code_blocks;
    const bool in_code = std::any_of(blocks.begin(), blocks.end(),
                                     [at](const auto& block) { return block.range.contains(at); });
    if (blank && seen && !in_code) return at;
    seen = seen || !blank;
    begin = end + 1;
  }
  return static_cast<text::Offset>(text.size());
}

}  // namespace

void excerpts(const Context& context, Report& report) {
  if (!is_document(context) || !has_front_matter(context) || context.page->data_invalid) return;
  const syntax::Value& data = context.document->front_matter.data;
  const syntax::Member* member = data.find_member("excerpt_separator");
  const std::string* separator = member ? member->value.string() : nullptr;
  if (!separator || text::holds_only(*separator, text::is_blank_or_line_end) || data.find("excerpt")) return;
  const std::string_view text = context.text();
  const std::string_view body =
      text.substr(std::min<std::size_t>(context.document->front_matter.content, text.size()));
  if (separator->find('\n') != std::string::npos || body.find(*separator) != std::string_view::npos) return;
  const text::Range like = line_like(context, *separator);
  Problem& problem = report.add(rules.excerpt_separator_missing, member->value.range,
                                code(*separator) + " never occurs in this " + std::string(noun(context)) +
                                    ": its excerpt is the whole text.");
  if (!like.empty()) {
    problem.message += " It must be written in exactly this way.";
    relate(problem, context, like, "Was this meant?");
    offer(problem, context, "Write " + code(*separator) + " there", {{like, *separator}});
    return;
  }
  if (text::holds_only(body, text::is_blank_or_line_end)) return;
  const std::string eol(line_end(context));
  const text::Offset at = end_of_first_paragraph(context);
  const bool last = at == text.size();
  offer(problem, context, "Put it behind the first paragraph",
        {{{at, at}, (last && !text.ends_with('\n') ? eol : "") + eol + *separator + eol}});
}

}  // namespace features::diagnostics
