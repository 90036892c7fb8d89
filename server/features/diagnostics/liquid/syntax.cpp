// Liquid that Jekyll refuses, and names that nobody has defined. Rules: liquid 4.0.4,
// lib/liquid/block_body.rb, document.rb, strainer.rb.
#include <algorithm>
#include <optional>
#include <string>

#include "schema/liquid.h"
#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/liquid/rules.h"
#include "server/features/knowledge/words.h"
#include "server/syntax/liquid/tags.h"
#include "server/text/ascii.h"

namespace features::diagnostics {
namespace {

using Kind = syntax::liquid::Tag::Kind;
using syntax::liquid::Node;

// Of tags or filters, the nearest that every Jekyll has.
template <typename Info>
std::string nearest(const std::vector<Info>& words, std::string_view name) {
  std::vector<std::string> names;
  for (const Info& word : words) {
    if (word.by == "liquid" || word.by == "jekyll") names.push_back(word.name);
  }
  return nearest_name(names, name);
}

// Offers the edit if Liquid then refuses less, and no more of anything.
void offer_if_it_helps(Problem& problem, const LiquidText& liquid, std::string title, text::Edit edit) {
  const auto after = problems_after(liquid, {edit});
  const auto& before = liquid.tree.problems;
  if (count_fatal(after) >= count_fatal(before) || after.size() >= before.size()) return;
  offer(problem, liquid.context, std::move(title), {std::move(edit)});
}

text::Offset line_end_at(std::string_view text, text::Offset offset) {
  const std::size_t end = std::min(text.find('\n', offset), text.size());
  return static_cast<text::Offset>(end > offset && text[end - 1] == '\r' ? end - 1 : end);
}

// `{{ x` and `{% x`: what stands on the line must be all that was meant.
void offer_closing(Problem& problem, const LiquidText& liquid, const Node& node) {
  const std::string_view text = liquid.context.text();
  const bool output = node.kind == Node::Kind::output;
  const char half = output ? '}' : '%';
  text::Range end = {node.range.end, node.range.end};
  while (end.begin > node.range.begin + 2 && (text[end.begin - 1] == ' ' || text[end.begin - 1] == '\t'))
    --end.begin;
  end.end = end.begin;
  if (end.begin > node.range.begin + 2 && text[end.begin - 1] == (output ? '}' : half)) --end.begin;
  const bool blank = end.begin > 0 && text[end.begin - 1] == ' ';
  const std::string closer = std::string(blank ? "" : " ") + (output ? "}}" : "%}");
  offer_if_it_helps(problem, liquid, "Close it with " + code(output ? "}}" : "%}"), {end, closer});
}

// A block without an end: at the end of its line where its content begins there, else at the end of the text.
void offer_end(Problem& problem, const LiquidText& liquid, const Node& node) {
  const std::string_view text = liquid.context.text();
  const std::string tag = "{% end" + std::string(text::slice(text, node.name)) + " %}";
  const std::string title = "Close it with " + code(tag);
  const text::Offset eol = line_end_at(text, node.range.end);
  const bool inside_line = !text::holds_only(text::slice(text, {node.range.end, eol}), text::is_blank);
  if (inside_line) {
    offer_if_it_helps(problem, liquid, title, {{eol, eol}, tag});
    return;
  }
  const auto size = static_cast<text::Offset>(text.size());
  const std::string eol_text(line_end(liquid.context));
  offer_if_it_helps(problem, liquid, title,
                    {{size, size}, (text.ends_with('\n') ? "" : eol_text) + tag + eol_text});
}

// With its line where nothing else stands there.
text::Range with_line(std::string_view text, text::Range range) {
  text::Offset begin = range.begin;
  while (begin > 0 && text::is_blank(text[begin - 1])) --begin;
  const text::Offset eol = line_end_at(text, range.end);
  const bool alone = (begin == 0 || text[begin - 1] == '\n') &&
                     text::holds_only(text::slice(text, {range.end, eol}), text::is_blank);
  if (!alone) return range;
  const std::size_t newline = text.find('\n', eol);
  return {begin, static_cast<text::Offset>(newline == std::string_view::npos ? text.size() : newline + 1)};
}

void offer_fixes(Problem& problem, const LiquidText& liquid, std::size_t index) {
  const Node& node = liquid.nodes[index];
  const syntax::liquid::Element& element = liquid.tree.elements[index];
  const bool in_code = !code_around(liquid, node.range).empty();
  if (in_code) offer_raw(problem, liquid, node.range);
  if (!node.closed) {
    offer_closing(problem, liquid, node);
    // Who names one of Liquid's tags means it.
    const bool named = node.kind == Node::Kind::tag && element.tag.kind != Kind::other;
    if (!in_code && !named) offer_raw(problem, liquid, {node.range.begin, node.range.begin + 2});
  } else if (problem.range == node.range && element.tag.kind != Kind::output) {
    if (syntax::liquid::is_block(text::slice(liquid.context.text(), node.name))) {
      offer_end(problem, liquid, node);
    } else {
      const text::Range whole = with_line(liquid.context.text(), node.range);
      offer_if_it_helps(problem, liquid, "Delete it", {whole, ""});
    }
  }
}

// The node that a problem stands in.
std::optional<std::size_t> node_at(const LiquidText& liquid, text::Range range) {
  const auto after =
      std::upper_bound(liquid.nodes.begin(), liquid.nodes.end(), range.begin,
                       [](text::Offset at, const Node& node) { return at < node.range.begin; });
  if (after == liquid.nodes.begin()) return std::nullopt;
  return static_cast<std::size_t>(after - liquid.nodes.begin()) - 1;
}

std::string stops_here(const Context& context) {
  return context.page ? " Jekyll stops the build here." : " Jekyll stops the build where this file is used.";
}

// `if a = b`: the forgiving reading takes the sign, and then no comparison has it (liquid, condition.rb).
text::Range lone_equals(const LiquidText& liquid, std::size_t index) {
  const Kind kind = liquid.tree.elements[index].tag.kind;
  if (kind != Kind::if_ && kind != Kind::unless && kind != Kind::elsif) return {};
  const std::string_view text = liquid.context.text();
  const text::Range markup = liquid.nodes[index].markup;
  char quote = 0;
  for (text::Offset at = markup.begin; at < markup.end; ++at) {
    if (text[at] == '"' || text[at] == '\'') quote = quote == 0 ? text[at] : quote == text[at] ? '\0' : quote;
    if (quote != 0 || text[at] != '=') continue;
    const auto is_sign = [](char c) { return std::string_view("=!<>").find(c) != std::string_view::npos; };
    if (at + 1 < markup.end && at > markup.begin && !is_sign(text[at - 1]) && !is_sign(text[at + 1]))
      return {at, at + 1};
    ++at;
  }
  return {};
}

void wrong_comparison(LiquidText& liquid, std::size_t index, text::Range sign, Report& report) {
  Problem& problem = report.add(rules.liquid_syntax, sign, "`=` compares nothing. Write `==`.");
  if (liquid.conditional[index] || !liquid.context.page) {
    problem.message += " Jekyll stops the build where this is reached.";
    if (liquid.conditional[index]) problem.severity = Severity::warning;
  } else {
    problem.message += " Jekyll stops the build here.";
  }
  offer(problem, liquid.context, "Write `==`", {{sign, "=="}});
}

bool joins(std::string_view text) {
  return text.find(" and ") != std::string_view::npos || text.find(" or ") != std::string_view::npos;
}

// What Liquid's forgiving reading skips: the dot of `site.[name]`, and parentheses around one comparison, or
// around all of them.
std::string without_skipped(std::string_view markup) {
  std::string result(markup);
  for (std::size_t at = result.find(".["); at != std::string::npos; at = result.find(".[", at))
    result.erase(at, 1);
  for (std::size_t open = result.rfind('('); open != std::string::npos;
       open = open == 0 ? std::string::npos : result.rfind('(', open - 1)) {
    const std::size_t close = result.find(')', open);
    if (close == std::string::npos) continue;
    const std::string inside = result.substr(open + 1, close - open - 1);
    const bool others = joins(result.substr(0, open)) || joins(std::string_view(result).substr(close));
    if (inside.find("..") != std::string::npos || (joins(inside) && others)) continue;
    result.erase(close, 1);
    result.erase(open, 1);
  }
  return result;
}

// Does the forgiving reading give what was plainly meant?
bool reads_as_meant(const LiquidText& liquid, std::size_t index) {
  const Node& node = liquid.nodes[index];
  if (node.kind != Node::Kind::tag) return false;
  const std::string_view markup = text::slice(liquid.context.text(), node.markup);
  if (markup.find_first_of("\"'") < markup.find_last_of("([")) return false;  // in a text they stay
  const std::string text = "{% " + std::string(liquid.name(index)) + " " + without_skipped(markup) + " %}";
  const syntax::liquid::Markup parsed = syntax::liquid::parse_markup(text);
  std::vector<syntax::liquid::Problem> problems;
  if (parsed.nodes.size() != 1) return false;
  return syntax::liquid::parse_node(text, parsed.nodes[0], problems).strict && problems.empty();
}

void syntax_errors(LiquidText& liquid, Report& report) {
  const Context& context = liquid.context;
  constexpr int most_mended = 10;
  int fatal = 0;
  bool open_tag = false;  // a tag that is not closed hides what it opens or ends
  std::size_t seen = 0;
  for (const syntax::liquid::Problem& found : liquid.tree.problems) {
    const std::optional<std::size_t> index = node_at(liquid, found.range);
    if (!index || liquid.guarded[*index]) continue;
    const Node& node = liquid.nodes[*index];
    for (; seen < *index; ++seen)
      open_tag = open_tag || (!liquid.nodes[seen].closed && liquid.nodes[seen].kind == Node::Kind::tag);
    const bool structure = node.closed && found.range == node.range;
    if (structure && (open_tag || liquid.unknown_words)) continue;
    // In code it is told as that, and so are the parts of a node that is refused as a whole.
    if (!found.fatal && (!code_around(liquid, node.range).empty() || !node.closed)) continue;
    // Read forgivingly, no-break spaces are skipped: what remains is what was meant.
    if (!found.fatal && text::slice(context.text(), found.range).starts_with("\xC2\xA0")) continue;
    if (!found.fatal && reads_as_meant(liquid, *index)) continue;
    liquid.told[*index] = true;
    if (const text::Range sign = lone_equals(liquid, *index); !found.fatal && !sign.empty()) {
      wrong_comparison(liquid, *index, sign, report);
      continue;
    }
    Problem& problem = report.add(rules.liquid_syntax, found.range, found.message);
    if (found.fatal) {
      problem.message += stops_here(context);
      // Each fix is tried on the whole text.
      if (fatal++ < most_mended) offer_fixes(problem, liquid, *index);
    } else {
      problem.severity = Severity::warning;
      problem.message += " Jekyll warns, and skips what it does not understand.";
    }
  }
}

void rename(Problem& problem, const LiquidText& liquid, std::size_t index, const std::string& name) {
  std::vector<text::Edit> edits = {{liquid.nodes[index].name, name}};
  std::int32_t end = static_cast<std::int32_t>(index);
  while (liquid.tree.elements[static_cast<std::size_t>(end)].next >= 0)
    end = liquid.tree.elements[static_cast<std::size_t>(end)].next;
  if (end != static_cast<std::int32_t>(index))
    edits.push_back({liquid.nodes[static_cast<std::size_t>(end)].name, "end" + name});
  offer(problem, liquid.context, "Write " + code(name), std::move(edits));
}

void unknown_tags(LiquidText& liquid, Report& report) {
  const Context& context = liquid.context;
  for (std::size_t i = 0; i < liquid.nodes.size(); ++i) {
    const Node& node = liquid.nodes[i];
    if (node.kind != Node::Kind::tag || !node.closed || liquid.guarded[i]) continue;
    const std::string name(liquid.name(i));
    if (liquid.tree.elements[i].tag.kind != Kind::other || schema::liquid_names().tag(name)) continue;
    liquid.told[i] = true;
    if (name.empty() || name == "#") {
      Problem& problem = report.add(rules.liquid_syntax, node.range,
                                    "A tag begins with its name: this is none." + stops_here(context));
      offer_raw(problem, liquid, node.range);
      continue;
    }
    const std::string other = nearest(schema::liquid_names().tags, name);
    std::string message =
        "There is no tag " + code(name) + ": neither Jekyll nor a plugin that is known here has it.";
    if (!other.empty()) message += " Did you mean " + code(other) + "?";
    Problem& problem = report.add(rules.unknown_liquid_tag, node.name, message + stops_here(context));
    const bool in_code = !code_around(liquid, node.range).empty();
    if (in_code) offer_raw(problem, liquid, node.range);
    if (!other.empty()) rename(problem, liquid, i, other);
    if (!in_code) {
      text::Range whole = node.range;
      if (const std::int32_t end = liquid.tree.elements[i].next; end >= 0)
        whole.end = liquid.nodes[static_cast<std::size_t>(end)].range.end;
      offer_raw(problem, liquid, whole);
    }
  }
}

bool has_strict_filters(const site::Config& config) {
  const syntax::Value* liquid = config.data.find("liquid");
  const syntax::Value* strict = liquid ? liquid->find("strict_filters") : nullptr;
  return strict && strict->boolean() && *strict->boolean();
}

void unknown_filters(LiquidText& liquid, Report& report) {
  const Context& context = liquid.context;
  const bool strict = has_strict_filters(context.site->config());
  for (std::size_t i = 0; i < liquid.nodes.size(); ++i) {
    const syntax::liquid::Pipeline& value = liquid.tree.elements[i].tag.value;
    if (!value.strict || liquid.guarded[i] || !liquid.nodes[i].closed) continue;
    for (const syntax::liquid::Filter& filter : value.filters) {
      const std::string name(text::slice(context.text(), filter.name));
      if (schema::liquid_names().filter(name)) continue;
      liquid.told[i] = true;
      const std::string other = nearest(schema::liquid_names().filters, name);
      std::string message =
          "There is no filter " + code(name) +
          (strict ? ":" + stops_here(context) : ": Jekyll leaves the value as it is, without a word.");
      if (!other.empty()) message += " Did you mean " + code(other) + "?";
      Problem& problem = report.add(rules.unknown_liquid_filter, filter.name, std::move(message));
      if (strict) problem.severity = Severity::error;
      if (!code_around(liquid, liquid.nodes[i].range).empty())
        offer_raw(problem, liquid, liquid.nodes[i].range);
      if (!other.empty()) offer(problem, context, "Write " + code(other), {{filter.name, other}});
    }
  }
}

}  // namespace

void liquid(const Context& context, Report& report) {
  if (!runs_liquid(context)) return;
  LiquidText liquid(context);
  syntax_errors(liquid, report);
  if (!liquid.unknown_words) {
    unknown_tags(liquid, report);
    unknown_filters(liquid, report);
  }
  liquid_files(liquid, report);
  link_tags(liquid, report);
  liquid_in_code(liquid, report);
}

}  // namespace features::diagnostics
