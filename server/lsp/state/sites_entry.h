// What Sites (sites.cpp, sites_snapshot.cpp) keeps of one site. For its parts alone.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "server/lsp/state/site_roots.h"
#include "server/lsp/state/snapshot.h"
#include "server/site/site.h"
#include "server/text/path.h"

namespace lsp {

// Files directly in the site's folder that decide how it is read.
inline bool is_site_wide(const std::string& folder, std::string_view path) {
  if (path.size() <= folder.size() + 1 || !text::is_within(path, folder)) return false;
  const std::string_view rest = path.substr(folder.size() + 1);
  return is_config_name(rest) || rest == "Gemfile";
}

struct SiteWaiter {
  std::function<void()> then;
  std::optional<std::stop_callback<std::function<void()>>> on_stop;
};

struct SiteEntry {
  std::string folder;         // absolute, of `_config.yml`
  std::string source_folder;  // absolute; equal to `folder` until the site is read
  site::SitePtr base;         // nullptr until the site is read
  std::uint64_t base_revision = 0;
  std::uint64_t revision = 0;  // grows with every change
  std::map<std::string, std::uint64_t>
      changed;                   // paths relative to the source -> revision of their last change
  LazySite current;              // of `revision`; nullptr if nobody has asked
  std::uint64_t generation = 0;  // counts the readings; 0: not even begun
  bool loading = false;
  std::stop_source load_stop;
  std::vector<std::shared_ptr<SiteWaiter>> waiters;

  // The path relative to the source; nullopt outside of it.
  [[nodiscard]] std::optional<std::string> relative(std::string_view path) const {
    if (path.size() <= source_folder.size() + 1 || !text::is_within(path, source_folder)) return std::nullopt;
    return std::string(path.substr(source_folder.size() + 1));
  }
  void mark(const std::string& relative_path) {
    changed[relative_path] = ++revision;
    current = nullptr;
  }
};

}  // namespace lsp
