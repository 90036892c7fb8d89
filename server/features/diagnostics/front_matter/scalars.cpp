// Values that YAML reads otherwise than their writer: Liquid, comments, curly quotes, numbers and times where
// a text was meant. Rules: YAML 1.1, safe_yaml/transform.rb.
#include <algorithm>
#include <array>
#include <string>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/terms.h"
#include "server/features/knowledge/words.h"
#include "server/text/ascii.h"

namespace features::diagnostics {
namespace {

namespace yaml = syntax::yaml;
using text::is_blank;

constexpr std::string_view open_quote = "\xE2\x80\x9C";   // “
constexpr std::string_view close_quote = "\xE2\x80\x9D";  // ”

text::Range rest_of_line(std::string_view text, text::Offset begin) {
  const std::size_t newline = text.find('\n', begin);
  std::size_t end = std::min(newline, text.size());
  while (end > begin && text::is_blank_or_return(text[end - 1])) --end;
  return {begin, static_cast<text::Offset>(end)};
}

void liquid(const Context& context, const yaml::Node& value, Report& report) {
  const std::string_view written = text::slice(context.text(), value.range);
  const bool braces = value.kind == yaml::Node::Kind::mapping && value.style == yaml::Node::Style::flow &&
                      written.starts_with("{{");
  if (!braces) return;
  Problem& problem = report.add(rules.liquid_in_front_matter, value.range,
                                "Jekyll does not run Liquid in a front matter: YAML takes " +
                                    code(shorten(written, 40)) + " for a mapping. Write the value itself.");
  if (report.has_many() || written.find('\n') != std::string_view::npos) return;
  const std::vector<text::Edit> edits = {{value.range, in_quotes(written)}};
  if (reads_after(context, edits)) offer(problem, context, "Put the value in quotes", edits);
}

// `title: Learning C #1`, `tag: #music`. A blank behind the sign makes it an ordinary comment, and so do
// further signs.
void comment(const Context& context, const yaml::Node& value, Report& report) {
  if (value.kind != yaml::Node::Kind::scalar || value.style != yaml::Node::Style::plain ||
      !value.tag.empty() || !value.anchor.empty())
    return;
  const std::string_view text = context.text();
  const text::Range rest = rest_of_line(text, value.range.end);
  const std::string_view behind = text::slice(text, rest);
  const std::size_t sign = behind.find_first_not_of(" \t");
  if (sign == std::string_view::npos || sign == 0 || behind[sign] != '#' || sign + 1 == behind.size()) return;
  const char next = behind[sign + 1];
  if (is_blank(next) || std::string_view("#!-=*/~_+<>").find(next) != std::string_view::npos) return;
  const text::Offset begin =
      value.range.empty() ? rest.begin + static_cast<text::Offset>(sign) : value.range.begin;
  text::Range meant = {begin, rest.end};
  // A comment in earnest may follow.
  const std::size_t comment = text::slice(text, meant).find(" # ");
  if (comment != std::string_view::npos) meant.end = begin + static_cast<text::Offset>(comment);
  while (meant.end > meant.begin && is_blank(text[meant.end - 1])) --meant.end;
  const std::string_view written = text::slice(text, meant);
  Problem& problem =
      report.add(rules.value_cut_by_comment, {rest.begin + static_cast<text::Offset>(sign), meant.end},
                 "A comment begins here: Jekyll sees " +
                     (value.range.empty() ? std::string("no value at all")
                                          : code(shorten(text::slice(text, value.range), 40)) + " alone") +
                     ". Put the value in quotes if this belongs to it.");
  problem.unnecessary = false;
  if (report.has_many() || written.find('\n') != std::string_view::npos) return;
  const std::vector<text::Edit> edits = {{meant, in_quotes(written)}};
  if (reads_after(context, edits)) offer(problem, context, "Put the value in quotes", edits);
}

void curly(const Context& context, const yaml::Node& value, Report& report) {
  if (value.kind != yaml::Node::Kind::scalar || value.style != yaml::Node::Style::plain) return;
  const std::string_view written = text::slice(context.text(), value.range);
  if (written.size() <= open_quote.size() + close_quote.size() || !written.starts_with(open_quote) ||
      !written.ends_with(close_quote))
    return;
  const std::string_view inner =
      written.substr(open_quote.size(), written.size() - open_quote.size() - close_quote.size());
  if (inner.find(open_quote) != std::string_view::npos || inner.find(close_quote) != std::string_view::npos)
    return;
  Problem& problem =
      report.add(rules.curly_quotes, value.range,
                 "Curly quotes are part of the text to YAML, and readers see them. Write straight "
                 "quotes if they were to enclose the value.");
  if (report.has_many() || inner.find('\n') != std::string_view::npos) return;
  const std::vector<text::Edit> edits = {{value.range, in_quotes(inner)}};
  if (reads_after(context, edits)) offer(problem, context, "Use straight quotes", edits);
}

void traps(const Context& context, const yaml::Node& value, Report& report) {
  liquid(context, value, report);
  curly(context, value, report);
  if (value.style != yaml::Node::Style::flow) {
    for (const yaml::Node& item : value.items) comment(context, item, report);
    for (const yaml::Entry& entry : value.entries) comment(context, entry.value, report);
  }
  for (const yaml::Node& item : value.items) traps(context, item, report);
  for (const yaml::Entry& entry : value.entries) traps(context, entry.value, report);
}

bool is_text_key(std::string_view key) {
  constexpr std::array<std::string_view, 9> keys = {"title", "subtitle", "name",     "version", "time",
                                                    "slug",  "duration", "headline", "episode"};
  return std::find(keys.begin(), keys.end(), key) != keys.end() || key.ends_with("_version") ||
         key.ends_with("_time") || key.ends_with("-version");
}

void retyped(const Context& context, const yaml::Node& value, std::string_view key, Report& report) {
  if (value.kind != yaml::Node::Kind::scalar || value.style != yaml::Node::Style::plain || !value.tag.empty())
    return;
  const std::string_view written = text::slice(context.text(), value.range);
  if (written != value.value) return;  // an anchor, or folded lines
  const syntax::Scalar scalar = syntax::resolve_plain_scalar(value.value);
  const bool boolean = std::holds_alternative<bool>(scalar);
  const bool number = std::holds_alternative<std::int64_t>(scalar) || std::holds_alternative<double>(scalar);
  const bool moment = std::holds_alternative<syntax::Timestamp>(scalar);
  const std::string seen = syntax::to_ruby_string(scalar);
  if ((!boolean && !number && !moment) || seen == written) return;
  if (boolean && text::ascii_lower(written) == seen) return;
  Problem& problem = report.add(rules.retyped_value, value.range,
                                "Jekyll reads the " +
                                    std::string(number   ? "number "
                                                : moment ? "moment "
                                                         : "truth value ") +
                                    code(seen) + " here, not the text " + code(written) + ": " + code(key) +
                                    " comes out as " + code(seen) + ". Put it in quotes.");
  offer(problem, context, "Put the value in quotes", {{value.range, in_quotes(written)}}).safe = true;
}

void retyped_entries(const Context& context, Report& report) {
  for (const yaml::Entry& entry : context.document->front_matter.tree.root.entries) {
    const auto term = term_kind(entry.key.value);
    const bool plural = entry.key.value == "tags" || entry.key.value == "categories";
    // A number as the whole of `tags` is another matter: tags-ignored.
    if (is_text_key(entry.key.value) || (term && !plural))
      retyped(context, entry.value, entry.key.value, report);
    if (!term || entry.value.kind != yaml::Node::Kind::sequence) continue;
    for (const yaml::Node& item : entry.value.items) retyped(context, item, entry.key.value, report);
  }
}

}  // namespace

void values(const Context& context, Report& report) {
  if (!has_front_matter(context)) return;
  for (const yaml::Entry& entry : context.document->front_matter.tree.root.entries) {
    comment(context, entry.value, report);
    traps(context, entry.value, report);
  }
  retyped_entries(context, report);
}

}  // namespace features::diagnostics
