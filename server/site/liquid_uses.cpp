#include "server/site/liquid_uses.h"

#include <algorithm>
#include <optional>

#include "server/site/resolve.h"
#include "server/site/site_builder.h"

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
  return sure ? Answer{true, nullptr, found.target} : Answer{};
}

Answer answer(const Site& site, Kind kind, const std::string& name) {
  const SiteState& state = SiteBuilder::state_of(site);
  switch (kind) {
    case Kind::include: {
      const TemplatePtr* found = state.includes.find(below_includes(name));
      return found ? Answer{true, *found, {}} : Answer{};
    }
    case Kind::file: {
      if (PagePtr page = site.page(name)) return {true, std::move(page), {}};
      std::optional<std::string> text = site.text_of(name);
      return text ? Answer{true, nullptr, std::move(*text)} : Answer{};
    }
    case Kind::data: {
      const DataFilePtr* found = state.data_files.find(name);
      return found ? Answer{true, *found, {}} : Answer{};
    }
    case Kind::data_folder:
      return {state.data_folders.find(name) != nullptr, nullptr, {}};
    case Kind::link:
      return address(resolve_link_tag(site, name));
    case Kind::post_url:
      return address(resolve_post_url(site, name));
  }
  return {};
}

}  // namespace

const Answer& LiquidUses::ask(const Site& site, Kind kind, std::string_view name) {
  const auto [place, added] = answers_.try_emplace({kind, std::string(name)});
  if (added) place->second = answer(site, kind, place->first.second);
  return place->second;
}

bool LiquidUses::hold_in(const Site& site) const {
  return std::all_of(answers_.begin(), answers_.end(), [&](const auto& use) {
    return answer(site, use.first.first, use.first.second) == use.second;
  });
}

}  // namespace site
