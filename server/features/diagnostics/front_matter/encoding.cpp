// Files whose front matter Jekyll does not see, or cannot take for one: other encodings, a byte order mark,
// text before the first `---`, a list in place of keys. Rules: jekyll/lib/jekyll/utils.rb (has_yaml_header?),
// document.rb (read_content, merge_data!), convertible.rb (read_yaml, validate_data!).
#include <algorithm>
#include <optional>
#include <string>

#include "schema/key.h"
#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/text/ascii.h"
#include "server/text/utf8.h"

namespace features::diagnostics {
namespace {

using syntax::FrontMatter;
namespace yaml = syntax::yaml;

// What the path alone says: a page without a header is no page to the site.
site::PathKind kind_of(const Context& context) {
  return context.site ? context.site->path_info(context.path).kind : site::PathKind::page;
}

bool is_post(site::PathKind kind) {
  return kind == site::PathKind::post || kind == site::PathKind::draft;
}

bool is_source(site::PathKind kind) {
  return is_post(kind) || kind == site::PathKind::page || kind == site::PathKind::document;
}

bool is_text(const Context& context) {
  using Format = syntax::ParseOptions::Format;
  const Format format = context.document->options.format;
  return format == Format::markdown || (format == Format::html && context.path.ends_with(".html"));
}

bool is_utf16(std::string_view text) {
  return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

void byte_order_mark(const Context& context, site::PathKind kind, Report& report) {
  const FrontMatter& front = context.document->front_matter;
  if (!front.has_byte_order_mark || front.state != FrontMatter::State::present || !is_source(kind)) return;
  Problem& problem = report.add(
      rules.byte_order_mark, {0, 3},
      is_post(kind) ? "A byte order mark stands before the front matter. Jekyll accepts it in posts "
                      "alone: in a page the file would be copied unprocessed. Remove it."
                    : "A byte order mark stands before the front matter: Jekyll does not see it and "
                      "copies this file unprocessed, front matter and all. Remove the mark.");
  if (is_post(kind)) problem.severity = Severity::hint;
  offer(problem, context, "Remove the byte order mark", {{{0, 3}, ""}}).safe = true;
}

bool is_word(std::string_view key) {
  return !key.empty() && key.find_first_of(" \t\n\"*[]()<>`|") == std::string_view::npos;
}

// Keys that only a front matter has, as the first of a block with nothing else in it.
bool plainly_meant(const Context& context, const FrontMatter& front) {
  if (front.state != FrontMatter::State::present || !front.tree.valid) return false;
  bool known = false;
  for (const yaml::Entry& entry : front.tree.root.entries) {
    if (!is_word(entry.key.value)) return false;
    known = known || schema::find_key(context.knowledge->core_keys(), entry.key.value) != nullptr;
  }
  return known;
}

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;   // without its line end
  std::size_t next = 0;  // the next line's begin
};

Line line_at(std::string_view text, std::size_t begin) {
  const std::size_t newline = text.find('\n', begin);
  const std::size_t end = std::min(newline, text.size());
  const bool crlf = newline != std::string_view::npos && end > begin && text[end - 1] == '\r';
  return {begin, end - (crlf ? 1U : 0U), newline == std::string_view::npos ? text.size() : newline + 1};
}

// `----`, ` ---`: dashes that were to be a delimiter.
bool is_dashes(std::string_view line) {
  const std::string_view dashes = text::trim(line, text::is_blank);
  return dashes.size() >= 3 && dashes.find_first_not_of('-') == std::string_view::npos;
}

// The text with every line of dashes up to the second one as a delimiter; nullopt if there are no two.
std::optional<std::vector<text::Edit>> mended_fences(std::string_view text, std::size_t first) {
  std::vector<text::Edit> edits;
  std::size_t fences = 0;
  for (std::size_t begin = first; begin < text.size() && fences < 2;) {
    const Line line = line_at(text, begin);
    const std::string_view written = text.substr(line.begin, line.end - line.begin);
    if (is_dashes(written)) {
      ++fences;
      if (text::trim(written, text::is_blank) != "---" || !written.starts_with("---"))
        edits.push_back(
            {{static_cast<text::Offset>(line.begin), static_cast<text::Offset>(line.end)}, "---"});
    }
    begin = line.next;
  }
  if (fences < 2) return std::nullopt;
  return edits;
}

// Four dashes, or blanks before the three, at the file's first line or after blank lines.
bool report_fence(const Context& context, const Line& line, Report& report) {
  const std::string_view text = context.text();
  const std::string_view written = text.substr(line.begin, line.end - line.begin);
  if (!is_dashes(written)) return false;
  auto edits = mended_fences(text, line.begin);
  if (!edits) return false;
  if (line.begin > 0) edits->push_back({{0, static_cast<text::Offset>(line.begin)}, ""});
  if (edits->empty() || !plainly_meant(context, syntax::parse_front_matter(text::apply(text, *edits))))
    return false;
  const bool fence = text::trim(written, text::is_blank) != "---" || !written.starts_with("---");
  const text::Range range = {static_cast<text::Offset>(line.begin), static_cast<text::Offset>(line.end)};
  Problem& problem = report.add(
      rules.front_matter_not_first, range,
      fence ? "This line is no delimiter: a front matter begins with exactly `---`, three dashes at the very "
              "start of the file. Jekyll sees none here and shows it to readers as text."
            : "Blank lines stand before this front matter: Jekyll looks for `---` in the first line alone, "
              "sees "
              "none, and shows it to readers as text.");
  offer(problem, context, fence ? "Write `---`" : "Delete the blank lines before the front matter", *edits)
      .safe = true;
  return true;
}

void not_first(const Context& context, site::PathKind kind, Report& report) {
  const std::string_view text = context.text();
  if (context.document->front_matter.state != FrontMatter::State::absent || !is_source(kind) ||
      !is_text(context))
    return;
  constexpr int most_lines = 3;
  int lines = 0;
  for (std::size_t begin = 0; begin < text.size() && lines <= most_lines;) {
    const Line line = line_at(text, begin);
    const std::string_view written =
        text::trim(text.substr(line.begin, line.end - line.begin), text::is_blank);
    if (lines == 0 && is_dashes(written)) {
      report_fence(context, line, report);
      return;
    }
    if (written.starts_with("```") || written.starts_with("~~~")) return;
    if (written == "---" && plainly_meant(context, syntax::parse_front_matter(text.substr(line.begin)))) {
      const text::Range range = {static_cast<text::Offset>(line.begin), static_cast<text::Offset>(line.end)};
      Problem& problem =
          report.add(rules.front_matter_not_first, range,
                     "Text stands before this front matter: Jekyll looks for `---` in the first "
                     "line alone, sees none, and shows it to readers as text.");
      offer(problem, context, "Delete the text before the front matter",
            {{{0, static_cast<text::Offset>(line.begin)}, ""}});
      return;
    }
    if (!written.empty()) ++lines;
    begin = line.next;
  }
}

void not_a_mapping(const Context& context, Report& report) {
  const FrontMatter& front = context.document->front_matter;
  const yaml::Node& root = front.tree.root;
  if (front.state != FrontMatter::State::present || !front.tree.valid || !reads_front_matter(context) ||
      root.kind == yaml::Node::Kind::mapping || root.kind == yaml::Node::Kind::alias)
    return;
  if (root.kind == yaml::Node::Kind::scalar && root.style == yaml::Node::Style::plain) {
    const syntax::Scalar value = syntax::resolve_plain_scalar(root.value);
    const bool* word = std::get_if<bool>(&value);
    if (std::holds_alternative<syntax::Null>(value) || (word && !*word)) return;
  }
  const bool page = context.page && context.page->kind == site::PageKind::page;
  std::string message = root.kind == yaml::Node::Kind::sequence ? "This front matter is a list"
                                                                : "This front matter is a lone text";
  message += ", not `key: value` lines. ";
  message += page ? "Jekyll stops the build here." : when_unreadable(context);
  Problem& problem = report.add(rules.front_matter_not_a_mapping, root.range, std::move(message));
  const std::string_view written = text::slice(context.text(), root.range);
  const std::size_t colon = written.find(':');
  if (root.kind != yaml::Node::Kind::scalar || root.style != yaml::Node::Style::plain || colon == 0 ||
      colon == std::string_view::npos || written.find_first_of(" \n") < colon ||
      written.find('\n') != std::string_view::npos)
    return;
  const text::Offset at = root.range.begin + static_cast<text::Offset>(colon) + 1;
  const std::vector<text::Edit> edits = {{{at, at}, " "}};
  if (reads_after(context, edits))
    offer(problem, context, "Insert a blank behind the colon", edits).safe = true;
}

}  // namespace

void encoding(const Context& context, Report& report) {
  const site::PathKind kind = kind_of(context);
  const std::string_view text = context.text();
  if (!is_source(kind) || text::is_valid_utf8(text) || !is_text(context)) return;
  if (!context.page && !is_utf16(text)) return;  // copied as it is
  std::string message = is_utf16(text) ? "This file is UTF-16" : "This file is not valid UTF-8";
  message += is_post(kind)  ? ": Jekyll cannot read it and leaves the post out."
             : context.page ? ": Jekyll cannot read its front matter and builds it without title and layout."
                            : ": Jekyll does not see its front matter and copies it as it is.";
  report.add(rules.not_utf8, {}, message + " Save it as UTF-8.");
}

void fences(const Context& context, Report& report) {
  if (context.document->options.format == syntax::ParseOptions::Format::yaml) return;
  const site::PathKind kind = kind_of(context);
  byte_order_mark(context, kind, report);
  not_first(context, kind, report);
  not_a_mapping(context, report);
}

}  // namespace features::diagnostics
