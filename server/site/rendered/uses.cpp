#include "server/site/rendered/uses.h"

#include <algorithm>
#include <optional>

#include "server/site/rendered/link_tag.h"
#include "server/site/rendered/post_url.h"
#include "server/site/snapshot/state.h"

namespace site {
namespace {

using Kind = LiquidUses::Kind;
using Answer = LiquidUses::Answer;

// Jekyll joins the name to the folder: slashes before it do no harm (jekyll/lib/jekyll/tags/include.rb).
std::string_view below_includes(std::string_view name) {
  return name.substr(std::min(name.find_first_not_of('/'), name.size()));
}

Answer address(const Resolution& found) {
  const bool sure = found.verdict == Resolution::Verdict::found && !found.target.empty();
  return sure ? Answer{true, nullptr, found.target, {}} : Answer{};
}

// Loops over more would cost more than they tell.
constexpr std::size_t most_posts = 300;

// `ids` may hold one page twice, and documents of any kind.
Answer written_posts(const SiteState& state, std::vector<PageId> ids) {
  std::sort(ids.begin(), ids.end());
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
  Answer result{true, nullptr, {}, {}};
  for (const PageId id : ids) {
    const PagePtr& page = state.pages[id];
    if (page->is_post() && page->published()) result.pages.push_back(page);
  }
  if (result.pages.size() > most_posts) return {};
  std::sort(result.pages.begin(), result.pages.end(),
            [](const PagePtr& a, const PagePtr& b) { return newer(*a, *b); });
  return result;
}

Answer all_posts(const SiteState& state) {
  if (state.written_posts > most_posts) return {};
  std::vector<PageId> ids;
  state.days.for_each([&](const std::string&, const PageIds& day) {
    ids.insert(ids.end(), day->begin(), day->end());
    return true;
  });
  return written_posts(state, std::move(ids));
}

Answer posts_with(const SiteState& state, const PersistentMap<PageIds>& terms, const std::string& name) {
  const PageIds* ids = terms.find(name);
  const bool many = ids && (*ids)->size() > 2 * most_posts;
  return ids && !many ? written_posts(state, **ids) : Answer{};
}

// `site.LABEL`: also those that are not written (jekyll/lib/jekyll/collection.rb).
Answer documents_of(const SiteState& state, const std::string& label) {
  constexpr std::uint32_t most_pages = 3000;  // there is no index: all are looked at
  if (state.page_total > most_pages) return {};
  Answer result{true, nullptr, {}, {}};
  for (PageId id = 0; id < state.pages.size(); ++id) {
    const PagePtr& page = state.pages[id];
    if (!page || page->kind != PageKind::document || page->collection != label) continue;
    if (page->published() || page->publication == Publication::future ||
        page->publication == Publication::collection_unwritten)
      result.pages.push_back(page);
  }
  if (result.pages.size() > most_posts) return {};
  std::sort(result.pages.begin(), result.pages.end(),
            [](const PagePtr& a, const PagePtr& b) { return newer(*b, *a); });
  return result;
}

Answer answer(const Site& site, Kind kind, const std::string& name) {
  const SiteState& state = site.state();
  switch (kind) {
    case Kind::include: {
      const TemplatePtr* found = state.includes.find(below_includes(name));
      return found ? Answer{true, *found, {}, {}} : Answer{};
    }
    case Kind::file: {
      if (PagePtr page = site.page(name)) return {true, std::move(page), {}, {}};
      std::optional<std::string> text = site.text_of(name);
      return text ? Answer{true, nullptr, std::move(*text), {}} : Answer{};
    }
    case Kind::data: {
      const DataFilePtr* found = state.data_files.find(name);
      return found ? Answer{true, *found, {}, {}} : Answer{};
    }
    case Kind::data_folder:
      return {state.data_folders.find(name) != nullptr, nullptr, {}, {}};
    case Kind::link:
      return address(resolve_link_tag(site, name));
    case Kind::post_url:
      return address(resolve_post_url(site, name));
    case Kind::posts:
      return all_posts(state);
    case Kind::tag:
      return posts_with(state, state.tags, name);
    case Kind::category:
      return posts_with(state, state.categories, name);
    case Kind::documents:
      return documents_of(state, name);
  }
  return {};
}

}  // namespace

const Answer& ask(LiquidUses& uses, const Site& site, Kind kind, std::string_view name) {
  const auto [place, added] = uses.answers.try_emplace({kind, std::string(name)});
  if (added) place->second = answer(site, kind, place->first.second);
  return place->second;
}

bool still_holds(const LiquidUses& uses, const Site& site) {
  return std::all_of(uses.answers.begin(), uses.answers.end(), [&](const auto& use) {
    return answer(site, use.first.first, use.first.second) == use.second;
  });
}

}  // namespace site
