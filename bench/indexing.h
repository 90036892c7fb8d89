// How long a site takes to be read: by the program, and by the bare parsers over the same files with as many
// threads.
#pragma once

#include "bench/sample_site.h"

namespace bench {

// "index/ours/N" and "index/raw/N" for a site of N posts, `rounds` times each. `site` must outlive the run.
void register_indexing(const SampleSite& site, int rounds);

[[nodiscard]] unsigned indexing_threads();

}  // namespace bench
