// `{% link PATH %}` to what Jekyll does not find: the build stops. Rules: jekyll/lib/jekyll/tags/link.rb: the
// path is compared as it is, with documents and pages without a slash before it.
#include <string>

#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/liquid/rules.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/site/rendered/link_tag.h"
#include "server/site/resolution.h"

namespace features::diagnostics {
namespace {

using Kind = syntax::liquid::Tag::Kind;
using Verdict = site::Resolution::Verdict;

bool is_found(const site::Site& site, std::string_view path) {
  return site::resolve_link_tag(site, path).verdict == Verdict::found;
}

// What is written otherwise elsewhere: a slash, a fragment, no extension, no folder.
std::string meant(const site::Site& site, std::string_view path) {
  path = path.substr(0, path.find_first_of("#?"));
  while (path.starts_with("./") || path.starts_with('/')) path.remove_prefix(path.starts_with('/') ? 1 : 2);
  while (path.ends_with('/')) path.remove_suffix(1);
  if (path.empty()) return {};
  for (const std::string_view folder : {"", "_posts/", "_"}) {
    for (const std::string_view extension : {"", ".md", ".markdown", ".html", "/index.md", "/index.html"}) {
      std::string candidate = std::string(folder) + std::string(path) + std::string(extension);
      if (is_found(site, candidate)) return candidate;
    }
  }
  return {};
}

void broken(LiquidText& liquid, std::size_t index, const site::Resolution& resolution, Report& report) {
  const Context& context = liquid.context;
  const text::Range range = liquid.nodes[index].markup;
  const std::string path(text::slice(context.text(), range));
  std::string message;
  std::string other;
  if (path.empty()) {
    message = "`link` needs the path of a source file, such as `_posts/2024-05-01-hello.md`.";
  } else if (resolution.page) {
    message = code(resolution.page->path) + " is not published.";
  } else {
    other = meant(*context.site, path);
    message = "There is no file " + code(path) + " for `link`.";
    if (!other.empty()) message += " Write " + code(other) + ".";
  }
  liquid.told[index] = true;
  Problem& problem =
      report.add(rules.broken_link_tag, path.empty() ? liquid.nodes[index].range : range, std::move(message));
  if (!resolution.page && liquid.unknown_words) {
    problem.severity = Severity::hint;
    problem.message += " " + unknown_code(context.site->config()) + " may make it.";
  } else if (liquid.conditional[index]) {
    problem.severity = Severity::warning;
    problem.message += " Jekyll stops the build where this is reached.";
  } else {
    problem.message +=
        context.page ? " Jekyll stops the build here." : " Jekyll stops the build where this file is used.";
  }
  LinkFacts facts;
  facts.href = text::slice(context.text(), liquid.nodes[index].range);
  facts.target = path;
  facts.attribute = "link";
  problem.link = std::move(facts);
  if (!other.empty()) offer(problem, context, "Write " + code(other), {{range, other}});
}

}  // namespace

void link_tags(LiquidText& liquid, Report& report) {
  const Context& context = liquid.context;
  for (std::size_t i = 0; i < liquid.nodes.size(); ++i) {
    const syntax::liquid::Tag& tag = liquid.tree.elements[i].tag;
    if (tag.kind != Kind::link || tag.dynamic || !liquid.nodes[i].closed || liquid.guarded[i]) continue;
    const std::string_view path = text::slice(context.text(), liquid.nodes[i].markup);
    const site::Resolution resolution = site::resolve_link_tag(*context.site, path);
    if (resolution.verdict == Verdict::found) continue;
    // Texts that wait themselves may be published together with their target.
    if (resolution.verdict == Verdict::unpublished && context.page && !context.page->published()) continue;
    // A file is there: a static one of a collection, or one that is left out for a reason that we may not
    // know. But what Jekyll reads with a slash before it, it does not find.
    const std::string_view file = path.starts_with('/') ? path.substr(1) : path;
    const bool read_without_slash = file.size() < path.size() && context.site->page(file);
    if (!resolution.page && !file.empty() && !read_without_slash && context.site->files().exists(file))
      continue;
    broken(liquid, i, resolution, report);
  }
}

}  // namespace features::diagnostics
