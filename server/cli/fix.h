// What a site's files become when everything that can be mended safely is mended. Writes nothing.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "server/platform/file_system.h"
#include "server/site/site.h"

namespace cli {

using platform::Texts;

struct FixedFile {
  std::string path;  // as `check` names it
  std::string before;
  std::string after;
  std::vector<std::string> rules;  // whose problems were mended, each once, sorted
};

// Rounds of safe fixes until nothing changes any more: one fix may make room for another. `below` limits them
// to these paths, as for `check`; `only` to these rules, all if it is empty. `reload` reads the site anew
// with these texts in place of its own, for what a snapshot cannot take over (`_config.yml`). Files come by
// path.
[[nodiscard]] std::vector<FixedFile> fix(const site::SitePtr& site, const std::vector<std::string>& below,
                                         const std::vector<std::string>& only,
                                         const std::function<site::SitePtr(const Texts& changed)>& reload);

}  // namespace cli
