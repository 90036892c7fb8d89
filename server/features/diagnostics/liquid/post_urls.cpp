// `{% post_url NAME %}` that names no post: the build stops. Rules: jekyll/lib/jekyll/tags/post_url.rb.
#include <string>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/site/rendered/post_url.h"
#include "server/site/resolution.h"
#include "server/text/path.h"

namespace features::diagnostics {
namespace {

using Verdict = site::Resolution::Verdict;

// A post of the same day is the likeliest meaning, and cheap to find.
std::string post_of_that_day(const site::Site& site, std::string_view name) {
  const std::string_view last = text::file_name(name);
  if (last.size() < 10) return {};
  std::vector<std::string> names;
  for (const site::PagePtr& post : site.posts_on(last.substr(0, 10))) {
    if (!post->published()) continue;
    names.emplace_back(text::stem(post->path));
  }
  return names.size() == 1 ? names.front() : nearest_name(names, last);
}

}  // namespace

void post_urls(const Context& context, Report& report) {
  if (!context.site || !context.page) return;
  const std::string_view text = context.text();
  for (const syntax::liquid::Node& node : context.document->liquid.nodes) {
    if (node.kind != syntax::liquid::Node::Kind::tag || !node.closed ||
        text::slice(text, node.name) != "post_url")
      continue;
    const std::string_view name = text::slice(text, node.markup);
    const site::Resolution resolution = site::resolve_post_url(*context.site, name);
    if (resolution.verdict != Verdict::missing && resolution.verdict != Verdict::unpublished) continue;
    if (resolution.verdict == Verdict::unpublished && !context.page->published()) continue;
    std::string message;
    std::string other;
    if (name.empty()) {
      message =
          "`post_url` needs the name of a post, such as `2024-05-01-hello`: Jekyll stops the build here.";
    } else if (resolution.verdict == Verdict::unpublished && resolution.page) {
      message = "The post " + code(resolution.page->path) + " is not published: Jekyll stops the build here.";
    } else {
      message = "There is no post " + code(name) + ": Jekyll stops the build here.";
      other = post_of_that_day(*context.site, name);
      if (!other.empty() && other != name) message += " Did you mean " + code(other) + "?";
    }
    Problem& problem =
        report.add(rules.broken_post_url, name.empty() ? node.range : node.markup, std::move(message));
    LinkFacts facts;
    facts.href = text::slice(text, node.range);
    facts.target = name;
    facts.attribute = "post_url";
    problem.link = std::move(facts);
    if (!other.empty() && other != name)
      offer(problem, context, "Write " + code(other), {{node.markup, other}});
  }
}

}  // namespace features::diagnostics
