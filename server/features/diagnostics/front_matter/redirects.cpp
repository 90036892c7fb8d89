// `redirect_from`: entries that overwrite a real page, and such as come out elsewhere. Rules:
// jekyll-redirect-from/lib/jekyll-redirect-from/{generator,redirect_page}.rb.
#include <string>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/site/compute/permalink.h"
#include "server/text/path.h"

namespace features::diagnostics {
namespace {

namespace yaml = syntax::yaml;

// The file that the plugin writes for an entry.
std::string output_of(std::string_view from) {
  const std::string url = site::sanitize_url(from);
  const std::string_view extension = text::extension(url);
  return site::output_path(url, extension.empty() ? ".html" : extension, true);
}

// "https://old.host/x" -> "/x", "x" -> "/x".
std::string as_path(std::string_view from) {
  const std::size_t scheme = from.find("://");
  if (scheme != std::string_view::npos) from.remove_prefix(scheme + 3);
  const bool host = scheme != std::string_view::npos || from.starts_with("//");
  while (host && from.starts_with('/')) from.remove_prefix(1);
  if (host) {
    const std::size_t slash = from.find('/');
    from = slash == std::string_view::npos ? std::string_view("/") : from.substr(slash);
  }
  return from.starts_with('/') ? std::string(from) : "/" + std::string(from);
}

struct Entry {
  const yaml::Entry& key;
  const yaml::Node& node;
  std::size_t item;  // in the list
};

void check_entry(const Context& context, const Entry& entry, Report& report) {
  const std::string& from = entry.node.value;
  const text::Range range = entry.node.range;
  if (from.empty() || range.empty() || from == "/" + context.path) return;
  const std::string output = output_of(from);
  const std::vector<site::PagePtr> pages = context.site->pages_writing(output);
  const bool file = pages.empty() && context.site->static_file_at(output);
  if (!pages.empty() || file) {
    const std::string path = file ? output : pages.front()->path;
    const bool own = path == context.path;
    // Pages are written first, those of plugins last among them; then copied files, then documents.
    const bool page = !file && pages.front()->kind == site::PageKind::page;
    Problem& problem =
        report.add(rules.redirect_replaces_page, range,
                   !page ? code(from) + " is the address of " + code(path) +
                               ", which Jekyll writes over the redirect: it never takes effect."
                   : own ? "This is the file's own address: the redirect takes its place, and "
                           "readers are sent in a circle."
                         : code(from) + " is the address of " + code(path) +
                               ": the redirect takes its place without a word.");
    if (!page) problem.severity = Severity::warning;
    if (!own) problem.related.push_back({{path, {}, 0}, "The address of this one."});
    auto edits = delete_item(context, entry.key, entry.item);
    if (!report.has_many() && !edits.empty() && reads_after(context, edits))
      offer(problem, context, "Remove this redirect", std::move(edits));
    return;
  }
  const bool full = from.find("://") != std::string::npos || from.starts_with("//");
  if (!full && from.starts_with('/')) return;
  const std::string better = as_path(from);
  Problem& problem =
      report.add(rules.redirect_form, range,
                 full ? "An address that is moved has to be one of this site: the redirect comes to lie at " +
                            code(site::sanitize_url(from)) + ". Write the path alone."
                      : "The redirect comes to lie at " + code("/" + output) +
                            ". Write the path from the site's root, beginning with `/`.");
  const std::string_view source = text::slice(context.text(), range);
  if (!context.site->pages_writing(output_of(better)).empty()) return;
  offer(problem, context, "Write " + code(better),
        {{range, in_style_of(source, better, entry.key.value.style == yaml::Node::Style::flow)}})
      .safe = !full;
}

}  // namespace

void redirects(const Context& context, Report& report) {
  if (!context.site || !context.page || !context.page->published() || !has_front_matter(context) ||
      context.page->data_invalid || !context.site->config().has_plugin("jekyll-redirect-from"))
    return;
  const yaml::Entry* entry = top_entry(context, "redirect_from");
  if (!entry) return;
  if (entry->value.kind == yaml::Node::Kind::scalar) check_entry(context, {*entry, entry->value, 0}, report);
  for (std::size_t i = 0; i < entry->value.items.size(); ++i) {
    if (entry->value.items[i].kind == yaml::Node::Kind::scalar)
      check_entry(context, {*entry, entry->value.items[i], i}, report);
  }
}

}  // namespace features::diagnostics
