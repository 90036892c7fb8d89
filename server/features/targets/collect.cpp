#include "server/features/targets/collect.h"

namespace features::targets {

std::optional<Thing> thing_of(const site::Resolution& resolution) {
  using Verdict = site::Resolution::Verdict;
  if (!resolution.page) {
    if (resolution.verdict != Verdict::found || resolution.file.empty()) return std::nullopt;
    return Thing{Thing::Kind::file, resolution.file, {}};
  }
  const std::string& path = resolution.page->path;
  if (resolution.has_anchor) return Thing{Thing::Kind::anchor, path, resolution.anchor};
  return Thing{Thing::Kind::page, path, {}};
}

std::optional<Thing> data_thing(const site::Site& site, const std::vector<std::string>& keys) {
  std::string name;
  for (std::size_t used = 0; used < keys.size(); ++used) {
    name += (used == 0 ? "" : ".") + keys[used];
    const std::string path = site.data_path(name);
    if (path.empty()) continue;
    std::string rest;
    for (std::size_t i = used + 1; i < keys.size(); ++i) rest += (rest.empty() ? "" : ".") + keys[i];
    if (rest.empty()) return Thing{Thing::Kind::file, path, {}};
    return Thing{Thing::Kind::member, path, rest};
  }
  return std::nullopt;
}

}  // namespace features::targets
