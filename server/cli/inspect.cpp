#include "server/cli/inspect.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>
#include <vector>

#include "server/text/utf8.h"

namespace cli {
namespace {

using Json = nlohmann::ordered_json;
using site::Origin;
using site::Page;
using site::PagePtr;
using site::Publication;

std::string_view kind_name(site::PageKind kind) {
  switch (kind) {
    case site::PageKind::post:
      return "post";
    case site::PageKind::draft:
      return "draft";
    case site::PageKind::page:
      return "page";
    case site::PageKind::document:
      return "document";
  }
  return "";
}

std::string_view state_name(Publication publication) {
  switch (publication) {
    case Publication::written:
      return "published";
    case Publication::unpublished:
      return "unpublished";
    case Publication::future:
      return "future";
    case Publication::draft:
      return "draft";
    case Publication::collection_unwritten:
      return "not written";
    case Publication::limited:
      return "beyond limit_posts";
    case Publication::bad_date:
      return "bad date";
    case Publication::dropped:
      return "unreadable";
  }
  return "";
}

std::string_view why_not_published(Publication publication) {
  switch (publication) {
    case Publication::written:
      return "yes";
    case Publication::unpublished:
      return "no: `published` is false";
    case Publication::future:
      return "no: its date lies in the future and `future` is off";
    case Publication::draft:
      return "no: drafts are only built with `show_drafts`";
    case Publication::collection_unwritten:
      return "no: its collection has no `output: true`";
    case Publication::limited:
      return "no: newer posts fill `limit_posts`";
    case Publication::bad_date:
      return "no: Jekyll stops at its date";
    case Publication::dropped:
      return "no: Jekyll cannot read it (not UTF-8)";
  }
  return "";
}

std::vector<PagePtr> pages_by_path(const site::Site& site) {
  std::vector<PagePtr> pages = site.sorted_pages();
  std::sort(pages.begin(), pages.end(), [](const PagePtr& a, const PagePtr& b) { return a->path < b->path; });
  return pages;
}

Json names(const std::vector<site::Term>& terms) {
  Json result = Json::array();
  for (const site::Term& term : terms) result.push_back(term.name);
  return result;
}

Json headings(const site::PageContent& content) {
  Json result = Json::array();
  for (const site::PageHeading& heading : content.headings) {
    Json entry;
    entry["level"] = heading.level;
    entry["text"] = heading.text;
    entry["id"] = heading.has_id ? Json(heading.id) : Json(nullptr);
    entry["line"] = heading.line + 1;
    if (heading.masked) entry["masked"] = true;
    result.push_back(std::move(entry));
  }
  return result;
}

Json document(const site::Site& site, const PagePtr& shown) {
  const Page& page = *shown;
  Json result;
  result["path"] = page.path;
  result["kind"] = kind_name(page.kind);
  if (!page.collection.empty()) result["collection"] = page.collection;
  if (!page.url.empty()) result["url"] = page.url;
  if (!page.output.empty()) result["output"] = page.output;
  if (page.date) result["date"] = dates::iso8601(*page.date);
  if (page.title.origin.kind != Origin::Kind::none || !page.title.value.empty())
    result["title"] = page.title.value;
  if (!page.layout.value.empty()) {
    result["layout"] = page.layout.value;
  } else if (page.layout.origin.kind != Origin::Kind::none) {
    result["layout"] = "none";  // asked for in so many words
  }
  result["categories"] = names(page.categories);
  result["tags"] = names(page.tags);
  result["published"] = page.published();
  if (!page.published()) result["state"] = state_name(page.publication);
  if (!page.url_problem.empty()) result["url_problem"] = page.url_problem;
  result["headings"] = headings(*site.content(shown));
  return result;
}

Json counts(const std::vector<site::TermCount>& terms) {
  Json result = Json::object();
  for (const site::TermCount& term : terms) result[term.name] = term.count;
  return result;
}

Json about_site(const site::Site& site) {
  const site::Config& config = site.config();
  Json result;
  result["url"] = config.url;
  result["baseurl"] = config.baseurl;
  result["timezone"] = config.timezone.empty() ? site.environment().zone.name() : config.timezone;
  result["theme"] = config.theme.empty() ? config.remote_theme : config.theme;
  result["plugins"] = config.plugins;
  return result;
}

std::string padded(std::string text, std::size_t columns) {
  const std::size_t taken = text::character_count(text);
  if (taken < columns) text.append(columns - taken, ' ');
  return text;
}

std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::vector<std::size_t> columns;
  for (const auto& row : rows) {
    columns.resize(std::max(columns.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i)
      columns[i] = std::max(columns[i], text::character_count(row[i]));
  }
  std::string result;
  for (const auto& row : rows) {
    std::string line;
    for (std::size_t i = 0; i < row.size(); ++i) line += padded(row[i], columns[i] + 2);
    while (line.ends_with(' ')) line.pop_back();
    result += line + '\n';
  }
  return result;
}

std::string list(const std::vector<std::string>& items) {
  std::string result;
  for (const std::string& item : items) result += (result.empty() ? "" : ", ") + item;
  return result;
}

// The line of an offset in the file, one-based, as words; "" where the text is not at hand.
std::string line_of(const std::string* text, text::Offset offset) {
  if (!text) return {};
  const auto end = text->begin() + static_cast<std::ptrdiff_t>(std::min<std::size_t>(offset, text->size()));
  return ", line " + std::to_string(1 + std::count(text->begin(), end, '\n'));
}

std::string set_name(const site::Config& config, std::uint32_t number) {
  std::string result = "default " + std::to_string(number + 1) + " of " + config.file;
  if (number >= config.defaults.size()) return result;
  const site::DefaultSet& set = config.defaults[number];
  result += " (path: \"" + set.path + '"';
  if (set.type) result += ", type: " + *set.type;
  return result + ')';
}

std::string origin_name(const site::Config& config, const Origin& origin, const std::string* text) {
  switch (origin.kind) {
    case Origin::Kind::none:
      return "";
    case Origin::Kind::front_matter:
      return "front matter" + line_of(text, origin.range.begin);
    case Origin::Kind::defaults:
      return set_name(config, origin.set);
    case Origin::Kind::config:
      return config.file.empty() ? "configuration" : config.file;
    case Origin::Kind::file_name:
      return "file name";
    case Origin::Kind::directory:
      return "folder";
    case Origin::Kind::build_time:
      return "time of the build: it changes with every build";
    case Origin::Kind::file_time:
      return "modification time of the file";
    case Origin::Kind::gem:
      return "Jekyll's default";
  }
  return "";
}

class FileReport {
 public:
  FileReport(const site::Site& site, const PagePtr& page)
      : site_(site), page_(*page), content_(site.content(page)), text_(site.files().read(page->path)) {}

