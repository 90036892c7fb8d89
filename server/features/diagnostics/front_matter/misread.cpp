// Front matters that Jekyll reads otherwise than meant: never closed, or with a key twice.
#include <algorithm>
#include <map>
#include <utility>

#include "schema/key.h"
#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/syntax/scalar.h"
#include "server/syntax/yaml/parse.h"
#include "server/syntax/yaml/write.h"
#include "server/text/ascii.h"

namespace features::diagnostics {
namespace {

using syntax::FrontMatter;
namespace yaml = syntax::yaml;

// A first line `---` may as well be a rule above a text. A front matter was plainly meant where keys follow
// at once: in a post any key will do; elsewhere one that Jekyll knows, or two of them.
bool was_meant(const Context& context, const yaml::Tree& tree) {
  const std::vector<yaml::Entry>& entries = tree.root.entries;
  std::size_t keys = 0;
  for (const yaml::Entry& entry : entries) {
    const std::string& key = entry.key.value;
    const bool word = !key.empty() && key.find_first_of(" \t\n\"*[]()<>`|") == std::string::npos;
    if (!word) return false;
    if (schema::find_key(context.knowledge->core_keys(), key) != nullptr) return true;
    ++keys;
  }
  return keys >= (is_document(context) ? 1U : 2U);
}

using KeyIdentity = std::pair<std::string, bool>;  // Ruby's to_s, and whether it is a string

KeyIdentity identity(const yaml::Node& key) {
  if (key.style != yaml::Node::Style::plain) return {key.value, true};
  const syntax::Scalar value = syntax::resolve_plain_scalar(key.value);
  return {syntax::to_ruby_string(value), std::holds_alternative<std::string>(value)};
}

bool is_plain_list(const yaml::Node& node) {
  return node.kind == yaml::Node::Kind::sequence && !node.items.empty() &&
         std::all_of(node.items.begin(), node.items.end(),
                     [](const yaml::Node& item) { return item.kind == yaml::Node::Kind::scalar; });
}

// The earlier list's items that the later one lacks: as they are written, or the same values in the later
// one's form.
void offer_deletion(Problem& problem, const Context& context, const yaml::Entry& earlier,
                    const yaml::Entry& later) {
  std::vector<text::Edit> deletion = delete_entry(context, earlier);
  if (deletion.empty()) return;
  if (is_plain_list(earlier.value) && is_plain_list(later.value)) {
    std::vector<std::string> missing;
    const bool flow = later.value.style == yaml::Node::Style::flow;
    const bool same = flow == (earlier.value.style == yaml::Node::Style::flow);
    for (const yaml::Node& item : earlier.value.items) {
      const bool known = std::any_of(later.value.items.begin(), later.value.items.end(),
                                     [&](const yaml::Node& other) { return other.value == item.value; });
      if (!known)
        missing.push_back(same ? std::string(text::slice(context.text(), item.range))
                               : yaml::write_value(syntax::to_value(item), {.flow = flow}));
    }
    std::vector<text::Edit> edits = append_items(context, later.value, missing);
    edits.insert(edits.end(), deletion.begin(), deletion.end());
    if (!missing.empty() && edits.size() > 1 && reads_after(context, edits))
      offer(problem, context, "Merge the two lists", std::move(edits));
  }
  if (reads_after(context, deletion)) offer(problem, context, "Delete this one", std::move(deletion));
}

// Nesting is capped by the parser (syntax/yaml/parse.h).
void duplicates_in(const Context& context, const yaml::Node& node, Report& report) {
  for (const yaml::Node& item : node.items) duplicates_in(context, item, report);
  std::map<KeyIdentity, const yaml::Entry*> last;
  for (const yaml::Entry& entry : node.entries) {
    duplicates_in(context, entry.value, report);
    if (entry.key.kind == yaml::Node::Kind::scalar && entry.key.value != "<<")
      last[identity(entry.key)] = &entry;
  }
  for (const yaml::Entry& entry : node.entries) {
    if (entry.key.kind != yaml::Node::Kind::scalar || entry.key.value == "<<") continue;
    const yaml::Entry* winner = last[identity(entry.key)];
    if (winner == &entry) continue;
    const std::uint32_t line = context.document->lines.line_of(winner->key.range.begin) + 1;
    Problem& problem = report.add(
        rules.duplicate_key, entry.key.range,
        code(entry.key.value) + " stands again in line " + std::to_string(line) +
            ", and Jekyll keeps only the last one: this value is lost. Delete one of them, or join the two.");
    problem.unnecessary = true;
    relate(problem, context, winner->key.range, "Jekyll keeps this one.");
    if (!report.has_many()) offer_deletion(problem, context, entry, *winner);
  }
}

// `----` or ` ---` within a block that is not closed; empty if there is none.
text::Range closing_dashes(const Context& context) {
  const syntax::Document& document = *context.document;
  const std::string_view text = document.text;
  constexpr std::uint32_t most_lines = 100;
  const std::uint32_t first = document.lines.line_of(document.front_matter.yaml.begin);
  for (std::uint32_t line = first; line < first + most_lines && line < document.lines.line_count(); ++line) {
    text::Range range = document.lines.line_range(text, line);
    std::string_view written = text::slice(text, range);
    written = text::trim_back(text::trim_front(written, text::is_blank), text::is_blank_or_return);
    if (written.size() >= 3 && written.find_first_not_of('-') == std::string_view::npos) return range;
  }
  return {};
}

// A file that is not closed is no page unless it is a post: ask the path.
bool reads_as_source(const Context& context) {
  if (reads_front_matter(context)) return true;
  const site::PathKind kind = context.site->path_info(context.path).kind;
  return kind == site::PathKind::page || kind == site::PathKind::document;
}

}  // namespace

void unclosed(const Context& context, Report& report) {
  const FrontMatter& front = context.document->front_matter;
  if (front.state != FrontMatter::State::not_closed || !reads_as_source(context)) return;
  // A line of dashes that was to be the delimiter ends the block; without one, the first blank line does.
  const std::string_view text = context.text();
  const text::Range dashes = closing_dashes(context);
  const text::Range block = {front.yaml.begin, dashes.empty() ? front.yaml.end : dashes.begin};
  if (!was_meant(context, dashes.empty() ? front.tree : yaml::parse(text::slice(text, block), block.begin)))
    return;
  Problem& problem =
      report.add(rules.front_matter_not_closed, front.open,
                 "No line `---` closes this front matter: Jekyll reads none of it and shows it to "
                 "readers as text. " +
                     std::string(dashes.empty() ? "Put `---` on a line of its own behind the last key."
                                                : "The line of dashes below it must be exactly `---`."));
  if (!dashes.empty()) {
    relate(problem, context, dashes, "This line is no delimiter.");
    offer(problem, context, "Write `---`", {{dashes, "---"}}).safe = true;
    return;
  }
  const bool line_ended = block.end == 0 || text[block.end - 1] == '\n';
  const std::string end(line_end(context));
  offer(problem, context, "Close the front matter here",
        {{{block.end, block.end}, (line_ended ? "" : end) + "---" + end}});
}

void duplicate_keys(const Context& context, Report& report) {
  const syntax::Document& document = *context.document;
  const bool present = document.front_matter.state == FrontMatter::State::present ||
                       document.options.format == syntax::ParseOptions::Format::yaml;
  if (!present || !document.front_matter.tree.valid || !reads_front_matter(context)) return;
  duplicates_in(context, document.front_matter.tree.root, report);
}

}  // namespace features::diagnostics
