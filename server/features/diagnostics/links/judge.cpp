// What is said of each verdict on a link, and how it can be mended. Each link has at most one problem
// (docs/rules.md).
#include "server/features/diagnostics/links/judge.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/site/links/nearest.h"
#include "server/site/settings/plugins.h"

namespace features::diagnostics {
namespace {

using Verdict = site::Resolution::Verdict;

bool is_media(const syntax::Link& link) {
  const std::string_view tag = link.tag;
  return link.image || tag.ends_with("[srcset]") || tag.ends_with("[poster]") || tag == "object[data]" ||
         (tag.ends_with("[src]") && tag != "script[src]" && tag != "iframe[src]");
}

std::string_view consequence(const syntax::Link& link) {
  if (is_media(link)) return "readers get nothing here";
  return link.tag == "a[href]" || link.tag == "area[href]" ? "readers get an error page"
                                                           : "the page goes without it";
}

// `name@host.org`, without the scheme that makes an address of it.
bool is_mail_address(std::string_view href) {
  const std::size_t at = href.find('@');
  return at != std::string_view::npos && at > 0 && href.find('.', at + 2) != std::string_view::npos &&
         href.find('@', at + 1) == std::string_view::npos &&
         href.find_first_of("/:?#{}<> \t\n") == std::string_view::npos && !href.ends_with('.');
}

// `example.org/page`: a host that is written like a folder. File names end otherwise.
bool is_host(std::string_view href) {
  constexpr std::array<std::string_view, 7> domains = {".com", ".org", ".net", ".io", ".dev", ".edu", ".gov"};
  const std::string_view host = href.substr(0, href.find_first_of("/?#"));
  const bool name = host.size() > 4 && host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.") ==
                                           std::string_view::npos;
  return name && (host.starts_with("www.") ||
                  std::any_of(domains.begin(), domains.end(),
                              [host](std::string_view domain) { return host.ends_with(domain); }));
}

// What stands before an address whose writer left its scheme out; "" for all others.
std::string_view missing_scheme(std::string_view href) {
  return is_mail_address(href) ? "mailto:" : is_host(href) ? "https://" : "";
}

// The fragment alone where it stands in the source, so that the page's part stays unmarked.
text::Range fragment_range(const Context& context, const FoundLink& found) {
  const std::size_t hash = text::slice(context.text(), found.range).find('#');
  if (found.definition || hash == std::string_view::npos || !is_plain(found)) return found.range;
  return {found.range.begin + static_cast<text::Offset>(hash), found.range.end};
}

std::string_view where(const Context& context) {
  if (context.page) return "body";
  return is_layout(context) ? "layout" : "include";
}

Problem& add(const Context& context, const FoundLink& found, const Rule& rule, text::Range range,
             std::string message, Report& report) {
  Problem& problem = report.add(rule, range, std::move(message));
  LinkFacts facts;
  facts.href = text::slice(context.text(), found.range);
  facts.url = found.resolution.converted.empty() ? found.link.href : found.resolution.converted;
  facts.target = found.resolution.target;
  facts.attribute = found.link.tag;
  facts.where = where(context);
  if (found.definition) {
    facts.href = text::slice(context.text(), found.definition->href_range);
    relate(problem, context, found.definition->range, "The address stands here.");
  }
  problem.link = std::move(facts);
  if (!found.include.empty()) {
    Related& related = problem.related.emplace_back();
    related.place.path = found.include;
    related.place.line = 0;
    related.message = "This file brings the link.";
  }
  // What a condition hides, or a file of its own tells of, is no claim about this page.
  if (found.maybe || found.told_in_include) problem.severity = Severity::hint;
  if (found.told_in_include) {
    problem.message += " It stands in " + code(found.include) + ".";
  } else if (found.maybe) {
    problem.message += " It stands behind a condition that only a build can tell.";
  }
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

}  // namespace

LinkJudge::LinkJudge(const Context& context, Report& report)
    : context_(context), site_(*context.site), report_(report), fixes_(context) {}

void LinkJudge::judge(const FoundLink& found) {
  const site::Resolution& resolution = found.resolution;
  if (resolution.verdict == Verdict::found) {
    found_one(found);
    return;
  }
  if (!found.plain && is_told(found)) return;
  switch (resolution.verdict) {
    case Verdict::external:
      return;
    case Verdict::unknown:
      if (!resolution.unknown_code && !resolution.unknown_layout && !resolution.sends_on &&
          resolution.github_pages_source.empty())
        return;
      resolution.page ? missing_anchor(found) : missing(found);
      return;
    case Verdict::missing:
      missing(found);
      return;
    case Verdict::missing_anchor:
      missing_anchor(found);
      return;
    case Verdict::unpublished:
      unpublished(found);
      return;
    default:
      miswritten(found);
      return;
  }
}

bool LinkJudge::is_told(const FoundLink& found) {
  constexpr std::size_t most_addresses = 50;
  std::set<std::string>& addresses = told_[{found.range.begin, found.range.end}];
  // What lacks the baseurl lacks it in every round.
  const bool always = found.resolution.verdict == Verdict::missing_baseurl;
  return addresses.size() >= most_addresses ||
         !addresses.insert(always ? std::string() : found.link.href).second;
}

void LinkJudge::found_one(const FoundLink& found) {
  const site::Resolution& resolution = found.resolution;
  if (!context_.page || !is_plain(found)) return;
  const std::string& tag = found.link.tag;
  if (resolution.redirected) {
    Problem& problem =
        add(context_, found, rules.redirected_link, found.range,
            "Readers get here only by a redirect. Write " + code(resolution.suggestion) + ".", report_);
    fixes_.offer_address(problem, found, resolution.suggestion);
  } else if (resolution.own_host && (tag == "a[href]" || tag == "img[src]")) {
    Problem& problem = add(context_, found, rules.own_site_absolute, found.range,
                           "This is a page of the site itself: without scheme and host the link also works "
                           "where the site is tried out, or moves to.",
                           report_);
    fixes_.offer_relative(problem, found);
  }
}

void LinkJudge::missing(const FoundLink& found) {
  const site::Resolution& resolution = found.resolution;
  const std::string target = code(resolution.target.empty() ? found.link.href : resolution.target);
  const bool media = is_media(found.link);
  std::string message = (media ? "There is no file " : "Nothing answers at ") + target + ": " +
                        std::string(consequence(found.link)) + ".";
  if (resolution.unknown_code) {
    message = (media ? "No source makes the file " : "No source makes a page at ") + target + "; " +
              unknown_code(site_.config()) + " may do so.";
  }
  const std::string scheme(missing_scheme(found.link.href));
  if (!scheme.empty()) {
    message = "Without " + code(scheme) + " this is a place on the site itself, " + target + ": " +
              std::string(consequence(found.link)) + ".";
  }
  const bool github_pages = !resolution.github_pages_source.empty();
  if (github_pages) {
    message = "Only GitHub Pages makes the page " + target + " of " + code(resolution.github_pages_source) +
              ", which has no front matter. With Jekyll alone " + std::string(consequence(found.link)) + ".";
  }
  const std::vector<std::string> nearest = !scheme.empty()
                                               ? std::vector<std::string>{scheme + found.link.href}
                                           : github_pages ? std::vector<std::string>()
                                                          : fixes_.nearest(found);
  if (!nearest.empty() && scheme.empty()) message += " Did you mean " + code(nearest.front()) + "?";
  Problem& problem = add(context_, found, media ? rules.broken_image : rules.broken_link, found.range,
                         std::move(message), report_);
  // What bundlers write is in no repository.
  const bool bundled = (found.link.tag == "script[src]" || found.link.tag == "link[href]") &&
                       site_.files().exists("package.json");
  if (bundled) problem.message += " But the steps of `package.json` may make it.";
  if (resolution.unknown_code || bundled || github_pages) problem.severity = Severity::hint;
  for (const std::string& address : nearest) fixes_.offer_address(problem, found, address);
  if (!media && context_.page && !github_pages && scheme.empty()) fixes_.offer_page(problem, found);
}

void LinkJudge::missing_anchor(const FoundLink& found) {
  const site::Resolution& resolution = found.resolution;
  const bool here = resolution.page && resolution.page->path == context_.path;
  const std::string where = here || !resolution.page ? std::string("This page") : code(resolution.page->url);
  std::string message = where + " has no heading or id " + code("#" + resolution.anchor) +
                        ": the jump leads to the top of the page.";
  if (resolution.unknown_code) message += " But " + unknown_code(site_.config()) + " may make one.";
  if (resolution.unknown_layout) {
    message = where + " has no heading or id " + code("#" + resolution.anchor) +
              " of its own; only its layout, which is not here, could bring one.";
  }
  if (resolution.sends_on) {
    message = where + " sends readers on, and has no heading or id " + code("#" + resolution.anchor) +
              " of its own; only its layout can take the anchor along.";
  }
  const std::vector<std::string> nearest = fixes_.nearest_anchors(found);
  if (!nearest.empty()) message += " Did you mean " + code("#" + nearest.front()) + "?";
  Problem& problem =
      add(context_, found, rules.broken_anchor, fragment_range(context_, found), std::move(message), report_);
  if (resolution.unknown_code || resolution.unknown_layout || resolution.sends_on)
    problem.severity = Severity::hint;
  for (const std::string& anchor : nearest) fixes_.offer_anchor(problem, found, anchor);
}

void LinkJudge::unpublished(const FoundLink& found) {
  const site::PagePtr& page = found.resolution.page;
  // Texts that wait themselves may be published together with their target.
  if (!page || (context_.page && !context_.page->published())) return;
  add(context_, found, rules.link_to_unpublished, found.range,
      code(page->path) + " is " + std::string(state_of(*page)) + ": readers get an error page for now.",
      report_);
}

// It is clear what was meant.
void LinkJudge::miswritten(const FoundLink& found) {
  const site::Resolution& resolution = found.resolution;
  const std::string right = code(resolution.suggestion);
  switch (resolution.verdict) {
    case Verdict::other_case:
      report_address(
          found, rules.link_case,
          "Only the letter case is wrong: works on some machines, not on the web. Write " + right + ".");
      return;
    case Verdict::missing_baseurl: {
      Problem& problem =
          add(context_, found, rules.missing_baseurl, found.range,
              "This address leaves the site, which lies below " + code(site_.config().baseurl) + ". Write " +
                  right + ", or use the filter `relative_url`.",
              report_);
      fixes_.offer_filter(problem, found);
      fixes_.offer_address(problem, found, resolution.suggestion);
      return;
    }
    case Verdict::doubled_baseurl: {
      Problem& problem = add(context_, found, rules.doubled_baseurl, found.range,
                             "The baseurl " + code(site_.config().baseurl) +
                                 " comes twice: `link`, `post_url` and `relative_url` bring it along.",
                             report_);
      fixes_.offer_one_baseurl(problem, found);
      return;
    }
    case Verdict::source_path:
      source_path(found);
      return;
    case Verdict::other_folder:
      report_address(found, rules.relative_in_post,
                     "Readers' browsers start from the page's own address and ask for " +
                         code(resolution.target) + ", which is not there. Write " + right + ".");
      return;
    default:
      return;
  }
}

void LinkJudge::report_address(const FoundLink& found, const Rule& rule, std::string message) {
  Problem& problem = add(context_, found, rule, found.range, std::move(message), report_);
  fixes_.offer_address(problem, found, found.resolution.suggestion);
}

void LinkJudge::source_path(const FoundLink& found) {
  // What GitHub Pages turns on there knows no HTML, and leaves posts alone.
  const bool sure =
      found.link.kind == syntax::Link::Kind::html || !context_.page ||
      !site_.config().perhaps_github_pages() ||
      !site::converts_relative_links(site_.config(), context_.page->kind, site::Builder::github_pages);
  std::string message = "This is the source file: its page is at " + code(found.resolution.suggestion) + ".";
  message += sure ? " Nothing turns the path into the address, and readers get an error page."
                  : " Only the plugin jekyll-relative-links, which GitHub Pages turns on, makes this a link.";
  Problem& problem =
      add(context_, found, rules.unconverted_md_link, found.range, std::move(message), report_);
  if (!sure) problem.severity = Severity::hint;
  fixes_.offer_address(problem, found, found.resolution.suggestion);
}

}  // namespace features::diagnostics
