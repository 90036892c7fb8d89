// What Jekyll's own server sends for a path: commands/serve.rb and commands/serve/servlet.rb, WEBrick below.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "server/site/site.h"

namespace site {

// What stands at one place below the destination.
struct Answer {
  PagePtr page;
  std::string file;
  bool redirects = false;  // to `page`
};

// The files that may answer a path, in the order in which the server asks for them. `path` is decoded and has
// no leading slash.
[[nodiscard]] std::vector<std::string> answering_files(const std::string& path);

// nullopt: nothing answers.
[[nodiscard]] std::optional<Answer> answer(const Site& site, const std::string& path);

}  // namespace site
