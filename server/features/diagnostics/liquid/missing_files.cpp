// What Liquid names and the site has not: `include`, `include_relative`, `site.data`. Rules:
// jekyll/lib/jekyll/tags/include.rb, readers/data_reader.rb.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/liquid/rules.h"
#include "server/features/knowledge/words.h"
#include "server/text/path.h"

namespace features::diagnostics {
namespace {

using Kind = syntax::liquid::Tag::Kind;
using syntax::liquid::Expression;

// A tag that a condition decides about may never be reached.
void stop(Problem& problem, const LiquidText& liquid, std::size_t node, std::string_view where) {
  if (!liquid.conditional[node] && liquid.context.page) {
    problem.message += " Jekyll stops the build here.";
    return;
  }
  if (liquid.conditional[node]) problem.severity = Severity::warning;
  problem.message += " Jekyll stops the build " + std::string(where) + ".";
}

bool has_include(const Context& context, std::string_view file, bool relative) {
  while (file.starts_with('/')) file.remove_prefix(1);
  if (!relative) return context.site->has_include(file);
  return context.site->files().exists(text::join_path(text::folder_of(context.path), file));
}

void include(LiquidText& liquid, std::size_t index, Report& report) {
  const Context& context = liquid.context;
  const syntax::liquid::Tag& tag = liquid.tree.elements[index].tag;
  const bool relative = tag.kind == Kind::include_relative;
  if (tag.dynamic || tag.target.empty() || (relative && !context.page)) return;
  if (!relative && context.site->unknown_layouts()) return;  // its includes are as unknown
  const std::string file(text::slice(context.text(), tag.target));
  if (has_include(context, file, relative)) return;
  const std::string folder =
      relative ? "beside this file" : "in " + code(context.site->config().includes_dir);
  const std::string nearest = relative ? std::string() : nearest_name(context.site->includes(), file);
  std::string message = "There is no file " + code(file) + " " + folder + ".";
  if (!nearest.empty()) message += " Did you mean " + code(nearest) + "?";
  liquid.told[index] = true;
  Problem& problem = report.add(rules.broken_include, tag.target, std::move(message));
  stop(problem, liquid, index, "where this is reached");
  LinkFacts facts;
  facts.href = text::slice(context.text(), liquid.nodes[index].range);
  facts.target = file;
  facts.attribute = liquid.name(index);
  problem.link = std::move(facts);
  if (!nearest.empty()) offer(problem, context, "Write " + code(nearest), {{tag.target, nearest}});
}

// The names of `site.data.x.y`, as far as they are written out; empty for anything else.
struct DataPath {
  std::vector<std::string> names;
  std::vector<text::Range> ranges;  // of the names; of those in brackets without quotes
};

DataPath data_path(std::string_view text, const Expression& expression) {
  DataPath result;
  if (expression.kind != Expression::Kind::variable || expression.path.size() < 3) return result;
  std::vector<std::string> names;
  for (const syntax::liquid::Lookup& step : expression.path) {
    text::Range range = step.range;
    if (step.part >= 0) {
      const Expression& part = expression.parts[static_cast<std::size_t>(step.part)];
      if (part.kind != Expression::Kind::string) break;
      range = part.content;
    }
    names.emplace_back(text::slice(text, range));
    if (names.size() > 2) result.ranges.push_back(range);
  }
  if (names.size() < 3 || names[0] != "site" || names[1] != "data") return {};
  result.names.assign(names.begin() + 2, names.end());
  return result;
}

// Every variable of a tag, those in brackets too.
template <typename Visit>
void for_each_variable(const Expression& expression, const Visit& visit) {
  if (expression.kind == Expression::Kind::variable) visit(expression);
  for (const Expression& part : expression.parts) for_each_variable(part, visit);
}

template <typename Visit>
void for_each_variable(const syntax::liquid::Tag& tag, const Visit& visit) {
  for_each_variable(tag.value.value, visit);
  for (const syntax::liquid::Filter& filter : tag.value.filters) {
    for (const syntax::liquid::Argument& argument : filter.arguments)
      for_each_variable(argument.value, visit);
  }
  for (const Expression& value : tag.values) for_each_variable(value, visit);
  for (const syntax::liquid::Argument& argument : tag.arguments) for_each_variable(argument.value, visit);
}

std::string root_of(std::string_view text, const Expression& variable) {
  return variable.path.empty() ? std::string() : std::string(text::slice(text, variable.path.front().range));
}

// What conditions ask: `site.data.x`, and names that `assign` may have given to such a value. Who asks
// whether something is there knows that it may not be.
std::set<std::string, std::less<>> asked_names(const LiquidText& liquid) {
  std::set<std::string, std::less<>> names;
  const std::string_view text = liquid.context.text();
  const auto note = [&](const Expression& variable) {
    const DataPath path = data_path(text, variable);
    names.insert(path.names.empty() ? root_of(text, variable) : path.names.front());
  };
  for (const syntax::liquid::Element& element : liquid.tree.elements) {
    for (const syntax::liquid::Comparison& comparison : element.tag.condition) {
      for_each_variable(comparison.left, note);
      for_each_variable(comparison.right, note);
    }
    if (element.tag.kind == Kind::case_) for_each_variable(element.tag, note);
  }
  return names;
}

bool has_default(const syntax::liquid::Tag& tag, std::string_view text) {
  return std::any_of(tag.value.filters.begin(), tag.value.filters.end(),
                     [&](const auto& filter) { return text::slice(text, filter.name) == "default"; });
}

// The names at one level of `site.data` that files or folders give.
std::vector<std::string> names_below(const std::vector<std::string>& keys, std::string_view prefix) {
  std::vector<std::string> names;
  for (const std::string& key : keys) {
    if (!key.starts_with(prefix)) continue;
    std::string name = key.substr(prefix.size());
    name = name.substr(0, name.find('.'));
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  }
  return names;
}

class DataRule {
 public:
  DataRule(LiquidText& liquid, Report& report) : liquid_(liquid), report_(report) {}

