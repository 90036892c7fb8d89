// Links, images and media that lead nowhere. What an address leads to is decided in site/resolve alone; here
// verdicts become words. Each link has at most one problem (docs/rules.md).
#include <string>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/words.h"
#include "server/site/resolve.h"

namespace features::checks {
namespace {

using Verdict = site::Resolution::Verdict;

struct Found {
  const syntax::Link& link;
  const site::Resolution& resolution;
};

bool is_media(const syntax::Link& link) {
  return link.image || link.tag.ends_with("[src]") || link.tag.ends_with("[srcset]") ||
         link.tag.ends_with("[poster]");
}

const syntax::Definition* definition_of(const Context& context, const syntax::Link& link) {
  const auto& definitions = context.markdown().definitions;
  if (link.definition < 0 || static_cast<std::size_t>(link.definition) >= definitions.size()) return nullptr;
  return &definitions[static_cast<std::size_t>(link.definition)];
}

// The fragment alone where it stands in the source, so that the page's part stays unmarked.
text::Range fragment_range(const Context& context, const syntax::Link& link) {
  const std::size_t hash = text::slice(context.text(), link.href_range).find('#');
  if (link.definition >= 0 || hash == std::string_view::npos) return link.href_range;
  return {link.href_range.begin + static_cast<text::Offset>(hash), link.href_range.end};
}

Problem& add(const Context& context, const Found& found, std::string_view rule, text::Range range,
             std::string message, Report& report) {
  const syntax::Link& link = found.link;
  Problem& problem = report.add(rule, range, std::move(message));
  LinkFacts facts;
  facts.href = text::slice(context.text(), link.href_range);
  facts.url = link.href;
  facts.target = found.resolution.target;
  facts.attribute = link.tag;
  if (const syntax::Definition* definition = definition_of(context, link)) {
    facts.href = text::slice(context.text(), definition->href_range);
    relate(problem, context, definition->range, "The address stands here.");
  }
  problem.link = std::move(facts);
  return problem;
}

std::string_view state_of(const site::Page& page) {
  switch (page.publication) {
    case site::Publication::draft:
      return "a draft";
    case site::Publication::future:
      return "dated in the future";
    default:
      return "not published";
  }
}

void missing(const Context& context, const Found& found, Report& report) {
  const std::string target =
      code(found.resolution.target.empty() ? found.link.href : found.resolution.target);
  const bool media = is_media(found.link);
  Problem& problem = add(context, found, media ? "broken-image" : "broken-link", found.link.href_range,
                         media ? "There is no file " + target + ": readers get nothing here."
                               : "Nothing answers at " + target + ": readers get an error page.",
                         report);
  if (!found.resolution.unknown_code) return;
  problem.severity = Severity::hint;
  problem.message = (media ? "No source makes the file " : "No source makes a page at ") + target + "; " +
                    unknown_code(context.site->config()) + " may do so.";
}

void missing_anchor(const Context& context, const Found& found, Report& report) {
  const site::Resolution& resolution = found.resolution;
  const bool here = resolution.page && resolution.page->path == context.path;
  const std::string where = here || !resolution.page ? std::string("This page") : code(resolution.page->url);
  std::string message = where + " has no heading or id " + code("#" + resolution.anchor) +
                        ": the jump leads to the top of the page.";
  if (resolution.page) {
    const auto nearest = site::nearest_anchors(*context.site->content(resolution.page), resolution.anchor, 1);
    if (!nearest.empty()) message += " Did you mean " + code("#" + nearest.front()) + "?";
  }
  add(context, found, "broken-anchor", fragment_range(context, found.link), std::move(message), report);
}

void judge(const Context& context, const Found& found, Report& report) {
  const site::Resolution& resolution = found.resolution;
  const text::Range range = found.link.href_range;
  switch (resolution.verdict) {
    case Verdict::found:
    case Verdict::external:
      return;
    case Verdict::unknown:
      if (resolution.unknown_code) missing(context, found, report);
      return;
    case Verdict::missing:
      missing(context, found, report);
      return;
    case Verdict::missing_anchor:
      missing_anchor(context, found, report);
      return;
    case Verdict::other_case:
      add(context, found, "link-case", range,
          "Only the letter case is wrong: works on some machines, not on the web. Write " +
              code(resolution.suggestion) + ".",
          report);
      return;
    case Verdict::missing_baseurl:
      add(context, found, "missing-baseurl", range,
          "This address leaves the site, which lies below " + code(context.site->config().baseurl) +
              ". Write " + code(resolution.suggestion) + ", or use the filter `relative_url`.",
          report);
      return;
    case Verdict::unpublished:
      // Texts that wait themselves may be published together with their target.
      if (!resolution.page || !context.page->published()) return;
      add(context, found, "link-to-unpublished", range,
          code(resolution.page->path) + " is " + std::string(state_of(*resolution.page)) +
              ": readers get an error page for now.",
          report);
      return;
  }
}

}  // namespace

void links(const Context& context, Report& report) {
  if (!context.site || !context.page) return;
  for (const syntax::Link& link : context.markdown().links) {
    if (link.masked) continue;
    const site::Resolution resolution = site::resolve_link(*context.site, *context.page, link.href);
    judge(context, {link, resolution}, report);
  }
}

}  // namespace features::checks
