#include "bench/typing.h"

#include <algorithm>
#include <benchmark/benchmark.h>
#include <chrono>
#include <stdexcept>
#include <vector>

#include "bench/raw_parsers.h"

namespace bench {
namespace {

using nlohmann::json;
using Clock = std::chrono::steady_clock;

double since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

constexpr std::size_t post_bytes = 50'000;
constexpr int keys_in_a_round = 100;

double percentile(std::vector<double> values, double part) {
  if (values.empty()) return 0;
  const auto index = static_cast<std::size_t>(part * static_cast<double>(values.size() - 1) + 0.5);
  std::ranges::nth_element(values, values.begin() + static_cast<std::ptrdiff_t>(index));
  return values[index];
}

// Runs one measurement per iteration and leaves its percentiles as counters.
template <class Measure>
void sample(benchmark::State& state, Measure measure) {
  std::vector<double> milliseconds;
  for ([[maybe_unused]] auto key : state) {
    const double seconds = measure();
    state.SetIterationTime(seconds);
    milliseconds.push_back(seconds * 1000);
  }
  state.counters["p50"] = percentile(milliseconds, 0.50);
  state.counters["p95"] = percentile(milliseconds, 0.95);
}

// Line and column in bytes of the place right behind `text`.
std::pair<std::size_t, std::size_t> behind(const std::string& post, const std::string& text,
                                           std::size_t from = 0) {
  const std::size_t found = post.find(text, from);
  if (found == std::string::npos) throw std::logic_error("the post lacks " + text);
  const std::size_t end = found + text.size();
  const std::size_t line_start = post.rfind('\n', end - 1) + 1;
  const auto lines = std::count(post.begin(), post.begin() + static_cast<std::ptrdiff_t>(end), '\n');
  return {static_cast<std::size_t>(lines), end - line_start};
}

}  // namespace

TypingSession::TypingSession(const std::string& program, const SampleSite& site)
    : editor_(program), posts_(site.posts.size()) {
  editor_.initialize(site.root);
  post_ = post_text(posts_ / 2, posts_, post_bytes);
  const auto place = [](std::pair<std::size_t, std::size_t> at) {
    return Cursor{at.first, at.second, false};
  };
  body_ = place(behind(post_, "\nThe", post_.size() / 2));
  title_ = place(behind(post_, "title: \""));
  tags_ = place(behind(post_, "  - [", post_.find("tags:")));
  link_ = place(behind(post_, "[지난 글](/", post_.size() / 2));  // no image
  uri_ = "file://" + site.posts[posts_ / 2];
  editor_.notify("textDocument/didOpen",
                 {{"textDocument",
                   {{"uri", uri_}, {"languageId", "markdown"}, {"version", version_}, {"text", post_}}}});
  // Answered as soon as the whole site is read.
  editor_.request(
      "textDocument/completion",
      {{"textDocument", {{"uri", uri_}}}, {"position", {{"line", tags_.line}, {"character", tags_.column}}}});
  memory_ = editor_.resident_memory();
  peak_ = editor_.peak_memory();
}

TypingSession::Cursor& TypingSession::cursor(Place place) {
  switch (place) {
    case Place::title:
      return title_;
    case Place::tags:
      return tags_;
    case Place::link:
      return link_;
    case Place::body:
      break;
  }
  return body_;
}

// Types a letter, or takes it away again: the post stays as long as it was.
void TypingSession::press_key(Cursor& cursor) {
  const json start = {{"line", cursor.line}, {"character", cursor.column}};
  const json end = {{"line", cursor.line}, {"character", cursor.column + (cursor.typed ? 1 : 0)}};
  const json change = {{"range", {{"start", start}, {"end", end}}}, {"text", cursor.typed ? "" : "d"}};
  cursor.typed = !cursor.typed;
  editor_.notify("textDocument/didChange", {{"textDocument", {{"uri", uri_}, {"version", ++version_}}},
                                            {"contentChanges", json::array({change})}});
}

double TypingSession::key_to_diagnostics(Place place) {
  const Clock::time_point start = Clock::now();
  press_key(cursor(place));
  editor_.request("textDocument/diagnostic", {{"textDocument", {{"uri", uri_}}}});
  return since(start);
}

double TypingSession::key_to_completion(Place place) {
  Cursor& at = cursor(place);
  const Clock::time_point start = Clock::now();
  press_key(at);
  const json result =
      editor_.request("textDocument/completion",
                      {{"textDocument", {{"uri", uri_}}},
                       {"position", {{"line", at.line}, {"character", at.column + (at.typed ? 1 : 0)}}}});
  const double seconds = since(start);
  if (result.is_null()) throw std::runtime_error("no completions");
  return seconds;
}

void register_typing(TypingSession& session, int rounds) {
  using Place = TypingSession::Place;
  const std::string size = std::to_string(session.posts());
  const auto add = [&](const std::string& name, auto measure) {
    benchmark::RegisterBenchmark((name + size).c_str(),
                                 [measure](benchmark::State& state) { sample(state, measure); })
        ->Unit(benchmark::kMillisecond)
        ->UseManualTime()
        ->Iterations(keys_in_a_round)
        ->Repetitions(rounds);
  };
  // Three keys of four go into the text, one into the title, which other pages show.
  add("diagnostics/", [&session, key = 0]() mutable {
    return session.key_to_diagnostics(++key % 4 == 0 ? Place::title : Place::body);
  });
  add("completion/tags/", [&session] { return session.key_to_completion(Place::tags); });
  add("completion/links/", [&session] { return session.key_to_completion(Place::link); });
}

void register_raw_post(const std::string& post, int rounds) {
  benchmark::RegisterBenchmark("parse/raw",
                               [&post](benchmark::State& state) {
                                 sample(state, [&post] {
                                   const Clock::time_point start = Clock::now();
                                   benchmark::DoNotOptimize(parse_raw(post));
                                   return since(start);
                                 });
                               })
      ->Unit(benchmark::kMillisecond)
      ->UseManualTime()
      ->Iterations(keys_in_a_round)
      ->Repetitions(rounds);
}

void register_start(const std::string& program, const std::string& root) {
  constexpr int starts = 20;
  benchmark::RegisterBenchmark("initialize",
                               [program, root](benchmark::State& state) {
                                 sample(state, [&] {
                                   const Clock::time_point start = Clock::now();
                                   Editor editor(program);
                                   editor.initialize(root);
                                   return since(start);
                                 });
                               })
      ->Unit(benchmark::kMillisecond)
      ->UseManualTime()
      ->Iterations(starts);
}

}  // namespace bench
