#include "server/syntax/yaml/recovery.h"

#include <algorithm>
#include <utility>

#include "server/syntax/yaml/libyaml.h"

namespace syntax::yaml {
namespace {

constexpr std::string_view blanks = " \t\r\n";

bool is_document_marker(std::string_view line) {
  return (line.starts_with("---") || line.starts_with("...")) &&
         (line.size() == 3 || blanks.find(line[3]) != std::string_view::npos);
}

// A line at column 0 that can begin an entry of the outermost mapping.
bool begins_entry(std::string_view line) {
  constexpr std::string_view never = " \t\r\n#-]},";
  return !line.empty() && never.find(line[0]) == std::string_view::npos;
}

std::size_t line_end(std::string_view text, std::size_t begin) {
  return std::min(text.find('\n', begin), text.size() - 1) + 1;
}

// The chunk without what follows its last visible line: blank lines and comments in column 0.
std::string_view without_trailing_comments(std::string_view chunk) {
  while (true) {
    chunk = chunk.substr(0, chunk.find_last_not_of(blanks) + 1);
    const std::size_t newline = chunk.rfind('\n');
    if (newline == std::string_view::npos || chunk[newline + 1] != '#') {
      return chunk;
    }
    chunk = chunk.substr(0, newline);
  }
}

// Where the key ends: at the first colon that YAML would take for the end of a key, else at the line's end.
std::size_t key_size(std::string_view line) {
  for (std::size_t colon = line.find(':'); colon != std::string_view::npos;
       colon = line.find(':', colon + 1)) {
    if (colon + 1 == line.size() || blanks.find(line[colon + 1]) != std::string_view::npos) {
      return colon;
    }
  }
  return line.size();
}

Entry broken_entry(std::string_view chunk, text::Offset begin) {
  chunk = without_trailing_comments(chunk);
  const std::string_view line = chunk.substr(0, chunk.find('\n'));
  const std::size_t colon = key_size(line);
  std::string_view key = line.substr(0, colon);
  key = key.substr(0, key.find_last_not_of(blanks) + 1);

  std::size_t value = std::min(colon + 1, chunk.size());
  while (value < chunk.size() && (chunk[value] == ' ' || chunk[value] == '\t')) {
    ++value;
  }
  if (colon + 1 < chunk.size() && value < chunk.size() && (chunk[value] == '\n' || chunk[value] == '\r')) {
    value = std::min(chunk.find_first_not_of(blanks, value), chunk.size());
  }
  const auto place = [begin](std::size_t offset) { return begin + static_cast<text::Offset>(offset); };
  Entry entry;
  entry.broken = true;
  entry.key.range = {begin, place(key.size())};
  if (key.size() > 1 && (key.front() == '"' || key.front() == '\'') && key.back() == key.front()) {
    key = key.substr(1, key.size() - 2);
  }
  entry.key.value = key;
  entry.value.value = chunk.substr(value);
  entry.value.range = {place(value), place(chunk.size())};
  return entry;
}

}  // namespace

Node recover_entries(std::string_view text, text::Offset base, std::size_t& node_budget,
                     std::vector<Problem>& problems) {
  Node mapping;
  mapping.kind = Node::Kind::mapping;
  mapping.style = Node::Style::block;

  const auto read_chunk = [&](std::size_t begin, std::size_t end) {
    const std::string_view chunk = text.substr(begin, end - begin);
    const text::Offset place = base + static_cast<text::Offset>(begin);
    if (chunk.find_first_not_of(blanks) == std::string_view::npos) {
      return;
    }
    Node node;
    Problem problem;
    bool readable = false;
    if (chunk[0] == '%') {
      // At the start of a text this would be a directive; inside one libyaml says:
      problem = {{place, place + 1}, "found character that cannot start any token"};
    } else {
      readable = parse_document(chunk, place, node_budget, node, problem);
    }
    if (readable && node.kind == Node::Kind::mapping) {
      for (Entry& entry : node.entries) {
        mapping.entries.push_back(std::move(entry));
      }
      return;
    }
    if (!begins_entry(chunk)) {
      // Lines before the first entry: a problem if YAML refuses them; a list or a comment is none by itself.
      if (!readable) {
        problems.push_back(std::move(problem));
      }
      return;
    }
    Entry entry = broken_entry(chunk, place);
    if (readable) {
      problem = {entry.key.range, "could not find expected ':'"};
    }
    problems.push_back(std::move(problem));
    mapping.entries.push_back(std::move(entry));
  };

  std::size_t chunk = 0;
  bool seen_entry = false;
  std::size_t line = 0;
  while (line < text.size()) {
    const std::size_t next = line_end(text, line);
    const std::string_view content = text.substr(line, next - line);
    if (is_document_marker(content)) {
      if (seen_entry) {
        break;  // Only the first document counts.
      }
      chunk = next;
    } else if (begins_entry(content)) {
      read_chunk(chunk, line);
      chunk = line;
      seen_entry = true;
    }
    line = next;
  }
  read_chunk(chunk, line);

  if (!mapping.entries.empty()) {
    mapping.range = {mapping.entries.front().key.range.begin, mapping.entries.back().value.range.end};
    mapping.range.end = std::max(mapping.range.end, mapping.entries.back().key.range.end);
  } else {
    mapping.range = {base, base};
  }
  return mapping;
}

}  // namespace syntax::yaml
