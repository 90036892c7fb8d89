#include "server/features/completion/slot_at.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "server/features/completion/slot_scanner.h"

namespace features::completion {
namespace {

using text::Offset;
using text::Range;

// A line at column 0 that begins an entry, as the recovery of broken YAML splits it too
// (syntax/yaml/recovery.h).
bool begins_entry(std::string_view text, Offset line) {
  if (line >= text.size()) return false;
  const char c = text[line];
  return std::string_view(" \t\r\n#-]},").find(c) == std::string_view::npos;
}

std::string key_of_line(std::string_view text, Offset line, Offset end) {
  const std::string_view rest = text.substr(line, end - line);
  const std::size_t colon = rest.substr(0, rest.find('\n')).find(':');
  return colon == std::string_view::npos ? std::string{} : std::string(rest.substr(0, colon));
}

bool is_yaml_file(const syntax::Document& document) {
  return document.options.format == syntax::ParseOptions::Format::yaml;
}

}  // namespace

Range front_matter_lines(const syntax::Document& document) {
  const syntax::FrontMatter& front = document.front_matter;
  if (is_yaml_file(document)) return {0, static_cast<Offset>(document.text.size())};
  if (front.state == syntax::FrontMatter::State::absent) return {};
  const Offset size = static_cast<Offset>(document.text.size());
  const std::uint32_t open_line = document.lines.line_of(front.open.begin);
  if (open_line + 1 >= document.lines.line_count()) return {};
  const Offset begin = document.lines.line_start(open_line + 1);
  const bool closed = front.state == syntax::FrontMatter::State::present;
  const Offset end = closed ? front.close.begin : std::max(front.yaml.end, begin);
  return {begin, std::clamp(end, begin, size)};
}

std::optional<Slot> slot_at(const syntax::Document& document, Offset cursor) {
  const Range lines = front_matter_lines(document);
  const std::string_view text = document.text;
  const bool whole = is_yaml_file(document);
  const bool closed = !whole && document.front_matter.state == syntax::FrontMatter::State::present;
  if ((!whole && lines.begin == 0) || cursor < lines.begin || cursor > lines.end ||
      (closed && cursor == lines.end)) {
    return std::nullopt;
  }
  // The entry around the cursor's line, and the keys of all others.
  Range entry = {lines.begin, lines.end};
  std::vector<std::string> other_keys;
  for (Offset line = lines.begin; line < lines.end;) {
    const std::size_t newline = text.find('\n', line);
    const Offset next =
        newline == std::string_view::npos ? lines.end : std::min(static_cast<Offset>(newline + 1), lines.end);
    if (begins_entry(text, line)) {
      const bool at_or_before = line <= cursor;
      if (at_or_before) entry.begin = line;
      if (!at_or_before && entry.end == lines.end) entry.end = line;
      const bool own_line = line <= cursor && (cursor < next || (cursor == next && text[next - 1] != '\n'));
      if (std::string key = key_of_line(text, line, lines.end); !own_line && !key.empty())
        other_keys.push_back(std::move(key));
    }
    line = next;
  }
  std::vector<FoundSlot> found = scan_slots(text, entry, cursor);
  const auto touched =
      std::find_if(found.begin(), found.end(), [](const FoundSlot& one) { return one.touched; });
  if (touched == found.end()) return std::nullopt;
  Slot slot = std::move(touched->slot);
  for (const FoundSlot& other : found) {
    if (&other == &*touched || other.slot.kind != slot.kind || other.slot.path != slot.path ||
        other.slot.range.empty())
      continue;
    if (slot.kind == Slot::Kind::key && other.mapping != touched->mapping) continue;
    slot.siblings.emplace_back(text::slice(text, other.slot.range));
  }
  if (slot.kind == Slot::Kind::key && slot.path.empty()) slot.siblings = std::move(other_keys);
  return slot;
}

}  // namespace features::completion
