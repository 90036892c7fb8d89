#include "server/features/completion/named_values.h"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "server/features/knowledge/words.h"

namespace features::completion {
namespace {

constexpr std::size_t most_looked_at = 4000;  // pages

// How often pages hold a value, as far as they were looked at; most used first.
template <typename Read>
std::vector<site::TermCount> counted(const Cursor& cursor, const Read& read) {
  std::map<std::string, std::size_t> counts;
  std::size_t looked_at = 0;
  cursor.context.site->for_each_page([&](const site::Page& page) {
    if (page.path != cursor.context.path) {
      if (const std::string value = read(page); !value.empty()) ++counts[value];
    }
    return ++looked_at < most_looked_at;
  });
  std::vector<site::TermCount> sorted;
  for (const auto& [name, count] : counts) sorted.push_back({name, count});
  std::stable_sort(sorted.begin(), sorted.end(),
                   [](const site::TermCount& a, const site::TermCount& b) { return a.count > b.count; });
  return sorted;
}

Offer offer_of(std::string value, Completion::Kind kind = Completion::Kind::value) {
  Offer offer;
  offer.value = std::move(value);
  offer.kind = kind;
  return offer;
}

std::vector<Offer> layouts(const Cursor& cursor) {
  const auto same_kind = [&](const site::Page& page) {
    return !cursor.context.page ||
           (page.kind == cursor.context.page->kind && page.collection == cursor.context.page->collection);
  };
  std::map<std::string, std::size_t> uses;
  for (site::TermCount& used : counted(cursor, [&](const site::Page& page) {
         return same_kind(page) ? page.layout.value : std::string();
       }))
    uses[used.name] = used.count;
  std::vector<Offer> offers;
  for (std::string& name : cursor.context.site->layouts()) {
    Offer offer = offer_of(std::move(name), Completion::Kind::layout);
    if (const std::size_t count = uses[offer.value]; count > 0) offer.detail = count_of(count, "file");
    offers.push_back(std::move(offer));
  }
  std::stable_sort(offers.begin(), offers.end(),
                   [&](const Offer& a, const Offer& b) { return uses[a.value] > uses[b.value]; });
  return offers;
}

std::vector<Offer> authors(const Cursor& cursor) {
  std::vector<Offer> offers;
  const std::string path = cursor.context.site->data_path("authors");
  const syntax::Value* authors = cursor.context.site->data_value(path);
  if (!authors || !authors->mapping()) return offers;
  for (const syntax::Member& member : *authors->mapping()) {
    if (!member.string_key) continue;  // no text finds it
    offers.push_back(offer_of(member.key));
    offers.back().detail = path;
  }
  return offers;
}

void add_texts(const syntax::Value* value, std::vector<Offer>& offers) {
  if (!value) return;
  if (const std::string* text = value->string()) offers.push_back(offer_of(*text));
  if (const syntax::List* list = value->list()) {
    for (const syntax::Value& item : *list) {
      if (const std::string* text = item.string()) offers.push_back(offer_of(*text));
    }
  }
}

std::vector<Offer> languages(const Cursor& cursor) {
  std::vector<Offer> offers;
  for (const site::TermCount& used : counted(cursor, [](const site::Page& page) { return page.lang; })) {
    offers.push_back(offer_of(used.name));
    offers.back().detail = count_of(used.count, "file");
  }
  for (const char* key : {"languages", "default_lang", "lang", "locale"})
    add_texts(cursor.context.site->config().data.find(key), offers);
  constexpr std::array<std::pair<const char*, const char*>, 16> common = {
      {{"en", "English"},
       {"de", "German"},
       {"es", "Spanish"},
       {"fr", "French"},
       {"it", "Italian"},
       {"ja", "Japanese"},
       {"ko", "Korean"},
       {"nl", "Dutch"},
       {"pl", "Polish"},
       {"pt", "Portuguese"},
       {"pt-BR", "Brazilian Portuguese"},
       {"ru", "Russian"},
       {"tr", "Turkish"},
       {"uk", "Ukrainian"},
       {"zh-CN", "Chinese, simplified"},
       {"zh-TW", "Chinese, traditional"}}};
  for (const auto& [tag, name] : common) {
    offers.push_back(offer_of(tag));
    offers.back().detail = name;
  }
  return offers;
}

std::vector<Offer> titles(const Cursor& cursor) {
  std::vector<Offer> offers;
  for (const site::TermCount& used : counted(cursor, [&](const site::Page& page) {
         const bool here = cursor.context.page && page.kind == cursor.context.page->kind &&
                           page.collection == cursor.context.page->collection;
         return here && page.published() ? page.title.value : std::string();
       }))
    offers.push_back(offer_of(used.name, Completion::Kind::page));
  return offers;
}

std::vector<Offer> offers_of(std::vector<std::string> names, Completion::Kind kind) {
  std::vector<Offer> offers;
  for (std::string& name : names) offers.push_back(offer_of(std::move(name), kind));
  return offers;
}

}  // namespace

std::vector<Offer> named_values(const Cursor& cursor, const std::string& kind) {
  if (!cursor.context.site) return {};
  if (kind == "layout") return layouts(cursor);
  if (kind == "author") return authors(cursor);
  if (kind == "language") return languages(cursor);
  if (kind == "title-of-page") return titles(cursor);
  if (kind == "include") return offers_of(cursor.context.site->includes(), Completion::Kind::file);
  if (kind != "collection") return {};
  std::vector<Offer> offers;
  for (const site::Collection& collection : cursor.context.site->config().collections)
    offers.push_back(offer_of(collection.label));
  return offers;
}

}  // namespace features::completion
