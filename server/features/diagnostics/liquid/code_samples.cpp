// Code samples with Liquid in them. Liquid runs before Markdown and knows nothing of code: what was meant to
// be shown is evaluated, and mostly nothing remains of it. Many samples hold Liquid on purpose (a version
// number of the site, an included file), so only what plainly was not meant is told.
#include <algorithm>
#include <array>
#include <set>
#include <string>
#include <vector>

#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/liquid/rules.h"
#include "server/features/knowledge/words.h"
#include "server/text/ascii.h"

namespace features::diagnostics {
namespace {

using Kind = syntax::liquid::Tag::Kind;
using syntax::liquid::Expression;
using syntax::liquid::Node;

// Languages whose own marks are Liquid's, or that hold Liquid in Jekyll's layouts.
bool is_template_language(std::string_view language) {
  constexpr std::array<std::string_view, 12> languages = {"liquid", "jinja",    "jinja2", "twig",
                                                          "django", "nunjucks", "njk",    "handlebars",
                                                          "hbs",    "mustache", "vue",    "html"};
  const std::string lower = text::ascii_lower(language);
  return std::find(languages.begin(), languages.end(), lower) != languages.end();
}

// Members of `page` that samples about Jekyll show, and that nobody wants the value of inside of code.
bool is_sample_member(std::string_view name) {
  constexpr std::array<std::string_view, 8> members = {"title", "content", "date",     "excerpt",
                                                       "tags",  "next",    "previous", "categories"};
  return std::find(members.begin(), members.end(), name) != members.end();
}

class CodeRule {
 public:
  CodeRule(LiquidText& liquid, Report& report)
      : liquid_(liquid), report_(report), text_(liquid.context.text()) {}

  void run() {
    const syntax::Markdown& markdown = liquid_.context.document->markdown;
    for (const syntax::CodeBlock& block : markdown.code_blocks)
      check(block.range, block.fenced ? text::slice(text_, block.info) : std::string_view(), false);
    for (const syntax::Trap& trap : markdown.traps) {
      if (trap.kind == syntax::Trap::Kind::code_span) check(trap.range, {}, true);
    }
    for (std::size_t i = 0; i < liquid_.nodes.size(); ++i) {
      const syntax::liquid::Element& element = liquid_.tree.elements[i];
      if (element.tag.kind != Kind::highlight || element.next < 0) continue;
      check({liquid_.nodes[i].range.end, liquid_.nodes[static_cast<std::size_t>(element.next)].range.begin},
            text::slice(text_, element.tag.target), false);
    }
  }

 private:
  enum class Fate : std::uint8_t { fine, vanishes, evaluated };

  // One problem for a piece of code, at the first node that was not meant.
  void check(text::Range range, std::string_view language, bool span) {
    const auto first =
        std::partition_point(liquid_.nodes.begin(), liquid_.nodes.end(),
                             [range](const Node& node) { return node.range.begin < range.begin; });
    const auto begin = static_cast<std::size_t>(first - liquid_.nodes.begin());
    std::size_t wrong = 0;
    std::size_t found = 0;
    Fate fate = Fate::fine;
    for (std::size_t i = begin; i < liquid_.nodes.size() && liquid_.nodes[i].range.end <= range.end; ++i) {
      if (liquid_.told[i]) return;  // its own problem offers `raw` as well
      const Fate one = fate_of(i, language, span && liquid_.nodes[i].range == range);
      if (one == Fate::fine) continue;
      if (wrong++ == 0) {
        found = i;
        fate = one;
      }
    }
    if (wrong == 0) return;
    const std::string shown = code(shorten(text::slice(text_, liquid_.nodes[found].range), 40));
    Problem& problem = report_.add(rules.liquid_in_code, liquid_.nodes[found].range,
                                   "Liquid runs before Markdown, in code too: " +
                                       (fate == Fate::vanishes ? "nothing remains of " + shown
                                                               : "readers see what " + shown + " gives") +
                                       ". Put `{% raw %}` and `{% endraw %}` around it to show it as it is.");
    offer_raw(problem, liquid_, liquid_.nodes[found].range);
  }

