// YAML that cannot be read: the likeliest cause in words, what Jekyll does, how to mend it. The verdict is
// libyaml's, hence Psych's and Jekyll's; only the words are guessed, from the line at fault.
#include <algorithm>
#include <optional>
#include <utility>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/syntax/yaml/parse.h"
#include "server/text/ascii.h"

namespace features::diagnostics {
namespace {

using text::is_blank_or_return;

struct Cause {
  std::string what;
  std::string mend;
};

// One `key: value` line or `- value` item at fault; ranges in the document.
struct Line {
  text::Range range;   // without line end
  text::Range indent;  // blanks and tabs at its start
  text::Range key;     // empty if the line has none
  text::Range value;   // trimmed; what stands behind the key, else behind the dash, else the line
};

Line read_line(const syntax::Document& document, text::Offset offset) {
  const std::string_view text = document.text;
  Line line;
  line.range = document.lines.line_range(text, document.lines.line_of(offset));
  text::Offset at = line.range.begin;
  const auto skip_blanks = [&] {
    while (at < line.range.end && is_blank_or_return(text[at])) ++at;
  };
  skip_blanks();
  line.indent = {line.range.begin, at};
  while (at + 1 < line.range.end && text[at] == '-' && is_blank_or_return(text[at + 1])) {
    ++at;
    skip_blanks();
  }
  text::Offset colon = at;
  while (colon < line.range.end && text[colon] != ':' && text[colon] != '"' && text[colon] != '\'') ++colon;
  const bool keyed = colon < line.range.end && text[colon] == ':' && colon > at &&
                     (colon + 1 == line.range.end || is_blank_or_return(text[colon + 1]));
  if (keyed) {
    line.key = {at, colon};
    at = colon + 1;
    skip_blanks();
  }
  text::Offset end = line.range.end;
  while (end > at && is_blank_or_return(text[end - 1])) --end;
  line.value = {at, end};
  return line;
}

// Where a quoted value that starts at 0 ends: behind the closing quote, or npos.
std::size_t end_of_quoted(std::string_view value) {
  const char quote = value.front();
  for (std::size_t i = 1; i < value.size(); ++i) {
    if (quote == '"' && value[i] == '\\') {
      ++i;
    } else if (value[i] == quote) {
      if (quote == '\'' && i + 1 < value.size() && value[i + 1] == '\'') {
        ++i;
      } else {
        return i + 1;
      }
    }
  }
  return std::string_view::npos;
}

// Where a flow collection that starts at 0 ends: behind its closing bracket, or npos.
std::size_t end_of_brackets(std::string_view value) {
  std::size_t depth = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const char c = value[i];
    const bool at_start =
        i == 0 || is_blank_or_return(value[i - 1]) || value[i - 1] == '[' || value[i - 1] == ',';
    if ((c == '"' || c == '\'') && at_start) {
      const std::size_t end = end_of_quoted(value.substr(i));
      if (end == std::string_view::npos) return end;
      i += end - 1;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if ((c == ']' || c == '}') && --depth == 0) {
      return i + 1;
    }
  }
  return std::string_view::npos;
}

Cause quoted_cause(std::string_view value, std::string_view complaint) {
  const std::string quote(1, value.front());
  const std::string other = value.front() == '"' ? "single" : "double";
  if (complaint.find("escape") != std::string_view::npos) {
    return {"a backslash inside double quotes begins an escape, and this is none",
            "Use single quotes, or write `\\\\`."};
  }
  const std::size_t end = end_of_quoted(value);
  if (end == std::string_view::npos) return {"the quote " + code(quote) + " is never closed", "Close it."};
  if (value.front() == '\'') {
    return {"an apostrophe ends the single quotes early", "Double it (`''`), or use double quotes."};
  }
  return {"text stands behind the closing quote", "Put the whole value in " + other + " quotes."};
}

Cause bracket_cause(std::string_view value) {
  const std::string open = code(value.substr(0, 1));
  const std::string close = value.front() == '[' ? "`]`" : "`}`";
  const std::size_t end = end_of_brackets(value);
  if (end == std::string_view::npos) {
    return {open + " begins a list that is never closed",
            "Close it with " + close + ", or put the value in quotes."};
  }
  if (end < value.size())
    return {open + " begins a list, and text stands behind it", "Put the value in quotes."};
  return {};
}

// `#a` in `[#a, b]`: the places of items that begin with the sign, in a list without quotes.
std::vector<text::Range> items_of_signs(std::string_view value) {
  std::vector<text::Range> items;
  if (value.empty() || value.front() != '[' || value.find_first_of("\"'") != std::string_view::npos)
    return items;
  for (std::size_t i = 1; i < value.size(); ++i) {
    const std::size_t before = value.find_last_not_of(" \t", i - 1);
    const bool begins = value[i] == '#' && (value[before] == '[' || value[before] == ',');
    if (!begins) continue;
    std::size_t end = std::min(value.find_first_of(",]", i), value.size());
    while (end > i && is_blank_or_return(value[end - 1])) --end;
    items.push_back({static_cast<text::Offset>(i), static_cast<text::Offset>(end)});
    i = end;
  }
  return items;
}

// What is wrong with a value, judged by its own looks; empty if it looks fine.
Cause value_cause(std::string_view value, std::string_view complaint) {
  if (value.empty()) return {};
  const char first = value.front();
  if (first == '"' || first == '\'') return quoted_cause(value, complaint);
  if (value.starts_with("{%")) {
    return {"`{%` begins a Liquid tag, and Jekyll runs no Liquid here",
            "Write the value itself, or put it in quotes."};
  }
  if (first == '[' && !items_of_signs(value).empty())
    return {"`#` begins a comment inside the list", "Put the item in quotes."};
  if (first == '[' || first == '{') {
    Cause cause = bracket_cause(value);
    if (first == '{' && !cause.what.empty()) {
      cause.what.replace(cause.what.find("list"), 4, "mapping");
    }
    return cause;
  }
  if (first == '@' || first == '`' || first == '%' || first == '*' || first == '&' || first == '!') {
    return {"no plain value may begin with " + code(value.substr(0, 1)), "Put the value in quotes."};
  }
  if (value.find(": ") != std::string_view::npos || value.back() == ':') {
    return {"`: ` inside a plain value", "Put the value in quotes."};
  }
  return {};
}

Cause tab_cause() {
  return {"a tab is used for indentation", "YAML allows blanks only: put two of them in its place."};
}

Cause line_cause(std::string_view text, const Line& line) {
  const std::string_view written = text::slice(text, line.value);
  if (line.key.empty() && written.find(':') != std::string_view::npos) {
    return {"a blank is missing behind the colon", "Write " + code("key: value") + "."};
  }
  if (line.key.empty())
    return {"this is no " + code("key: value") + " line", "Add a key, or delete the line."};
  return {};
}

// The broken entry that holds `offset`, or the last one before it: an unclosed quote or bracket shows only at
// the end of what it swallows.
const syntax::yaml::Entry* broken_entry(const syntax::yaml::Node& root, text::Offset offset) {
  const syntax::yaml::Entry* found = nullptr;
  for (const syntax::yaml::Entry& entry : root.entries) {
    if (entry.key.range.begin > offset) break;
    if (entry.broken) found = &entry;
  }
  return found;
}

bool opens_something(std::string_view value) {
  return !value.empty() && std::string_view("\"'[{").find(value.front()) != std::string_view::npos;
}

std::optional<text::Range> indenting_tab(const syntax::Document& document, text::Offset offset) {
  const Line line = read_line(document, offset);
  const std::string_view indent = text::slice(document.text, line.indent);
  const std::size_t tab = indent.find('\t');
  if (tab == std::string_view::npos || line.value.empty()) return std::nullopt;
  std::size_t end = tab;
  while (end < indent.size() && indent[end] == '\t') ++end;
  return text::Range{line.indent.begin + static_cast<text::Offset>(tab),
                     line.indent.begin + static_cast<text::Offset>(end)};
}

// How many problems the YAML has once these edits are made.
std::size_t problems_after(const Context& context, const std::vector<text::Edit>& edits) {
  const std::string text = text::apply(context.text(), edits);
  if (context.document->options.format == syntax::ParseOptions::Format::yaml)
    return syntax::yaml::parse(text).problems.size();
  const syntax::FrontMatter front = syntax::parse_front_matter(text);
  constexpr std::size_t many = 1'000'000;
  return front.state == syntax::FrontMatter::State::present ? front.tree.problems.size() : many;
}

bool mends(const Context& context, const std::vector<text::Edit>& edits) {
  return problems_after(context, edits) < context.document->front_matter.tree.problems.size();
}

// Every line's indenting tabs from one top-level key to the next: YAML complains of the first one only.
void offer_blanks(Problem& problem, const Context& context) {
  const syntax::Document& document = *context.document;
  std::vector<text::Edit> edits;
  const std::uint32_t hit = document.lines.line_of(problem.range.begin);
  const text::Range yaml = document.options.format == syntax::ParseOptions::Format::yaml
                               ? text::Range{0, static_cast<text::Offset>(document.text.size())}
                               : document.front_matter.yaml;
  const auto at_margin = [&](std::uint32_t line) {
    const std::string_view written =
        text::slice(document.text, document.lines.line_range(document.text, line));
    return !written.empty() && written.front() != ' ' && written.front() != '\t' && written.front() != '-' &&
           written.front() != '#' && written.front() != '\r';
  };
  std::uint32_t first = hit;
  while (first > 0 && !at_margin(first)) --first;
  for (std::uint32_t line = first; line < document.lines.line_count(); ++line) {
    const text::Range range = document.lines.line_range(document.text, line);
    if (range.begin >= yaml.end || (line > hit && at_margin(line))) break;
    std::string indent;
    text::Offset at = range.begin;
    bool tab = false;
    for (; at < range.end && (document.text[at] == ' ' || document.text[at] == '\t'); ++at) {
      tab = tab || document.text[at] == '\t';
      indent += document.text[at] == '\t' ? "  " : " ";
    }
    if (tab) edits.push_back({{range.begin, at}, indent});
  }
  if (!edits.empty() && mends(context, edits))
    offer(problem, context, "Put two blanks in place of each tab", std::move(edits)).safe = true;
}

// The value in quotes, an apostrophe doubled, a quote closed, a blank behind the colon: the first that mends
// it.
void offer_repair(Problem& problem, const Context& context, const Line& line) {
  constexpr std::size_t most_problems = 20;  // each try reads the front matter again
  if (context.document->front_matter.tree.problems.size() > most_problems) return;
  const std::string_view text = context.text();
  text::Range range = line.value;
  std::string_view value = text::slice(text, range);
  const auto offer_if = [&](std::string_view title, std::vector<text::Edit> edits) {
    if (!problem.fixes.empty() || !mends(context, edits)) return;
    offer(problem, context, std::string(title), std::move(edits)).safe = true;
  };
  if (line.key.empty()) {
    const std::size_t colon = value.find(':');
    if (colon != std::string_view::npos && colon > 0 && value.find_first_of(" \"'[{") > colon) {
      const text::Offset at = range.begin + static_cast<text::Offset>(colon) + 1;
      offer_if("Insert a blank behind the colon", {{{at, at}, " "}});
    }
    if (text::slice(text, {line.range.begin, range.begin}).find('-') == std::string_view::npos) return;
  }
  if (value.empty()) return;
  const char quote = value.front();
  if (quote == '"' || quote == '\'') {
    const bool closed = value.size() > 1 && value.back() == quote;
    const std::string_view inner = value.substr(1, value.size() - (closed ? 2U : 1U));
    if (!closed) offer_if("Close the quote", {{{range.end, range.end}, std::string(1, quote)}});
    if (closed) offer_if("Put the value in other quotes", {{range, in_quotes(inner)}});
    offer_if("Put the whole value in quotes", {{range, in_quotes(value)}});
    return;
  }
  if (const std::vector<text::Range> signs = items_of_signs(value); !signs.empty()) {
    std::vector<text::Edit> edits;
    for (const text::Range item : signs)
      edits.push_back(
          {{range.begin + item.begin, range.begin + item.end}, in_quotes(text::slice(value, item))});
    offer_if("Put the items in quotes", std::move(edits));
    return;
  }
  // What follows ` # ` is a comment in earnest.
  const std::size_t comment = value.find(" # ");
  if (comment != std::string_view::npos) {
    value = value.substr(0, value.find_last_not_of(" \t", comment) + 1);
    range.end = range.begin + static_cast<text::Offset>(value.size());
  }
  if ((quote == '[' || quote == '{') && end_of_brackets(value) == std::string_view::npos)
    offer_if("Close the list", {{{range.end, range.end}, quote == '[' ? "]" : "}"}});
  offer_if("Put the value in quotes", {{range, in_quotes(value)}});
}

void report_problem(const Context& context, const syntax::yaml::Problem& problem, Report& report) {
  const syntax::Document& document = *context.document;
  const std::string_view text = document.text;
  const auto compose = [&](std::string_view key, const Cause& cause) {
    std::string message = key.empty() ? "The front matter" : code(key);
    if (key.empty() && document.options.format == syntax::ParseOptions::Format::yaml) message = "This file";
    return message + " cannot be read: " + cause.what + ". " + when_unreadable(context) + " " + cause.mend;
  };
  if (const auto tab = indenting_tab(document, problem.range.begin)) {
    offer_blanks(report.add(rules.yaml_tab, *tab, compose({}, tab_cause())), context);
    return;
  }
  Line line = read_line(document, problem.range.begin);
  Cause cause;
  if (const syntax::yaml::Entry* entry = broken_entry(document.front_matter.tree.root, problem.range.begin)) {
    const Line first = read_line(document, entry->key.range.begin);
    if (opens_something(text::slice(text, first.value))) line = first;
  }
  const std::string_view value = text::slice(text, line.value);
  if (!line.key.empty() || value.find(':') == std::string_view::npos || opens_something(value)) {
    cause = value_cause(value, problem.message);
  }
  if (cause.what.empty()) cause = line_cause(text, line);
  text::Range range = line.value.empty() ? line.range : line.value;
  if (cause.what.empty()) {
    cause = {problem.message, "Put the value in quotes if it is meant as text."};
    range = problem.range;
  }
  offer_repair(report.add(rules.yaml_syntax, range, compose(text::slice(text, line.key), cause)), context,
               line);
}

}  // namespace

void yaml(const Context& context, Report& report) {
  const syntax::Document& document = *context.document;
  const bool present = document.front_matter.state == syntax::FrontMatter::State::present ||
                       document.options.format == syntax::ParseOptions::Format::yaml;
  if (!present || document.front_matter.tree.valid || !reads_front_matter(context)) return;
  for (const syntax::yaml::Problem& problem : document.front_matter.tree.problems)
    report_problem(context, problem, report);
}

}  // namespace features::diagnostics
