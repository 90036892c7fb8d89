#include "bench/indexing.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <thread>

#include "server/platform/disk.h"
#include "server/site/site.h"

#include "bench/raw_parsers.h"

namespace bench {
namespace {

void read_with_bare_parsers(benchmark::State& state, const SampleSite& site) {
  for ([[maybe_unused]] auto round : state)
    benchmark::DoNotOptimize(index_raw(site.posts, indexing_threads()));
}

void read_as_the_program_does(benchmark::State& state, const SampleSite& site) {
  for ([[maybe_unused]] auto round : state) {
    site::LoadOptions options;
    options.threads = indexing_threads();
    site::SitePtr loaded = site::load_site(platform::disk(site.root), options);
    if (loaded->page_count() != site.posts.size())
      state.SkipWithError("the site has another number of pages");
    state.PauseTiming();  // taking the snapshot apart is not indexing
    loaded.reset();
    state.ResumeTiming();
  }
}

}  // namespace

unsigned indexing_threads() {
  return std::max(1U, std::thread::hardware_concurrency());
}

void register_indexing(const SampleSite& site, int rounds) {
  const std::string size = std::to_string(site.posts.size());
  // Small sites are read several times a round: some milliseconds alone would mostly be noise.
  const auto iterations =
      static_cast<benchmark::IterationCount>(std::clamp<std::size_t>(20'000 / site.posts.size(), 1, 20));
  const auto add = [&](const std::string& name, void (*function)(benchmark::State&, const SampleSite&)) {
    benchmark::RegisterBenchmark((name + size).c_str(),
                                 [function, &site](benchmark::State& state) { function(state, site); })
        ->Unit(benchmark::kMillisecond)
        ->UseRealTime()
        ->Iterations(iterations)
        ->Repetitions(rounds);
  };
  add("index/raw/", read_with_bare_parsers);
  add("index/ours/", read_as_the_program_does);
}

}  // namespace bench
