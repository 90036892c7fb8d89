// The little of a Gemfile that decides what Jekyll does: which plugins Bundler loads, and whether GitHub
// Pages is meant. Reads lines, runs no Ruby: what a program computes in a Gemfile stays unknown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace site {

struct Gemfile {
  std::vector<std::string> plugins;  // the group `jekyll_plugins`: Jekyll requires it (plugin_manager.rb)
  bool github_pages = false;         // the gem is named, in whatever group
  bool github_pages_plugin = false;  // … in the group `jekyll_plugins`: its settings hold in every build
};

[[nodiscard]] Gemfile read_gemfile(std::string_view text);

}  // namespace site
