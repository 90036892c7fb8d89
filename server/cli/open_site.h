// Reads the site that paths of the command line belong to, with a progress line on a terminal. Tells the user
// what is wrong with them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/site/site.h"

namespace cli {

struct Opened {
  site::SitePtr site;
  std::string root;                // absolute: where the configuration lies
  std::string source_folder;       // absolute
  std::vector<std::string> below;  // the paths, relative to the source
  bool one_file = false;
};

// nullopt: the user has been told why.
[[nodiscard]] std::optional<Opened> open_site(const std::vector<std::string>& paths,
                                              const std::optional<dates::LocalTime>& now);

// The way from the working directory down to the source, with a final slash: what `patch` and GitHub take. ""
// for a site that lies elsewhere.
[[nodiscard]] std::string shown_folder(const Opened& opened);

// One line on standard error.
void complain(std::string_view message);

}  // namespace cli
