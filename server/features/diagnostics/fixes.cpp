#include "server/features/diagnostics/fixes.h"

#include <algorithm>
#include <utility>

#include "server/features/knowledge/words.h"
#include "server/syntax/yaml/parse.h"
#include "server/syntax/yaml/write.h"
#include "server/text/ascii.h"
#include "server/text/path.h"

namespace features::diagnostics {
namespace {

namespace yaml = syntax::yaml;

text::Offset line_begin(std::string_view text, text::Offset at) {
  while (at > 0 && text[at - 1] != '\n') --at;
  return at;
}

// Behind the line end of the line that holds `at`.
text::Offset next_line(std::string_view text, text::Offset at) {
  const std::size_t newline = text.find('\n', at);
  return static_cast<text::Offset>(newline == std::string_view::npos ? text.size() : newline + 1);
}

bool only_blanks(std::string_view text) {
  return text::holds_only(text, text::is_blank);
}

// The last byte of a node: block scalars may run over their last line end.
text::Offset last_byte(std::string_view text, const yaml::Entry& entry) {
  text::Offset end = std::max(entry.key.range.end, entry.value.range.end);
  while (end > entry.key.range.end && (text[end - 1] == '\n' || text[end - 1] == '\r')) --end;
  return end;
}

std::string quoted_title(const std::string& path) {
  return "Rename the file to " + code(text::file_name(path));
}

}  // namespace

Fix& offer(Problem& problem, const Context& context, std::string title, std::vector<text::Edit> edits) {
  Fix fix;
  fix.title = std::move(title);
  fix.edit.files.push_back({context.path, std::move(edits)});
  fix.preferred = problem.fixes.empty();
  return problem.fixes.emplace_back(std::move(fix));
}

bool file_exists(const Context& context, std::string_view path) {
  return context.site && (context.site->page(path) || context.site->files().exists(path));
}

void offer_rename(Problem& problem, const Context& context, const std::string& path) {
  if (path == context.path || file_exists(context, path)) return;
  Fix fix;
  fix.title = quoted_title(path);
  if (text::folder_of(path) != text::folder_of(context.path)) fix.title = "Move the file to " + code(path);
  fix.edit.renames.push_back({context.path, path});
  fix.preferred = problem.fixes.empty();
  problem.fixes.push_back(std::move(fix));
}

std::string_view line_end(const Context& context) {
  const std::string_view text = context.text();
  const std::size_t newline = text.find('\n');
  return newline != std::string_view::npos && newline > 0 && text[newline - 1] == '\r' ? "\r\n" : "\n";
}

std::string in_quotes(std::string_view text) {
  return yaml::write_text(text, {.quotes = yaml::Quotes::always});
}

std::string in_style_of(std::string_view source, std::string_view text, bool flow) {
  return yaml::write_text(text, {flow, yaml::quotes_of(source)});
}

const yaml::Entry* top_entry(const Context& context, std::string_view key) {
  return yaml::find_entry(context.document->front_matter.tree.root, key);
}

std::vector<text::Edit> delete_entry(const Context& context, const yaml::Entry& entry) {
  const std::string_view text = context.text();
  const text::Offset begin = line_begin(text, entry.key.range.begin);
  if (!only_blanks(text::slice(text, {begin, entry.key.range.begin}))) return {};
  const text::Offset last = last_byte(text, entry);
  const text::Offset end = next_line(text, last);
  std::string_view rest = text::slice(text, {last, end});
  while (!rest.empty() && text::is_blank_or_line_end(rest.front())) rest.remove_prefix(1);
  if (!rest.empty() && rest.front() != '#') return {};
  return {{{begin, end}, ""}};
}

std::vector<text::Edit> delete_item(const Context& context, const yaml::Entry& entry, std::size_t item) {
  const std::string_view text = context.text();
  const yaml::Node& list = entry.value;
  if (list.kind != yaml::Node::Kind::sequence || list.items.size() < 2) return delete_entry(context, entry);
  const text::Range range = list.items[item].range;
  if (list.style == yaml::Node::Style::flow) {
    // With the comma that stands between it and its neighbour.
    if (item + 1 < list.items.size()) return {{{range.begin, list.items[item + 1].range.begin}, ""}};
    return {{{list.items[item - 1].range.end, range.end}, ""}};
  }
  const text::Offset begin = line_begin(text, range.begin);
  const std::string_view before = text::slice(text, {begin, range.begin});
  const std::size_t dash = before.find('-');
  if (dash == std::string_view::npos || !only_blanks(before.substr(0, dash)) ||
      !only_blanks(before.substr(dash + 1)))
    return {};
  return {{{begin, next_line(text, range.end)}, ""}};
}

std::vector<text::Edit> append_items(const Context& context, const yaml::Node& list,
                                     const std::vector<std::string>& values) {
  if (list.items.empty() || values.empty()) return {};
  const std::string_view text = context.text();
  const yaml::Node& last = list.items.back();
  std::string added;
  if (list.style == yaml::Node::Style::flow) {
    for (const std::string& value : values) added += ", " + value;
    return {{{last.range.end, last.range.end}, added}};
  }
  const text::Offset begin = line_begin(text, last.range.begin);
  const std::string_view lead = text::slice(text, {begin, last.range.begin});
  const text::Offset end = next_line(text, last.range.end);
  if (end == 0 || text[end - 1] != '\n') return {};
  for (const std::string& value : values) added += std::string(lead) + value + std::string(line_end(context));
  return {{{end, end}, added}};
}

text::Edit add_entry(const Context& context, std::string_view key, const syntax::Value& value) {
  const text::Offset at = context.document->front_matter.yaml.end;
  return {{at, at}, yaml::write_text(key) + ": " + yaml::write_value(value) + std::string(line_end(context))};
}

bool reads_after(const Context& context, const std::vector<text::Edit>& edits) {
  const std::string text = text::apply(context.text(), edits);
  if (context.document->options.format == syntax::ParseOptions::Format::yaml) return yaml::parse(text).valid;
  const syntax::FrontMatter front = syntax::parse_front_matter(text);
  return front.state == syntax::FrontMatter::State::present && front.tree.valid;
}

}  // namespace features::diagnostics
