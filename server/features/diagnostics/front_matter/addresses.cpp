// `permalink` and `slug`: addresses that Jekyll takes literally, changes, or cannot build. Rules:
// jekyll/lib/jekyll/url.rb, drops/url_drop.rb, page.rb, document.rb, utils.rb (slugify).
#include <algorithm>
#include <array>
#include <optional>
#include <string>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/syntax/slugify.h"
#include "server/text/ascii.h"

namespace features::diagnostics {
namespace {

bool is_style(std::string_view permalink) {
  constexpr std::array<std::string_view, 5> styles = {"date", "pretty", "none", "ordinal", "weekdate"};
  return std::find(styles.begin(), styles.end(), permalink) != styles.end();
}

// `/:title/` in a page, which knows only these three: the others stay as they are.
std::string literal_placeholder(std::string_view permalink) {
  for (std::size_t at = permalink.find(':'); at != std::string_view::npos; at = permalink.find(':', at + 1)) {
    if (at > 0 && permalink[at - 1] != '/') continue;
    std::size_t end = at + 1;
    while (end < permalink.size() && (text::is_ascii_lowercase(permalink[end]) || permalink[end] == '_'))
      ++end;
    const std::string_view name = permalink.substr(at + 1, end - at - 1);
    if (name.empty() || name == "path" || name == "basename" || name == "output_ext") continue;
    return std::string(permalink.substr(at, end - at));
  }
  return {};
}

// What is wrong, as a sentence; "" if nothing is.
std::string complaint(const Context& context, const syntax::Value& value) {
  const std::string* text = value.string();
  const bool page = context.page->kind == site::PageKind::page;
  if (!text) {
    const bool* boolean = value.boolean();
    if (value.is_null() || (boolean && !*boolean)) return {};
    return "`permalink` must be a text: Jekyll stops the build here.";
  }
  if (text->empty()) {
    return page ? "An empty `permalink` stops the build. Delete the line, or write an address."
                : "An empty `permalink` puts this " + std::string(noun(context)) +
                      " in the place of the home page. Delete the line, or write an address.";
  }
  if (is_style(*text)) {
    return code(*text) + " is a style for `_config.yml`; here Jekyll takes it for the address " +
           code("/" + *text) + ".";
  }
  if (text->find("://") != std::string::npos || text->starts_with("//")) {
    return "`permalink` is the address within the site, not a full one" +
           (context.page->url.empty() ? std::string(".")
                                      : ": Jekyll writes the file to " + code(context.page->url) + ".");
  }
  if (text->find_first_of("?#") != std::string::npos) {
    return "Browsers end the path at " + code(text->substr(text->find_first_of("?#"), 1)) +
           ", so no reader ever gets to this file.";
  }
  if (context.site->runs_unknown_code()) return {};
  if (!context.page->url_problem.empty()) {
    return "Jekyll knows no placeholder " + code(":" + context.page->url_problem) +
           ": it stops the build here.";
  }
  const std::string literal = page ? literal_placeholder(*text) : std::string();
  if (literal.empty()) return {};
  return "A page has no placeholder " + code(literal) + ": it becomes part of the address as it stands.";
}

void permalink(const Context& context, Report& report) {
  const syntax::Member* member = context.document->front_matter.data.find_member("permalink");
  if (!member) return;
  const text::Range range = member->value.range.empty() ? member->key_range : member->value.range;
  std::string wrong = complaint(context, member->value);
  if (!wrong.empty()) {
    report.add(rules.permalink_invalid, range, std::move(wrong));
    return;
  }
  const std::string* text = member->value.string();
  if (!text || text->starts_with('/')) return;
  Problem& problem =
      report.add(rules.permalink_slash, range,
                 "Jekyll puts the missing `/` before this address itself; write it for the reader.");
  const std::string_view source = text::slice(context.text(), range);
  const bool quoted = source.starts_with('"') || source.starts_with('\'');
  const text::Offset at = range.begin + (quoted ? 1U : 0U);
  offer(problem, context, "Write the slash", {{{at, at}, "/"}}).safe = true;
}

bool has_capital(std::string_view text) {
  return std::any_of(text.begin(), text.end(), text::is_ascii_uppercase);
}

void slug(const Context& context, Report& report) {
  const syntax::Member* member = context.document->front_matter.data.find_member("slug");
  const std::string* written = member ? member->value.string() : nullptr;
  if (!written || !is_document(context)) return;
  const bool blank = written->find(' ') != std::string::npos;
  const std::string cased = syntax::slugify(*written, "pretty", true);
  const std::string lower = syntax::slugify(*written, "pretty", false);
  const std::string& url = context.page->url;
  const bool shown = !cased.empty() && url.find(cased) != std::string::npos;
  const bool capital = has_capital(*written) && shown;
  if (!capital && !(blank && (shown || url.find(lower) != std::string::npos))) return;
  const std::string better = syntax::slugify(*written);
  if (better.empty() || better == *written) return;
  Problem& problem = report.add(
      rules.slug_form, member->value.range,
      "The address comes out as " + code(url) + ": " +
          (blank ? "Jekyll changes a slug with blanks." : "capitals stay, and links in lower case fail."));
  const std::string_view source = text::slice(context.text(), member->value.range);
  offer(problem, context, "Write " + code(better), {{member->value.range, in_style_of(source, better)}});
}

void case_twins(const Context& context, Report& report) {
  const std::vector<std::string> twins = context.site->case_twins(*context.page);
  if (twins.empty()) return;
  const site::Page& page = *context.page;
  const text::Range range =
      page.url_origin.kind == site::Origin::Kind::front_matter ? page.url_origin.range : text::Range{};
  Problem& problem =
      report.add(rules.url_case_conflict, range,
                 "The address " + code(page.url) + " differs from that of " + code(twins.front()) +
                     " by letter case alone: on many machines the two are one file.");
  for (const std::string& path : twins) problem.related.push_back({{path, {}, 0}, "The other one."});
}

}  // namespace

void addresses(const Context& context, Report& report) {
  if (!context.site || !context.page) return;
  if (context.page->published()) case_twins(context, report);
  if (!has_front_matter(context) || context.page->data_invalid) return;
  permalink(context, report);
  slug(context, report);
}

}  // namespace features::diagnostics
