#include "server/site/rendered/uses.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "server/site/rendered/link_tag.h"
#include "server/site/rendered/post_url.h"

namespace site {
namespace {

using Kind = LiquidUses::Kind;
using Answer = LiquidUses::Answer;

Answer address(const Resolution& found) {
  const bool sure = found.verdict == Resolution::Verdict::found && !found.target.empty();
  return sure ? Answer{true, nullptr, found.target, {}} : Answer{};
}

// Loops over more would cost more than they tell.
constexpr std::size_t most_posts = 300;

Answer list(std::optional<std::vector<PagePtr>> pages) {
  return pages ? Answer{true, nullptr, {}, std::move(*pages)} : Answer{};
}

Answer thing(std::shared_ptr<const void> found) {
  const bool known = found != nullptr;
  return {known, std::move(found), {}, {}};
}

Answer answer(const Site& site, Kind kind, const std::string& name) {
  switch (kind) {
    case Kind::include:
      return thing(site.include(name));
    case Kind::file: {
      if (PagePtr page = site.page(name)) return {true, std::move(page), {}, {}};
      std::optional<std::string> text = site.text_of(name);
      return text ? Answer{true, nullptr, std::move(*text), {}} : Answer{};
    }
    case Kind::data:
      return thing(site.data_file(name));
    case Kind::data_folder:
      return {site.has_data_below(name), nullptr, {}, {}};
    case Kind::link:
      return address(resolve_link_tag(site, name));
    case Kind::post_url:
      return address(resolve_post_url(site, name));
    case Kind::posts:
      return list(site.written_posts(most_posts));
    case Kind::tag:
      return list(site.written_posts_tagged(name, most_posts));
    case Kind::category:
      return list(site.written_posts_in(name, most_posts));
    case Kind::documents:
      return list(site.documents(name, most_posts));
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