  Fate fate_of(std::size_t index, std::string_view language, bool alone) {
    const syntax::liquid::Tag& tag = liquid_.tree.elements[index].tag;
    if (!liquid_.nodes[index].closed || liquid_.guarded[index]) return Fate::fine;
    const bool liquid_language = text::ascii_lower(language) == "liquid";
    switch (tag.kind) {
      case Kind::output:
        return fate_of(tag.value.value, tag.strict, language, alone);
      case Kind::if_:
      case Kind::unless:
        if (liquid_language) return Fate::evaluated;
        return !tag.condition.empty() && tag.strict
                   ? fate_of(tag.condition.front().left, true, language, false)
                   : Fate::fine;
      case Kind::for_:
      case Kind::case_:
        if (liquid_language || (tag.kind == Kind::for_ && is_template_language(language)))
          return Fate::evaluated;
        return !tag.values.empty() ? fate_of(tag.values.front(), true, language, false) : Fate::fine;
      case Kind::raw:
      case Kind::comment:
      case Kind::end:
      case Kind::highlight:
        return Fate::fine;
      default:
        return liquid_language ? Fate::evaluated : Fate::fine;
    }
  }

  Fate fate_of(const Expression& value, bool strict, std::string_view language, bool alone) {
    // `{{ "{{" }}` is how others keep Liquid away.
    if (value.kind == Expression::Kind::none) return Fate::vanishes;
    if (value.kind != Expression::Kind::variable || value.path.empty())
      return strict ? Fate::fine : Fate::vanishes;
    const std::string root(text::slice(text_, value.path.front().range));
    const bool known = is_global(root);
    if (!strict) return known ? Fate::fine : Fate::vanishes;
    if (!known) return is_set(root) ? Fate::fine : Fate::vanishes;
    if (text::ascii_lower(language) == "liquid") return Fate::evaluated;
    const bool member = root == "page" && value.path.size() == 2 && value.path[1].part < 0 &&
                        is_sample_member(text::slice(text_, value.path[1].range));
    const bool content = root == "content" || root == "paginator";
    if (content && is_template_language(language)) return Fate::evaluated;
    return member && (alone || is_template_language(language)) ? Fate::evaluated : Fate::fine;
  }

  static bool is_global(std::string_view name) {
    constexpr std::array<std::string_view, 10> globals = {"site",    "page",        "layout", "content",
                                                          "include", "paginator",   "jekyll", "theme",
                                                          "forloop", "tablerowloop"};
    return std::find(globals.begin(), globals.end(), name) != globals.end();
  }

  // Does a tag of this document give the name a value? Includes and plugins may do so as well.
  bool is_set(const std::string& name) {
    if (!collected_) {
      collected_ = true;
      for (std::size_t i = 0; i < liquid_.nodes.size(); ++i) {
        const syntax::liquid::Tag& tag = liquid_.tree.elements[i].tag;
        switch (tag.kind) {
          case Kind::assign:
          case Kind::capture:
          case Kind::increment:
          case Kind::for_:
          case Kind::tablerow:
            set_.emplace(text::slice(text_, tag.target));
            break;
          case Kind::include:
          case Kind::include_relative:
          case Kind::other:
            foreign_ = true;
            break;
          default:
            break;
        }
      }
    }
    return foreign_ || liquid_.unknown_words || set_.contains(name);
  }

  LiquidText& liquid_;
  Report& report_;
  std::string_view text_;
  bool collected_ = false;
  bool foreign_ = false;
  std::set<std::string, std::less<>> set_;
};

}  // namespace

void liquid_in_code(LiquidText& liquid, Report& report) {
  CodeRule(liquid, report).run();
}

}  // namespace features::diagnostics
