#include "server/features/diagnostics/links/repairs.h"

#include <algorithm>
#include <utility>

#include "server/features/diagnostics/fixes.h"
#include "server/features/knowledge/words.h"
#include "server/site/links/nearest.h"
#include "server/syntax/slugify.h"
#include "server/syntax/yaml/write.h"
#include "server/text/path.h"

namespace features::diagnostics {
namespace {

constexpr int most_look_ups = 5;
constexpr std::size_t nearest_shown = 3;

std::string_view tail_of(std::string_view href) {
  return href.substr(std::min(href.find_first_of("?#"), href.size()));
}

// In Markdown a parenthesis that nothing opens would end the address.
bool can_be_written(const FoundLink& found, std::string_view address) {
  return found.link.kind == syntax::Link::Kind::html ||
         address.find_first_of(" ()<>\"\n") == std::string_view::npos;
}

}  // namespace

std::vector<std::string> LinkFixes::nearest(const FoundLink& found) {
  if (found.resolution.target.empty() || ++looked_up_ > most_look_ups) return {};
  std::vector<std::string> addresses =
      site::nearest_urls(*context_.site, found.resolution.target, nearest_shown);
  for (std::string& address : addresses) address.insert(0, context_.site->config().baseurl);
  return addresses;
}

std::vector<std::string> LinkFixes::nearest_anchors(const FoundLink& found) {
  if (!found.resolution.page || ++looked_up_ > most_look_ups) return {};
  return site::nearest_anchors(*context_.site->content(found.resolution.page), found.resolution.anchor,
                               nearest_shown);
}

text::Range LinkFixes::address_range(const FoundLink& found) const {
  return found.definition ? found.definition->href_range : found.link.href_range;
}

void LinkFixes::replace(Problem& problem, const FoundLink& found, const std::string& address) const {
  if (!is_plain(found) || !can_be_written(found, address)) return;
  offer(problem, context_, "Write " + code(address), {{address_range(found), address}});
}

void LinkFixes::offer_address(Problem& problem, const FoundLink& found, const std::string& address) const {
  const std::string_view written = text::slice(context_.text(), address_range(found));
  replace(problem, found, address + std::string(tail_of(written)));
}

void LinkFixes::offer_anchor(Problem& problem, const FoundLink& found, const std::string& anchor) const {
  const std::string_view written = text::slice(context_.text(), address_range(found));
  replace(problem, found, std::string(written.substr(0, written.find('#'))) + "#" + anchor);
}

void LinkFixes::offer_relative(Problem& problem, const FoundLink& found) const {
  const std::string_view written = text::slice(context_.text(), address_range(found));
  const std::size_t host = written.find("//");
  if (host == std::string_view::npos) return;
  const std::size_t path = written.find('/', host + 2);
  if (path != std::string_view::npos) replace(problem, found, std::string(written.substr(path)));
}

void LinkFixes::offer_filter(Problem& problem, const FoundLink& found) const {
  const text::Range range = address_range(found);
  const std::string_view written = text::slice(context_.text(), range);
  if (!is_plain(found) || !context_.document->options.liquid ||
      written.find_first_of("\"'{}") < written.size())
    return;
  const char before = range.begin > 0 ? context_.text()[range.begin - 1] : ' ';
  const std::string quote(1, before == '"' ? '\'' : '"');
  offer(problem, context_, "Use `relative_url`",
        {{range, "{{ " + quote + std::string(written) + quote + " | relative_url }}"}});
}

void LinkFixes::offer_one_baseurl(Problem& problem, const FoundLink& found) const {
  for (const syntax::liquid::Node& node : context_.document->liquid.nodes) {
    if (node.range.begin != found.range.begin) continue;
    if (found.include.empty() && text::slice(context_.text(), node.markup) == "site.baseurl")
      offer(problem, context_, "Remove `site.baseurl`", {{node.range, ""}});
    return;
  }
}

void LinkFixes::offer_page(Problem& problem, const FoundLink& found) const {
  std::string path = found.resolution.target;
  if (!is_plain(found) || path.size() < 2 || path.find("//") != std::string::npos) return;
  path.erase(0, 1);
  if (path.ends_with(".html")) path.resize(path.size() - 5);
  if (path.ends_with('/')) path += "index";
  const std::string name(text::file_name(path));
  // Other extensions are files, and names with an underscore are not read.
  if (name.empty() || name.find('.') != std::string_view::npos || path.starts_with('_') ||
      path.find("/_") != std::string::npos || path.find_first_of("{}<>\\:*?\"|") != std::string::npos)
    return;
  path += ".md";
  if (file_exists(context_, path)) return;
  Fix fix;
  fix.title = "Create " + code(path);
  const std::string_view shown = name == "index" ? std::string_view(path).substr(0, path.size() - 9) : name;
  const std::string title = syntax::titleize_slug(text::file_name(shown));
  fix.edit.creations.push_back(
      {path,
       "---\n" + syntax::yaml::write_lines({{"title", true, {}, {syntax::Scalar(title), {}}}}) + "\n---\n"});
  problem.fixes.push_back(std::move(fix));
}

}  // namespace features::diagnostics
