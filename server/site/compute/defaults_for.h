// The defaults of one file, as if they were its front matter.
#pragma once

#include "server/site/compute/source_file.h"
#include "server/site/settings/config.h"
#include "server/syntax/value.h"

namespace site {

// All defaults that apply to a file, merged with Jekyll's precedence (later, longer path, typed sets win).
[[nodiscard]] syntax::Value defaults_for(const Config& config, const SourceFile& file);

}  // namespace site