  std::string write() {
    std::string kind(kind_name(page_.kind));
    if (page_.kind == site::PageKind::document) kind += " of the collection " + page_.collection;
    row("kind", kind);
    row("address", page_.url.empty() ? "none: the build stops (" + page_.url_problem + ")" : page_.url,
        page_.url_origin);
    row("written to", page_.output);
    row("published", std::string(why_not_published(page_.publication)));
    if (page_.date) row("date", dates::iso8601(*page_.date), page_.date_origin);
    row("title", page_.title.value, page_.title.origin);
    row("layout", page_.layout.value, page_.layout.origin);
    if (page_.data_invalid) row("front matter", "unreadable: Jekyll ignores all of it");
    terms("categories", page_.categories);
    terms("tags", page_.tags);
    for (const std::string& from : page_.redirect_from) row("redirect from", from);
    row("redirect to", page_.redirect_to);
    for (const PagePtr& other : site_.conflicting(page_))
      row("conflict", other->path + " is written to the same file");
    return page_.path + '\n' + table(rows_) + write_headings();
  }

 private:
  void row(const std::string& name, const std::string& value, const Origin& origin = {}) {
    if (value.empty()) return;
    const std::string from = origin_name(site_.config(), origin, text_ ? &*text_ : nullptr);
    rows_.push_back({"  " + name, value, from.empty() ? "" : "from " + from});
  }

