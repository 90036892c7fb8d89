// `defaults:` in the configuration that no file gets. Rules: jekyll/lib/jekyll/frontmatter_defaults.rb.
#include "server/site/settings/defaults.h"

#include <algorithm>
#include <string>
#include <vector>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/text/path.h"

namespace features::diagnostics {
namespace {

// What a scope is compared with.
struct Subject {
  std::string type;
  std::string path;
  std::string relative;  // without the collections folder
};

Subject subject_of(const site::Config& config, std::string_view path, std::string_view type) {
  Subject subject{std::string(type), std::string(path), std::string(path)};
  if (type != "pages") subject.relative = text::without_folder(path, config.collections_dir);
  return subject;
}

std::vector<Subject> subjects(const Context& context) {
  const site::Config& config = context.site->config();
  std::vector<Subject> all;
  context.site->for_each_page([&](const site::Page& page) {
    const bool post = page.is_post();
    const std::string type = page.kind == site::PageKind::page ? "pages" : post ? "posts" : page.collection;
    all.push_back(subject_of(config, page.path, type));
    return !context.stop.stop_requested();
  });
  // Defaults reach copied files as well; those outside collections have no type.
  context.site->for_each_static_file([&](const std::string& path, const std::string&) {
    all.push_back(subject_of(config, path, context.site->path_info(path).collection));
  });
  return all;
}

bool matches(const site::DefaultSet& set, const std::vector<Subject>& all) {
  site::Config one;
  one.defaults = {set};
  if (!one.defaults.front().values.mapping()) one.defaults.front().values.data = syntax::Mapping{};
  return std::any_of(all.begin(), all.end(), [&](const Subject& subject) {
    return !site::matching_defaults(one, subject.type, subject.path, subject.relative).empty();
  });
}

bool is_collection(const site::Config& config, std::string_view type) {
  return type == "posts" || type == "post" || type == "pages" || type == "page" || config.collection(type);
}

std::string reason(const site::Config& config, const site::DefaultSet& set) {
  if (set.type == "drafts" || set.type == "draft")
    return " Drafts have the type `posts`, and the path `_drafts`.";
  if (set.type && !is_collection(config, *set.type))
    return " There is no type " + code(*set.type) + ": it is `pages`, `posts`, or a collection's name.";
  if (set.path.starts_with('/')) return " Paths here begin without a slash.";
  return {};
}

void offer_better(Problem& problem, const Context& context, const site::DefaultSet& set,
                  const std::vector<Subject>& all) {
  const std::string_view text = context.text();
  if (set.path.starts_with('/') && !set.path_range.empty()) {
    site::DefaultSet better = set;
    better.path.erase(0, better.path.find_first_not_of('/'));
    const std::size_t slash = text::slice(text, set.path_range).find('/');
    if (!better.path.empty() && slash != std::string_view::npos && matches(better, all)) {
      const text::Offset at = set.path_range.begin + static_cast<text::Offset>(slash);
      const auto slashes = static_cast<text::Offset>(set.path.size() - better.path.size());
      offer(problem, context, "Remove the leading slash", {{{at, at + slashes}, ""}}).safe = true;
    }
  }
  if (!set.type || set.type_range.empty() || is_collection(context.site->config(), *set.type)) return;
  std::vector<std::string> types = {"posts", "pages"};
  for (const site::Collection& collection : context.site->config().collections)
    types.push_back(collection.label);
  for (const std::string& type : {*set.type + "s", nearest_name(types, *set.type)}) {
    site::DefaultSet better = set;
    better.type = type;
    if (std::find(types.begin(), types.end(), type) == types.end() || !matches(better, all)) continue;
    offer(problem, context, "Write " + code(type),
          {{set.type_range, in_style_of(text::slice(text, set.type_range), type)}});
    return;
  }
}

}  // namespace

void defaults(const Context& context, Report& report) {
  if (!is_configuration(context) || !context.document->front_matter.tree.valid ||
      context.site->runs_unknown_code())
    return;
  const site::Config& config = context.site->config();
  if (config.document && config.document->text != context.text())
    return;  // the site is about to be read anew
  if (config.defaults.empty()) return;
  const std::vector<Subject> all = subjects(context);
  for (const site::DefaultSet& set : config.defaults) {
    if (context.stop.stop_requested()) return;
    // A collection that is still empty is no mistake.
    const bool whole = set.path.empty() && (!set.type || is_collection(config, *set.type));
    if (!set.has_scope || whole || matches(set, all)) continue;
    const bool by_type = set.type && !is_collection(config, *set.type) && !set.type_range.empty();
    const text::Range range = by_type ? set.type_range : set.path_range.empty() ? set.range : set.path_range;
    Problem& problem =
        report.add(rules.default_matches_nothing, range,
                   "This scope matches no file of the site: its values reach nothing." + reason(config, set));
    offer_better(problem, context, set, all);
  }
}

}  // namespace features::diagnostics
