#include "server/cli/check.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <optional>
#include <thread>
#include <tuple>
#include <utility>

#include "server/cli/checked_files.h"
#include "server/features/diagnostics.h"
#include "server/text/line_index.h"
#include "server/text/utf8.h"

namespace cli {
namespace {

constexpr text::Encoding columns = text::Encoding::utf32;

Span span_of(std::string_view text, const text::LineIndex& lines, text::Range range) {
  const text::Position begin = lines.position(text, range.begin, columns);
  const text::Position end = lines.position(text, range.end, columns);
  return {begin.line + std::size_t{1}, begin.column + std::size_t{1}, end.line + std::size_t{1},
          end.column + std::size_t{1}};
}

// A related place may be in any file of the site.
Span related_span(const site::Site& site, const FoundProblem& found, const syntax::Document& document,
                  const features::FileRange& place) {
  if (place.line) return {*place.line + std::size_t{1}, 1, *place.line + std::size_t{1}, 1};
  if (place.path == found.path) return span_of(document.text, document.lines, place.range);
  if (place.range.end == 0) return {};
  const std::optional<std::string> text = site.files().read(place.path);
  if (!text) return {};
  return span_of(*text, text::LineIndex(*text), place.range);
}

bool inside_character(std::string_view text, text::Offset offset) {
  return offset < text.size() && text::is_continuation(text[offset]);
}

// Thousands of problems on one line of a megabyte must not keep thousands of copies of it.
void set_source_line(FoundProblem& found, const syntax::Document& document) {
  constexpr text::Offset most = 1000;  // bytes on each side of the range's start
  const std::string_view text = document.text;
  const text::Range line = document.lines.line_range(text, static_cast<std::uint32_t>(found.span.line - 1));
  const text::Offset begin = std::clamp(found.problem.range.begin, line.begin, line.end);
  text::Range kept = {begin - std::min(begin - line.begin, most), begin + std::min(line.end - begin, most)};
  while (kept.begin > line.begin && inside_character(text, kept.begin)) --kept.begin;
  while (kept.end < line.end && inside_character(text, kept.end)) ++kept.end;

  const text::Offset end = std::clamp(found.problem.range.end, begin, kept.end);
  found.source_line = text::slice(text, kept);
  found.in_line = {begin - kept.begin, end - kept.begin};
  found.cut_before = kept.begin > line.begin;
  found.cut_after = kept.end < line.end;
}

std::vector<FoundProblem> check_file(const features::Surroundings& surroundings, const std::string& path) {
  const site::Site& site = *surroundings.site;
  const syntax::DocumentPtr parsed = read_document(site, path);
  if (!parsed) return {};  // gone since the site was read
  const syntax::Document& document = *parsed;
  const features::Context context(surroundings, path, parsed);

  std::vector<FoundProblem> result;
  for (features::Problem& problem : features::diagnose(context)) {
    FoundProblem found;
    found.path = path;
    found.problem = std::move(problem);
    found.span = span_of(document.text, document.lines, found.problem.range);
    set_source_line(found, document);
    for (const features::Related& related : found.problem.related) {
      found.related.push_back(related_span(site, found, document, related.place));
    }
    result.push_back(std::move(found));
  }
  return result;
}

}  // namespace

CheckResult check(const site::SitePtr& site, const std::vector<std::string>& below, unsigned threads) {
  const std::vector<std::string> paths = paths_to_check(*site, below);
  std::vector<std::vector<FoundProblem>> by_file(paths.size());
  const features::Surroundings shared{.site = site};
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < paths.size(); i = next++) by_file[i] = check_file(shared, paths[i]);
  };
  if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
  {
    std::vector<std::jthread> helpers;
    for (unsigned i = 1; i < threads && i < paths.size(); ++i) helpers.emplace_back(work);
    work();
  }

  CheckResult result;
  result.files = paths.size();
  for (std::vector<FoundProblem>& file : by_file) {
    std::ranges::stable_sort(file, {}, [](const FoundProblem& found) {
      return std::tuple(found.problem.range.begin, found.problem.range.end, found.problem.code);
    });
    for (FoundProblem& found : file) {
      ++result.by_severity[static_cast<std::size_t>(found.problem.severity)];
      result.problems.push_back(std::move(found));
    }
  }
  return result;
}

}  // namespace cli
