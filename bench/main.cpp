// The benchmark: ./dev bench. Exit status 1 when a budget of the project is exceeded.
//   jekyll_ls_bench --program build/release/jekyll-ls [--posts 1000,10000,100000] [--rounds 9]
#include <CLI/CLI.hpp>
#include <benchmark/benchmark.h>
#include <csignal>
#include <cstdio>
#include <deque>
#include <exception>
#include <vector>

#include "bench/indexing.h"
#include "bench/report.h"
#include "bench/sample_site.h"
#include "bench/typing.h"

namespace {

void run_benchmarks(bench::Collector& collector) {
  // Repetitions of all benchmarks are shuffled: a slow minute of the machine hits everything alike.
  std::vector<std::string> words = {"jekyll_ls_bench", "--benchmark_enable_random_interleaving=true"};
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  int count = static_cast<int>(arguments.size());
  benchmark::Initialize(&count, arguments.data());
  benchmark::RunSpecifiedBenchmarks(&collector);
}

int run(const std::string& program, const std::vector<std::size_t>& sizes, int rounds) {
  const bench::TemporaryFolder folder;
  const auto write = [&folder](const std::string& name, std::size_t posts) {
    return bench::write_site(folder.path() + "/" + name, posts);
  };
  const bench::SampleSite tiny = write("tiny", 2);
  const bench::TypingSession smallest(program, tiny);

  std::deque<bench::SampleSite> sites;
  std::deque<bench::TypingSession> sessions;
  std::map<std::size_t, bench::Memory> memory;
  for (const std::size_t posts : sizes) {
    std::fprintf(stderr, "writing and opening a site of %zu posts\n", posts);
    sites.push_back(write(std::to_string(posts), posts));
    const bench::TypingSession& session = sessions.emplace_back(program, sites.back());
    const auto per_post = [posts](std::size_t bytes, std::size_t base) {
      return (static_cast<double>(bytes) - static_cast<double>(base)) / static_cast<double>(posts);
    };
    memory[posts] = {per_post(session.memory_after_indexing(), smallest.memory_after_indexing()),
                     per_post(session.peak_while_indexing(), smallest.peak_while_indexing())};
  }
  for (const bench::SampleSite& site : sites) bench::register_indexing(site, rounds);
  for (bench::TypingSession& session : sessions) bench::register_typing(session, rounds);
  bench::register_raw_post(sessions.front().post(), rounds);
  bench::register_start(program, sites.front().root);

  std::fprintf(stderr, "measuring, %d rounds\n", rounds);
  bench::Collector collector;
  run_benchmarks(collector);
  const bool kept = bench::print_report(collector, memory, bench::indexing_threads());
  return kept && !collector.failed() ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::string program;
  std::vector<std::size_t> sizes = {1'000, 10'000, 100'000};
  int rounds = 9;
  CLI::App app{"Measures jekyll-ls beside the bare cost of its parsers", "jekyll_ls_bench"};
  app.add_option("--program", program, "The built jekyll-ls")->required()->check(CLI::ExistingFile);
  app.add_option("--posts", sizes, "Sizes of the sites")->delimiter(',')->check(CLI::PositiveNumber);
  app.add_option("--rounds", rounds, "Repetitions")->check(CLI::PositiveNumber);
  CLI11_PARSE(app, argc, argv);
  std::ranges::sort(sizes);

  std::signal(SIGPIPE, SIG_IGN);  // a server that ends is an error message, not the end of the benchmark
  try {
    return run(program, sizes, rounds);
  } catch (const std::exception& error) {
    std::fprintf(stderr, "jekyll_ls_bench: %s\n", error.what());
    return 2;
  }
}
