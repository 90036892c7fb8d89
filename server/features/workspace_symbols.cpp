#include "server/features/workspace_symbols.h"

#include <cstdint>
#include <utility>

#include "server/features/completion/match.h"
#include "server/features/knowledge/words.h"

namespace features {
namespace {

using completion::Match;
using Kind = SiteSymbol::Kind;

constexpr std::size_t most_symbols = 200;

// What is known of a symbol while the best are looked for: no text is copied for those that fall out.
struct Candidate {
  Match match = Match::none;
  Kind kind = Kind::page;
  std::int64_t date = INT64_MIN;
  std::string_view name;  // of the snapshot, or of `terms`
  const site::Page* page = nullptr;
  const site::PageHeading* heading = nullptr;
  std::size_t count = 0;
};

struct BestFirst {
  bool operator()(const Candidate& a, const Candidate& b) const {
    if (a.match != b.match) return a.match < b.match;
    if (a.kind != b.kind) return a.kind < b.kind;
    if (a.date != b.date) return a.date > b.date;
    if (a.count != b.count) return a.count > b.count;
    if (a.name != b.name) return a.name < b.name;
    return a.page && b.page && a.page->path < b.page->path;
  }
};

using Found = completion::Best<Candidate, BestFirst>;

std::string_view name_of(const site::Page& page) {
  return page.title.value.empty() ? std::string_view(page.path) : std::string_view(page.title.value);
}

void offer(std::string_view query, Candidate candidate, Found& best) {
  candidate.match = completion::match(query, candidate.name);
  if (candidate.match != Match::none) best.offer(candidate);
}

void offer_page(std::string_view query, const site::Page& page, Found& best) {
  const std::int64_t date = page.date ? page.date->seconds : INT64_MIN;
  offer(query, {Match::none, Kind::page, date, name_of(page), &page, nullptr, 0}, best);
  if (query.empty()) return;  // all headings of all pages help nobody
  for (const site::PageHeading& heading : page.content.headings)
    offer(query, {Match::none, Kind::heading, date, heading.text, &page, &heading, 0}, best);
}

FileRange place_of_term(const site::Site& site, const std::string& name, bool tag) {
  const auto pages = tag ? site.tagged(name, 1) : site.in_category(name, 1);
  return pages.empty() ? FileRange{} : FileRange{pages.front()->path, {}, 0};
}

SiteSymbol symbol_of(const site::Site& site, const Candidate& found) {
  SiteSymbol symbol;
  symbol.kind = found.kind;
  symbol.name = found.name;
  if (found.kind == Kind::page) {
    symbol.container = found.page->path;
    symbol.place = {found.page->path, {}, 0};
  } else if (found.kind == Kind::heading) {
    symbol.container = name_of(*found.page);
    symbol.place = {found.page->path, {}, found.heading->line};
  } else {
    const bool tag = found.kind == Kind::tag;
    symbol.container = (tag ? "tag, " : "category, ") + count_of(found.count, "post");
    symbol.place = place_of_term(site, symbol.name, tag);
  }
  return symbol;
}

}  // namespace

std::vector<SiteSymbol> workspace_symbols(const Context& context, std::string_view query) {
  std::vector<SiteSymbol> symbols;
  if (!context.site) return symbols;
  const site::Site& site = *context.site;
  Found best(most_symbols, BestFirst{});
  std::size_t seen = 0;
  site.for_each_page([&](const site::Page& page) {
    if (++seen % 1024 == 0 && context.stop.stop_requested()) return false;
    offer_page(query, page, best);
    return true;
  });
  const std::vector<site::TermCount> tags = site.tags();
  const std::vector<site::TermCount> categories = site.categories();
  for (const site::TermCount& tag : tags)
    offer(query, {Match::none, Kind::tag, INT64_MIN, tag.name, nullptr, nullptr, tag.count}, best);
  for (const site::TermCount& category : categories)
    offer(query, {Match::none, Kind::category, INT64_MIN, category.name, nullptr, nullptr, category.count},
          best);
  if (context.stop.stop_requested()) return symbols;
  for (const Candidate& found : best.take()) symbols.push_back(symbol_of(site, found));
  return symbols;
}

}  // namespace features