  void run() {
    const site::Site& site = *liquid_.context.site;
    if (liquid_.unknown_words || site.unknown_layouts() || site.config().data.find("data")) return;
    const std::string_view text = liquid_.context.text();
    if (text.find("site.data") == std::string_view::npos) return;
    keys_ = site.data_keys();
    asked_ = asked_names(liquid_);
    for (std::size_t i = 0; i < liquid_.nodes.size(); ++i) {
      const syntax::liquid::Tag& tag = liquid_.tree.elements[i].tag;
      if (!tag.strict || tag.kind == Kind::case_ || liquid_.guarded[i] || has_default(tag, text)) continue;
      if (tag.kind == Kind::assign && asked_.contains(text::slice(text, tag.target))) continue;
      for_each_variable(tag, [&](const Expression& variable) { check(i, variable); });
    }
  }

 private:
  void check(std::size_t node, const Expression& variable) {
    const DataPath path = data_path(liquid_.context.text(), variable);
    if (path.names.empty() || asked_.contains(path.names.front())) return;
    std::string prefix;
    for (std::size_t level = 0; level < path.names.size(); ++level) {
      const std::string& name = path.names[level];
      const std::string key = prefix + name;
      // A file says what is below it, and some members every mapping has.
      if (std::binary_search(keys_.begin(), keys_.end(), key)) return;
      const std::vector<std::string> names = names_below(keys_, prefix);
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        if (name != "size" && name != "first" && name != "last") missing(node, path, level, names);
        return;
      }
      prefix = key + ".";
    }
  }

  void missing(std::size_t node, const DataPath& path, std::size_t level,
               const std::vector<std::string>& names) {
    const std::string nearest = nearest_name(names, path.names[level]);
    // Layouts and includes that were copied ask for data that few sites have.
    if (!liquid_.context.page && nearest.empty()) return;
    std::string full = "site.data";
    for (std::size_t i = 0; i <= level; ++i) full += "." + path.names[i];
    std::string message = "No file in " + code(liquid_.context.site->config().data_dir) + " gives " +
                          code(full) + ": it is empty.";
    if (!nearest.empty()) message += " Did you mean " + code(nearest) + "?";
    liquid_.told[node] = true;
    Problem& problem = report_.add(rules.missing_data, path.ranges[level], std::move(message));
    if (!nearest.empty())
      offer(problem, liquid_.context, "Write " + code(nearest), {{path.ranges[level], nearest}});
  }

  LiquidText& liquid_;
  Report& report_;
  std::vector<std::string> keys_;
  std::set<std::string, std::less<>> asked_;
};

}  // namespace

void liquid_files(LiquidText& liquid, Report& report) {
  for (std::size_t i = 0; i < liquid.nodes.size(); ++i) {
    if (!liquid.nodes[i].closed || liquid.guarded[i]) continue;
    const Kind kind = liquid.tree.elements[i].tag.kind;
    if (kind == Kind::include || kind == Kind::include_relative) include(liquid, i, report);
  }
  DataRule(liquid, report).run();
}

}  // namespace features::diagnostics
