#include <utility>

#include "server/features/commands.h"
#include "server/features/knowledge/words.h"
#include "server/site/compute/defaults_for.h"
#include "server/site/compute/permalink.h"
#include "server/text/url.h"

namespace features {
namespace {

using site::Origin;
using site::Page;
using site::Publication;

// Where a value comes from, in the words of people who write blogs; "" if that goes without saying.
std::string from(const Origin& origin, const site::Config& config) {
  const std::string settings = config.file.empty() ? "the configuration" : code(config.file);
  switch (origin.kind) {
    case Origin::Kind::none:
      return {};
    case Origin::Kind::front_matter:
      return "front matter";
    case Origin::Kind::defaults:
      return "`defaults` in " + settings;
    case Origin::Kind::config:
      return settings;
    case Origin::Kind::file_name:
      return "file name";
    case Origin::Kind::directory:
      return "folder";
    case Origin::Kind::build_time:
      return "time of the build";
    case Origin::Kind::file_time:
      return "time of the last change on disk";
    case Origin::Kind::gem:
      return "Jekyll's default";
  }
  return {};
}

std::string_view state_of(Publication publication) {
  switch (publication) {
    case Publication::written:
      return "yes";
    case Publication::unpublished:
      return "no: `published: false`";
    case Publication::future:
      return "no: its date is still to come";
    case Publication::draft:
      return "no: a draft";
    case Publication::collection_unwritten:
      return "no: its collection has no `output: true`";
    case Publication::limited:
      return "no: beyond `limit_posts`";
    case Publication::bad_date:
      return "no: the build stops at its date";
    case Publication::dropped:
      return "no: Jekyll cannot read it";
  }
  return "";
}

std::string kind_of(const Page& page) {
  switch (page.kind) {
    case site::PageKind::post:
      return "Post";
    case site::PageKind::draft:
      return "Draft";
    case site::PageKind::document:
      return "Document of the collection " + code(page.collection);
    case site::PageKind::page:
      break;
  }
  return "Page";
}

// One line for each value. A list, since not every editor draws tables.
class Sheet {
 public:
  explicit Sheet(const site::Config& config) : config_(config) {}

  void add(std::string_view name, const std::string& markdown, const Origin& origin = {}) {
    if (markdown.empty()) return;
    const std::string source = from(origin, config_);
    text_ += "- " + std::string(name) + ": " + markdown + (source.empty() ? "" : " (" + source + ")") + "\n";
  }
  void add_terms(std::string_view name, const std::vector<site::Term>& terms) {
    std::string list;
    for (const site::Term& term : terms) list += (list.empty() ? "" : ", ") + code(term.name);
    add(name, list, terms.empty() ? Origin{} : terms.front().origin);
  }
  [[nodiscard]] std::string take() { return std::move(text_); }

 private:
  const site::Config& config_;
  std::string text_;
};

std::string describe(const site::Site& site, const Page& page) {
  const site::Config& config = site.config();
  Sheet sheet(config);
  sheet.add("Address",
            page.url.empty() ? "none: the build stops at " + code(page.url_problem)
                             : code(config.baseurl + text::percent_decode(page.url)),
            page.url_origin);
  sheet.add("Published", std::string(state_of(page.publication)));
  if (page.date) sheet.add("Date", code(dates::iso8601(*page.date)), page.date_origin);
  sheet.add("Layout", page.layout.value.empty() ? "none" : code(page.layout.value), page.layout.origin);
  sheet.add_terms("Categories", page.categories);
  sheet.add_terms("Tags", page.tags);
  if (page.data_invalid) sheet.add("Front matter", "unreadable: Jekyll ignores all of it");
  for (const std::string& address : page.redirect_from) sheet.add("Redirected from", code(address));
  if (!page.redirect_to.empty()) sheet.add("Redirects to", code(page.redirect_to));
  for (const site::PagePtr& other : site.conflicting(page))
    sheet.add("Conflict", code(other->path) + " is written to the same file");

  const site::SourceFile file{page.path, page.kind, page.collection, std::nullopt};
  const syntax::Value defaults = site::defaults_for(config, file);
  if (const syntax::Mapping* values = defaults.mapping()) {
    std::string keys;
    for (const syntax::Member& member : *values) keys += (keys.empty() ? "" : ", ") + code(member.key);
    sheet.add("Defaults for", keys);
  }
  return sheet.take();
}

std::string what_else(const site::Site& site, std::string_view path) {
  if (site.is_ignored(path))
    return "Jekyll does not read this file: posts are named `YYYY-MM-DD-title.md` and lie in `_posts`.\n";
  switch (site.path_info(path).kind) {
    case site::PathKind::layout:
      return "A layout.\n";
    case site::PathKind::include:
      return "An include.\n";
    case site::PathKind::data:
      return "A data file.\n";
    case site::PathKind::config:
      return "The configuration of the site.\n";
    case site::PathKind::plugin:
      return "Ruby code of the site.\n";
    case site::PathKind::page:
    case site::PathKind::document:
      return "A file without front matter: Jekyll copies it as it is.\n";
    default:
      return "Jekyll makes nothing of this file.\n";
  }
}

}  // namespace

FileFacts file_facts(const site::Site& site, std::string_view path) {
  FileFacts facts;
  const site::PagePtr page = site.page(path);
  if (!page) {
    facts.markdown = "**" + code(path) + "**\n\n" + what_else(site, path);
    return facts;
  }
  if (!page->url.empty()) facts.url = site::escape_path(site.config().baseurl) + page->url;
  if (page->date) facts.date = dates::iso8601(*page->date);
  facts.published = page->published();
  std::string title = escape_markdown(shorten(page->title.value, 200));
  if (title.empty()) title = code(path);
  facts.markdown =
      "**" + title + "**\n\n" + kind_of(*page) + " " + code(path) + "\n\n" + describe(site, *page);
  return facts;
}

}  // namespace features
