#include "server/site/snapshot/generated.h"

#include <algorithm>
#include <set>
#include <utility>

#include "server/site/compute/page_data.h"
#include "server/site/compute/page_order.h"
#include "server/site/compute/permalink.h"
#include "server/syntax/slugify.h"
#include "server/text/ascii.h"
#include "server/text/path.h"

namespace site {
namespace {

using syntax::Value;

struct Context {
  const SiteState& state;
  const Config& config;
  GeneratedPages& result;
};

bool is_written(const SiteState& state, const std::string& output) {
  const std::vector<Writer>* writers = state.outputs.find(output);
  return writers && !writers->empty();
}

void add(Context& context, const std::string& url, std::string_view by,
         std::string_view output_ext = ".html") {
  context.result.pages.push_back({url, std::string(by)});
  context.result.by_output.at(output_path(url, output_ext, true)) = url;
}

// A file that the plugin leaves out if the site has one of its own.
void add_unless_there(Context& context, std::string url, std::string_view by, std::string_view output_ext) {
  if (!url.starts_with('/')) url.insert(0, "/");
  const std::string output = output_path(url, output_ext, true);
  if (!is_written(context.state, output) && !context.result.by_output.find(output))
    add(context, url, by, output_ext);
}

std::string string_at(const Value* value, std::string_view key, std::string_view otherwise) {
  const Value* found = value ? value->find(key) : nullptr;
  return found && found->string() ? *found->string() : std::string(otherwise);
}

std::vector<std::string> strings_at(const Value* value, std::string_view key) {
  std::vector<std::string> result;
  const Value* found = value ? value->find(key) : nullptr;
  if (!found || !found->list()) return result;
  for (const Value& item : *found->list()) {
    if (item.scalar()) result.push_back(syntax::to_ruby_string(*item.scalar()));
  }
  return result;
}

void feed_of(Context& context, const std::string& collection, const Value* settings,
             const std::string& path) {
  const std::string prefix = collection == "posts" ? "/feed" : "/feed/" + collection;
  add_unless_there(context, path.empty() ? prefix + ".xml" : path, "jekyll-feed", ".xml");
  for (const std::string& category : strings_at(settings, "categories")) {
    add_unless_there(context, prefix + '/' + category + ".xml", "jekyll-feed", ".xml");
  }
}

bool has_written_post(const SiteState& state, const PageIds& ids) {
  return ids && std::any_of(ids->begin(), ids->end(), [&](PageId id) {
           const Page& page = *state.pages[id];
           return page.published() && page.is_post();
         });
}

void generate_feeds(Context& context) {
  const Value* feed = context.config.data.find("feed");
  const Value* collections = feed ? feed->find("collections") : nullptr;
  const Value* posts = collections ? collections->find("posts") : nullptr;
  feed_of(context, "posts", posts ? posts : feed, string_at(posts, "path", string_at(feed, "path", "")));
  for (const std::string& name : strings_at(feed, "collections")) {
    if (name != "posts") feed_of(context, name, nullptr, "");
  }
  if (collections && collections->mapping()) {
    for (const syntax::Member& member : *collections->mapping()) {
      if (member.key != "posts")
        feed_of(context, member.key, &member.value, string_at(&member.value, "path", ""));
    }
  }
  const Value* tags = feed ? feed->find("tags") : nullptr;
  if (!is_truthy(tags)) return;
  const std::string path = string_at(tags, "path", "/feed/by_tag/");
  const std::vector<std::string> only = strings_at(tags, "only");
  const std::vector<std::string> except = strings_at(tags, "except");
  const auto in = [](const std::vector<std::string>& list, const std::string& name) {
    return std::find(list.begin(), list.end(), name) != list.end();
  };
  context.state.tags.for_each([&](const std::string& tag, const PageIds& ids) {
    const bool plain = text::holds_only(tag, text::is_ascii_word);
    if (plain && (only.empty() || in(only, tag)) && !in(except, tag) &&
        has_written_post(context.state, ids)) {
      add_unless_there(context, path + tag + ".xml", "jekyll-feed", ".xml");
    }
    return true;
  });
}

void generate_sitemap(Context& context) {
  add_unless_there(context, "/sitemap.xml", "jekyll-sitemap", ".xml");
  add_unless_there(context, "/robots.txt", "jekyll-sitemap", ".txt");
}

void generate_redirects(Context& context) {
  context.state.redirecting.for_each([&](const std::string&, PageId id) {
    const Page& page = *context.state.pages[id];
    if (!page.published()) return true;
    for (const std::string& from : page.redirect_from) {
      const std::string url = sanitize_url(from);
      const std::string_view ext = text::extension(url);
      add(context, url, "jekyll-redirect-from", ext.empty() ? ".html" : ext);
      context.result.redirects.at(output_path(url, ext.empty() ? ".html" : ext, true)) = page.path;
    }
    return true;
  });
  const Value* settings = context.config.data.find("redirect_from");
  const Value* json = settings ? settings->find("json") : nullptr;
  if (!json || is_truthy(json)) add_unless_there(context, "/redirects.json", "jekyll-redirect-from", ".json");
}

void replace_first(std::string& text, std::string_view what, std::string_view with) {
  if (const std::size_t at = text.find(what); at != std::string::npos) text.replace(at, what.size(), with);
}

// The page that jekyll-paginate repeats: the `index.html` with the longest path above `paginate_path`.
void generate_pagination(Context& context) {
  const Value* paginate = context.config.data.find("paginate");
  const std::int64_t* per_page = paginate ? paginate->integer() : nullptr;
  if (!per_page || *per_page <= 0) return;
  const std::string path = string_at(&context.config.data, "paginate_path", "/page:num");
  if (path.find(":num") == std::string::npos) return;
  const std::string relative = path.starts_with('/') ? path.substr(1) : path;
  const std::string_view root = text::parent_folder(relative);
  const Page* base = nullptr;
  context.state.paginating.for_each([&](const std::string& candidate, PageId id) {
    const std::string_view folder = text::parent_folder(candidate);
    const bool above = folder.empty() || text::is_within(root, folder);
    const Page& page = *context.state.pages[id];
    if (above && page.published() && (!base || candidate.size() > base->path.size())) base = &page;
    return true;
  });
  if (!base) return;
  const auto posts = static_cast<std::int64_t>(context.state.written_posts);
  const std::int64_t pages = (posts + *per_page - 1) / *per_page;
  for (std::int64_t number = 2; number <= pages; ++number) {
    std::string folder = path;
    replace_first(folder, ":num", std::to_string(number));
    add(context, sanitize_url(folder + '/'), "jekyll-paginate");
  }
}

struct ArchiveKinds {
  bool categories = false, tags = false, years = false, months = false, days = false;
};

ArchiveKinds archive_kinds(const Value& settings) {
  const Value* enabled = settings.find("enabled");
  if (!enabled) return {};
  const bool* flag = enabled->boolean();
  if ((flag && *flag) || (enabled->string() && *enabled->string() == "all"))
    return {true, true, true, true, true};
  const std::vector<std::string> names = strings_at(&settings, "enabled");
  const auto has = [&](std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  return {has("categories"), has("tags"), has("year"), has("month"), has("day")};
}

void generate_term_archives(Context& context, const PersistentMap<PageIds>& terms,
                            const std::string& permalink, const std::string& mode) {
  terms.for_each([&](const std::string& name, const PageIds& ids) {
    if (!has_written_post(context.state, ids)) return true;
    std::string url = permalink;
    replace_first(url, ":name", escape_path(syntax::slugify(name, mode)));
    add(context, sanitize_url(url), "jekyll-archives");
    return true;
  });
}

void generate_date_archives(Context& context, const ArchiveKinds& kinds, const Value* permalinks) {
  std::set<std::string> urls;
  context.state.days.for_each([&](const std::string& day, const PageIds& ids) {
    const bool used = ids && std::any_of(ids->begin(), ids->end(), [&](PageId id) {
                        const Page& page = *context.state.pages[id];
                        return page.published() && page.date && iso_day(*page.date) == day;
                      });
    if (!used || day.size() < 10) return true;
    const std::string year = day.substr(0, day.size() - 6);
    const auto fill = [&](std::string url) {
      replace_first(url, ":year", year);
      replace_first(url, ":month", day.substr(day.size() - 5, 2));
      replace_first(url, ":day", day.substr(day.size() - 2));
      urls.insert(sanitize_url(url));
    };
    if (kinds.years) fill(string_at(permalinks, "year", "/:year/"));
    if (kinds.months) fill(string_at(permalinks, "month", "/:year/:month/"));
    if (kinds.days) fill(string_at(permalinks, "day", "/:year/:month/:day/"));
    return true;
  });
  for (const std::string& url : urls) add(context, url, "jekyll-archives");
}

void generate_archives(Context& context) {
  const Value* settings = context.config.data.find("jekyll-archives");
  if (!settings) return;
  const ArchiveKinds kinds = archive_kinds(*settings);
  const Value* permalinks = settings->find("permalinks");
  const std::string mode = string_at(settings, "slug_mode", "");
  if (kinds.categories) {
    generate_term_archives(context, context.state.categories,
                           string_at(permalinks, "category", "/category/:name/"), mode);
  }
  if (kinds.tags)
    generate_term_archives(context, context.state.tags, string_at(permalinks, "tag", "/tag/:name/"), mode);
  if (kinds.years || kinds.months || kinds.days) generate_date_archives(context, kinds, permalinks);
}

}  // namespace

std::shared_ptr<const GeneratedPages> generate(const SiteState& state) {
  auto result = std::make_shared<GeneratedPages>();
  const Config& config = state.sources.rules->config();
  Context context{state, config, *result};
  const std::pair<std::string_view, void (*)(Context&)> plugins[] = {
      {"jekyll-paginate", generate_pagination},
      {"jekyll-archives", generate_archives},
      {"jekyll-redirect-from", generate_redirects},
      {"jekyll-feed", generate_feeds},
      {"jekyll-sitemap", generate_sitemap}};
  for (const auto& [name, run] : plugins) {
    if (config.has_plugin(name)) run(context);
  }
  // The indexes come in no order of their own; a snapshot must not depend on how it came about.
  std::sort(result->pages.begin(), result->pages.end(), [](const GeneratedPage& a, const GeneratedPage& b) {
    return std::pair(std::string_view(a.by), std::string_view(a.url)) <
           std::pair(std::string_view(b.by), std::string_view(b.url));
  });
  return result;
}

}  // namespace site
