// What the gem `github-pages` changes in a configuration before Jekyll reads the site.
// Rules: github-pages/lib/github-pages/{configuration,plugins}.rb.
#pragma once

#include "server/site/settings/config.h"

namespace site {

// To be called after the file's own settings are in `config`: fills what they leave open and adds the plugins
// that are always on.
void apply_github_pages(Config& config);

}  // namespace site
