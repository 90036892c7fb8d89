// Reads `_config.yml` and the Gemfile into a Config.
#pragma once

#include <string>
#include <string_view>

#include "server/site/settings/config.h"

namespace site {

// `text` is the configuration file's content, `file` its name, `gemfile` the Gemfile's content ("" if none).
// `own_plugins`: Ruby files lie in the site's plugins folder. Never fails: broken YAML (and a TOML file,
// which is not read) gives the gem's defaults and `valid` false.
[[nodiscard]] Config read_config(std::string_view file, std::string text, std::string_view gemfile,
                                 bool own_plugins = false);

// Of a site without a configuration file.
[[nodiscard]] Config default_config();

}  // namespace site