  void terms(const std::string& name, const std::vector<site::Term>& all) {
    std::string label = name;
    for (const site::Term& term : all) {
      rows_.push_back({"  " + label, term.name,
                       "from " + origin_name(site_.config(), term.origin, text_ ? &*text_ : nullptr)});
      label.clear();
    }
  }

  [[nodiscard]] std::string write_headings() const {
    if (content_->headings.empty()) return {};
    std::vector<std::vector<std::string>> rows;
    for (const site::PageHeading& heading : content_->headings) {
      const std::string id = !heading.has_id  ? "(no id)"
                             : heading.masked ? "(depends on Liquid)"
                                              : '#' + heading.id;
      rows.push_back({"    " + std::to_string(heading.line + 1),
                      std::string(heading.level * 2U - 2U, ' ') + heading.text, id});
    }
    return "  headings (line, text, id)\n" + table(rows);
  }

  const site::Site& site_;
  const Page& page_;
  site::PageContentPtr content_;
  std::optional<std::string> text_;
  std::vector<std::vector<std::string>> rows_;
};

std::string explain_other(const site::Site& site, std::string_view path) {
  if (site.is_ignored(path)) {
    return "not read by Jekyll: posts are named YYYY-MM-DD-title.ext and lie in a `_posts` folder of the "
           "site";
  }
  for (const auto& [file, url] : site.static_files()) {
    if (file == path)
      return "static file, copied to " + url + " (no front matter: Jekyll does not convert it)";
  }
  switch (site.path_info(path).kind) {
    case site::PathKind::layout:
      return "layout";
    case site::PathKind::include:
      return "include";
    case site::PathKind::data:
      return "data file";
    case site::PathKind::config:
      return "configuration of the site";
    case site::PathKind::plugin:
      return "Ruby code of the site: what it adds is unknown here";
    case site::PathKind::none:
      return "nothing: excluded, hidden, or in a folder that Jekyll does not read";
    default:
      return "no such file";
  }
}

}  // namespace

std::string inspect_json(const site::Site& site) {
  Json result;
  result["site"] = about_site(site);
  result["documents"] = Json::array();
  for (const PagePtr& page : pages_by_path(site)) result["documents"].push_back(document(site, page));
  result["generated"] = Json::array();
  for (const site::GeneratedPage& page : site.generated()) {
    result["generated"].push_back({{"url", page.url}, {"by", page.by}});
  }
  result["static_files"] = Json::array();
  for (const auto& [path, url] : site.static_files())
    result["static_files"].push_back({{"path", path}, {"url", url}});
  result["tags"] = counts(site.tags());
  result["categories"] = counts(site.categories());
  result["conflicts"] = Json::array();
  for (const site::Conflict& conflict : site.conflicts()) {
    result["conflicts"].push_back({{"url", conflict.url}, {"files", conflict.paths}});
  }
  Json ignored = Json::array();
  for (const site::IgnoredFile& file : site.ignored()) ignored.push_back(file.path);
  result["ignored"] = std::move(ignored);
  // File names need not be UTF-8; JSON must be.
  return result.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

std::string inspect_text(const site::Site& site) {
  std::vector<std::vector<std::string>> rows = {{"PATH", "ADDRESS", "DATE", "STATE"}};
  for (const PagePtr& page : pages_by_path(site)) {
    const std::string date = page->date ? dates::iso8601(*page->date).substr(0, 10) : "";
    rows.push_back({page->path, page->url, date, std::string(state_name(page->publication))});
  }
  std::string result = table(rows);
  result += '\n' + std::to_string(site.page_count()) + " documents, " +
            std::to_string(site.static_files().size()) + " static files, " +
            std::to_string(site.generated().size()) + " generated pages\n";
  for (const site::Conflict& conflict : site.conflicts()) {
    result += "conflict: " + conflict.url + " is written by " + list(conflict.paths) + '\n';
  }
  for (const site::IgnoredFile& file : site.ignored()) result += "ignored: " + file.path + '\n';
  return result;
}

std::string inspect_file_text(const site::Site& site, std::string_view path) {
  const PagePtr page = site.page(path);
  if (page) return FileReport(site, page).write();
  return std::string(path) + "\n  " + explain_other(site, path) + '\n';
}

}  // namespace cli
