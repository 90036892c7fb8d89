// Sources that Jekyll leaves out or overwrites: names it does not take for posts, addresses given twice.
// Rules: jekyll/lib/jekyll/document.rb (DATE_FILENAME_MATCHER), commands/doctor.rb (conflicting_urls).
#include <algorithm>
#include <array>
#include <string>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/site/compute/permalink.h"
#include "server/text/ascii.h"
#include "server/text/line_index.h"
#include "server/text/path.h"
#include "server/text/url.h"

namespace features::diagnostics {
namespace {

using text::is_digit;

// A file of that name beside posts is there for people, not for Jekyll.
bool is_for_people(std::string_view name) {
  constexpr std::array<std::string_view, 6> names = {"readme",       "license",  "changelog",
                                                     "contributing", "template", "todo"};
  std::string stem = text::ascii_lower(name.substr(0, name.find('.')));
  stem.erase(std::remove(stem.begin(), stem.end(), '_'), stem.end());
  return std::find(names.begin(), names.end(), stem) != names.end();
}

// `20240120-x.md` or `2024-01-20_x.md` as Jekyll wants them; "" if the name has no day.
std::string as_post_name(std::string_view name) {
  std::string digits;
  std::size_t at = 0;
  while (at < name.size() && digits.size() < 8 &&
         (is_digit(name[at]) || std::string_view("-_. ").find(name[at]) != std::string_view::npos)) {
    if (is_digit(name[at])) digits += name[at];
    ++at;
  }
  if (digits.size() != 8 || (at < name.size() && is_digit(name[at]))) return {};
  while (at < name.size() && std::string_view("-_ ").find(name[at]) != std::string_view::npos) ++at;
  std::string_view rest = name.substr(at);
  if (rest.empty() || rest.front() == '.') return {};
  std::string post =
      digits.substr(0, 4) + "-" + digits.substr(4, 2) + "-" + digits.substr(6, 2) + "-" + std::string(rest);
  if (rest.find('.') == std::string_view::npos) post += ".md";
  return post == name ? std::string{} : post;
}

// Polyglot serves one address in several languages.
bool other_language(const Context& context, const site::Page& other) {
  const site::Config& config = context.site->config();
  const bool polyglot = config.has_plugin("jekyll-polyglot") || config.has_plugin("polyglot");
  return polyglot && context.page->lang != other.lang;
}

// Jekyll reads front matter and layout of such a post, but what converts its text is missing.
void unconverted(const Context& context, Report& report) {
  constexpr std::array<std::string_view, 9> texts = {".txt", ".text", ".mdx", ".markdown2", ".mdown",
                                                     ".rst", ".rmd",  ".qmd", ".mdwn"};
  if (!context.site || !context.page || context.page->kind != site::PageKind::post ||
      context.page->markdown || context.site->runs_unknown_code())
    return;
  const std::string extension = text::ascii_lower(text::extension(context.path));
  if (std::find(texts.begin(), texts.end(), extension) == texts.end()) return;
  Problem& problem =
      report.add(rules.unconverted_extension, {},
                 code(extension) +
                     " is not in `markdown_ext`: Jekyll copies this text as it is, and readers see raw "
                     "Markdown. Rename the file.");
  offer_rename(problem, context, std::string(text::without_extension(context.path)) + ".md");
}

// Where the other file sets its address. Conflicts are rare enough to read the file for its line.
FileRange place_of(const Context& context, const site::Page& other) {
  FileRange place{other.path, {}, 0};
  if (other.url_origin.kind != site::Origin::Kind::front_matter) return place;
  const auto text = context.site->files().read(other.path);
  if (text) place.line = text::LineIndex(*text).line_of(other.url_origin.range.begin);
  return place;
}

// A permalink of its own: the present address with a number.
void offer_address(Problem& problem, const Context& context) {
  const syntax::FrontMatter& front = context.document->front_matter;
  if (front.state != syntax::FrontMatter::State::present || !front.tree.valid) return;
  const site::Page& page = *context.page;
  std::string stem = text::percent_decode(page.url);
  std::string ending;
  if (stem.ends_with('/')) {
    ending = "/";
  } else {
    ending = text::dot_ending(stem);
  }
  stem.resize(stem.size() - ending.size());
  if (stem.empty() || stem.find(':') != std::string::npos) return;
  constexpr int most = 9;
  for (int number = 2; number <= most; ++number) {
    const std::string address = stem + "-" + std::to_string(number) + ending;
    const std::string output = site::output_path(address, ".html", true);
    if (!context.site->output_ignoring_case(output).empty()) continue;
    const syntax::yaml::Entry* entry = top_entry(context, "permalink");
    if (!entry) {
      if (!front.tree.root.entries.empty() && front.tree.root.style == syntax::yaml::Node::Style::flow)
        return;
      offer(problem, context, "Add the permalink " + code(address),
            {add_entry(context, "permalink", {syntax::Scalar(address), {}})});
    } else if (!entry->value.range.empty()) {
      const std::string_view source = text::slice(context.text(), entry->value.range);
      offer(problem, context, "Change the permalink to " + code(address),
            {{entry->value.range, in_style_of(source, address)}});
    }
    return;
  }
}

}  // namespace

void post_names(const Context& context, Report& report) {
  unconverted(context, report);
  if (!context.site || context.page || !context.site->is_ignored(context.path)) return;
  const std::string_view path = context.path;
  const std::string_view name = text::file_name(path);
  const bool text_file = context.site->config().is_markdown(path) || name.ends_with(".html") ||
                         context.document->front_matter.state == syntax::FrontMatter::State::present;
  if (!text_file || name.starts_with('.') || is_for_people(name)) return;
  if (path.starts_with("_drafts/") || path.find("/_drafts/") != std::string_view::npos) {
    Problem& problem =
        report.add(rules.bad_post_name, {},
                   "Jekyll ignores this file: a draft's name needs an extension, such as `.md`.");
    offer_rename(problem, context, context.path + ".md");
    return;
  }
  const std::string better = as_post_name(name);
  Problem& problem =
      report.add(rules.bad_post_name, {},
                 "Jekyll ignores this file: a post's name has the form `YYYY-MM-DD-title.md`. " +
                     (better.empty() ? std::string("Rename it.") : "Rename it to " + code(better) + "."));
  if (!better.empty())
    offer_rename(problem, context, context.path.substr(0, path.size() - name.size()) + better);
}

void url_conflicts(const Context& context, Report& report) {
  if (!context.site || !context.page || !context.page->published()) return;
  const site::Page& page = *context.page;
  const text::Range range =
      page.url_origin.kind == site::Origin::Kind::front_matter ? page.url_origin.range : text::Range{};
  const std::string last =
      " Only the one that Jekyll writes last survives. Change the permalink, the name or the date of one.";
  std::vector<site::PagePtr> others = context.site->conflicting(page);
  std::erase_if(others, [&](const site::PagePtr& other) {
    return !other->published() || other_language(context, *other);
  });
  std::sort(others.begin(), others.end(), [](const auto& a, const auto& b) { return a->path < b->path; });
  if (!others.empty()) {
    std::string message = "The address " + code(page.url) + " is that of " + code(others.front()->path);
    if (others.size() > 1) message += " and " + count_of(others.size() - 1, "other file");
    Problem& problem = report.add(rules.url_conflict, range, message + " too." + last);
    for (const site::PagePtr& other : others)
      problem.related.push_back({place_of(context, *other), "The same address."});
    offer_address(problem, context);
  } else if (!page.output.empty() && page.output != page.path && context.site->static_file_at(page.output)) {
    Problem& problem = report.add(
        rules.url_conflict, range,
        "The address " + code(page.url) + " is that of the file " + code(page.output) + " too." + last);
    offer_address(problem, context);
  }
}

}  // namespace features::diagnostics
