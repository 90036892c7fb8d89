#include "server/features/code_actions/silence.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/features/code_actions/same_reading.h"
#include "server/features/code_actions/settings_file.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/silencing.h"
#include "server/features/knowledge/words.h"
#include "server/text/ascii.h"
#include "server/text/utf8.h"

namespace features::code_actions {
namespace {

using Format = syntax::ParseOptions::Format;

constexpr std::string_view disable_word = "jekyll-ls-disable-";
constexpr std::string_view blanks = " \t";

// The comment's words: "jekyll-ls-disable-line broken-link".
std::string words(std::string_view scope, std::string_view code) {
  return std::string(disable_word) + std::string(scope) + " " + std::string(code);
}

bool is_yaml(const syntax::Document& document, text::Offset at) {
  return document.options.format == Format::yaml || document.front_matter.yaml.contains(at);
}

std::string comment(bool yaml, const std::string& words) {
  return yaml ? "# " + words : "<!-- " + words + " -->";
}

// One more code in a comment that stands in these bytes and names some already.
std::optional<text::Edit> one_more(std::string_view text, text::Range range, std::string_view scope,
                                   std::string_view code) {
  const std::string wanted = std::string(disable_word) + std::string(scope) + " ";
  const std::string_view line = text::slice(text, range);
  const std::size_t found = line.find(wanted);
  if (found == std::string_view::npos) return std::nullopt;
  std::string_view codes = line.substr(found + wanted.size());
  codes = codes.substr(0, codes.find("-->"));
  codes = codes.substr(0, codes.find_first_of("\r\n"));
  const std::size_t last = codes.find_last_not_of(blanks);
  if (last == std::string_view::npos) return std::nullopt;
  const auto at = static_cast<text::Offset>(range.begin + found + wanted.size() + last + 1);
  return text::Edit{{at, at}, " " + std::string(code)};
}

// Where a comment goes in the line: before blanks at its end, which may be a hard break, and inside the last
// cell of a table row.
text::Offset end_of_content(std::string_view text, text::Range line) {
  std::string_view content = text::slice(text, line);
  content = text::trim_back(content, text::is_blank);
  if (content.find('|') < content.size() - 1 && content.ends_with('|')) {
    content.remove_suffix(1);
    content = text::trim_back(content, text::is_blank);
  }
  return line.begin + static_cast<text::Offset>(content.size());
}

// Between `<` and `>` of an HTML tag that goes over several lines.
bool inside_tag(std::string_view text, text::Offset at) {
  const std::size_t bracket = text.substr(0, at).find_last_of("<>");
  return bracket != std::string_view::npos && text[bracket] == '<';
}

// Best first; which of them can be used is found out by trying.
std::vector<text::Edit> line_candidates(const Context& context, text::Offset at, std::string_view code) {
  const syntax::Document& document = *context.document;
  const std::string_view text = context.text();
  const std::uint32_t number = document.lines.line_of(at);
  const text::Range line = document.lines.line_range(text, number);
  const bool yaml = is_yaml(document, line.begin);
  std::vector<text::Edit> candidates;
  if (auto edit = one_more(text, line, "line", code)) candidates.push_back(*edit);
  if (number > 0) {
    const text::Range before = document.lines.line_range(text, number - 1);
    if (auto edit = one_more(text, before, "next-line", code)) candidates.push_back(*edit);
  }
  const std::string_view written = text::slice(text, line);
  const std::string indentation(
      written.substr(0, std::min(written.find_first_not_of(blanks), written.size())));
  text::Edit above{
      {line.begin, line.begin},
      indentation + comment(yaml, words("next-line", code)) + std::string(diagnostics::line_end(context))};
  const text::Offset end = end_of_content(text, line);
  text::Edit behind{{end, end}, " " + comment(yaml, words("line", code))};
  const bool row = !yaml && written.find('|') != std::string_view::npos;
  const bool plain = !yaml && document.options.format == Format::plain;
  if (plain) return candidates;
  if (!yaml && document.options.format == Format::html && inside_tag(text, line.begin)) return candidates;
  candidates.push_back(above);
  candidates.push_back(behind);
  if (yaml || row) std::swap(candidates.back(), candidates[candidates.size() - 2]);
  return candidates;
}

// A comment of its own: the first line of a front matter or a YAML file, the last one of any other text.
std::optional<text::Edit> file_comment(const Context& context, std::string_view code) {
  const syntax::Document& document = *context.document;
  const std::string_view text = context.text();
  const text::Range whole{0, static_cast<text::Offset>(text.size())};
  if (auto edit = one_more(text, whole, "file", code)) return edit;
  const std::string end(diagnostics::line_end(context));
  const syntax::FrontMatter& front = document.front_matter;
  const bool yaml = document.options.format == Format::yaml;
  if (yaml || front.state == syntax::FrontMatter::State::present) {
    const bool marked = yaml && text.starts_with("\xEF\xBB\xBF");
    const text::Offset at = yaml ? (marked ? 3 : 0) : front.yaml.begin;
    return text::Edit{{at, at}, comment(true, words("file", code)) + end};
  }
  if (document.options.format == Format::plain) return std::nullopt;
  // Behind an empty line, so that it belongs to no paragraph.
  const std::string gap = text.empty() ? "" : text.ends_with('\n') ? end : end + end;
  return text::Edit{{whole.end, whole.end}, gap + comment(false, words("file", code)) + end};
}

text::Offset moved(text::Offset at, const text::Edit& edit) {
  return at + (edit.range.begin <= at ? static_cast<text::Offset>(edit.replacement.size()) : 0);
}

bool silences(const Context& context, const text::Edit& edit, Problem problem) {
  const syntax::Document after(text::apply(context.text(), {edit}), context.document->options);
  if (!reads_alike(*context.document, after, edit)) return false;
  problem.range = {moved(problem.range.begin, edit), moved(problem.range.end, edit)};
  return diagnostics::Silencing(after).silences(problem);
}

Fix fix_of(const Context& context, std::string title, text::Edit edit) {
  Fix fix;
  fix.title = std::move(title);
  fix.edit.files.push_back({context.path, {std::move(edit)}});
  return fix;
}

}  // namespace

std::vector<Fix> silence_line(const Context& context, const Problem& problem) {
  if (problem.range == text::Range{} || !text::is_valid_utf8(context.text())) return {};
  for (text::Edit& edit : line_candidates(context, problem.range.begin, problem.code.text())) {
    if (silences(context, edit, problem))
      return {fix_of(context, "Silence " + code(problem.code.text()) + " in this line", std::move(edit))};
  }
  return {};
}

std::vector<Fix> silence_rule(const Context& context, RuleCode silenced) {
  std::vector<Fix> fixes;
  const std::string_view name = silenced.text();
  Problem whole_file;
  whole_file.code = silenced;
  if (text::is_valid_utf8(context.text())) {
    std::optional<text::Edit> edit = file_comment(context, name);
    if (edit && silences(context, *edit, whole_file))
      fixes.push_back(fix_of(context, "Silence " + code(name) + " in this file", std::move(*edit)));
  }
  if (context.settings->rules.contains(name)) return fixes;
  if (auto edit = switch_off(context, name)) {
    Fix& fix = fixes.emplace_back();
    fix.title = "Switch " + code(name) + " off for the whole site";
    fix.edit = std::move(*edit);
  }
  return fixes;
}

}  // namespace features::code_actions
