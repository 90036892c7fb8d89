// Images that a front matter names, and the page that `redirect_to` leads to. What a theme does with a path
// is unknown: an image is missing only where no file of the site could be meant.
#include <algorithm>
#include <array>
#include <string>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/site/links/resolve.h"
#include "server/text/ascii.h"
#include "server/text/path.h"
#include "server/text/url.h"

namespace features::diagnostics {
namespace {

namespace yaml = syntax::yaml;
using Verdict = site::Resolution::Verdict;

constexpr std::size_t deepest = 20;
constexpr int most_look_ups = 10;  // each is a look at all files

bool names_images(std::string_view key) {
  constexpr std::array<std::string_view, 15> words = {"image",  "img",  "thumb",      "teaser", "cover",
                                                      "banner", "logo", "avatar",     "photo",  "picture",
                                                      "poster", "hero", "background", "icon",   "feature"};
  const std::string small = text::ascii_lower(key);
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return small.find(word) != std::string::npos; });
}

bool is_plain_path(std::string_view value) {
  return value.find_first_of(":{}<>\n?#") == std::string_view::npos && !value.starts_with("//");
}

class FileCheck {
 public:
  FileCheck(const Context& context, Report& report) : context_(context), report_(report) {}

  void entry(const yaml::Entry& entry, bool image, std::size_t depth) {
    if (entry.broken || depth > deepest) return;
    value(entry.value, image || names_images(entry.key.value), depth);
  }

  void redirect(const yaml::Node& node) {
    if (node.kind != yaml::Node::Kind::scalar || !node.value.starts_with('/') || !is_plain_path(node.value))
      return;
    const site::Resolution found = site::resolve_link(*context_.site, *context_.page, node.value);
    const bool unknown = found.verdict == Verdict::unknown && found.unknown_code && !found.page;
    if (found.verdict != Verdict::missing && !unknown) return;
    add(rules.broken_link, node, found,
        unknown ? "No source makes a page at " + code(found.target) + "; " +
                      unknown_code(context_.site->config()) + " may do so."
                : "Nothing answers at " + code(found.target) + ": readers are sent to an error page.",
        "a[href]");
  }

 private:
  void value(const yaml::Node& node, bool image, std::size_t depth) {
    for (const yaml::Entry& below : node.entries) entry(below, image, depth + 1);
    for (const yaml::Node& item : node.items) {
      if (depth < deepest) value(item, image, depth + 1);
    }
    if (image && node.kind == yaml::Node::Kind::scalar && is_image(node.value) && is_plain_path(node.value))
      judge(node);
  }

  void judge(const yaml::Node& node) {
    std::string_view path = node.value;
    while (path.starts_with('/') || path.starts_with("./")) path.remove_prefix(path.front() == '/' ? 1 : 2);
    const std::string_view folder = text::folder_of(path);
    const bool rooted = node.value.starts_with('/');
    // Where no other file of the site lies, a theme may mean a folder, or a host, of its own.
    if (path.empty() || path.starts_with("../") || (folder.empty() && !rooted) ||
        (!folder.empty() && !context_.site->static_directory_at(folder)))
      return;
    const site::Resolution found = site::resolve_link(
        *context_.site, *context_.page, context_.site->config().baseurl + "/" + std::string(path));
    const bool unknown = found.verdict == Verdict::unknown && found.unknown_code;
    if ((found.verdict != Verdict::missing && !unknown) || may_be_meant(path)) return;
    add(rules.broken_image, node, found,
        unknown ? "No source makes the file " + code("/" + std::string(path)) + "; " +
                      unknown_code(context_.site->config()) + " may do so."
                : "There is no file " + code("/" + std::string(path)) + ": readers get no picture.",
        "img[src]");
  }

  // A file that ends so, in whatever folder the theme looks for it.
  bool may_be_meant(std::string_view path) {
    if (++looked_up_ > most_look_ups) return true;
    bool meant = false;
    context_.site->for_each_file_address([&](std::string_view address) {
      const std::string file = text::percent_decode(address);
      meant =
          file.ends_with(path) && (file.size() == path.size() || file[file.size() - path.size() - 1] == '/');
      return !meant;
    });
    return meant;
  }

  void add(const Rule& rule, const yaml::Node& node, const site::Resolution& found, std::string message,
           std::string attribute) {
    Problem& problem = report_.add(rule, node.range, std::move(message));
    if (found.unknown_code) problem.severity = Severity::hint;
    LinkFacts facts;
    facts.href = node.value;
    facts.url = node.value;
    facts.target = found.target;
    facts.where = "front-matter";
    facts.attribute = std::move(attribute);
    problem.link = std::move(facts);
  }

  const Context& context_;
  Report& report_;
  int looked_up_ = 0;
};

}  // namespace

void front_matter_files(const Context& context, Report& report) {
  // A theme that is not here brings pictures of its own.
  if (!context.site || !context.page || !has_front_matter(context)) return;
  FileCheck check(context, report);
  const bool theme = context.site->unknown_layouts();
  for (const yaml::Entry& entry : context.document->front_matter.tree.root.entries) {
    if (entry.key.value == "redirect_to" && context.site->config().has_plugin("jekyll-redirect-from")) {
      if (!entry.broken) check.redirect(entry.value);
    } else if (!theme) {
      check.entry(entry, false, 0);
    }
  }
}

}  // namespace features::diagnostics
