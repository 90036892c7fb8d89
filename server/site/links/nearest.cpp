#include "server/site/links/nearest.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "server/text/ascii.h"
#include "server/text/path.h"
#include "server/text/url.h"

// Edit distance with a limit, behind a cheap test that most candidates fail.

namespace site {
namespace {

constexpr std::size_t longest = 200;           // longer texts are compared by their first bytes
constexpr std::size_t most_compared = 10'000;  // so many take some milliseconds

std::string folded(std::string_view text) {
  std::string result = text::percent_decode(text);
  if (result.size() > longest) result.resize(longest);
  return text::ascii_lower(result);
}

// How often each of 64 groups of bytes occurs.
using Histogram = std::array<std::int16_t, 64>;

Histogram histogram(std::string_view text) {
  Histogram counts{};
  for (const char c : text) ++counts[static_cast<unsigned char>(c) & 63U];
  return counts;
}

// No edit distance is smaller than this.
int least_distance(const Histogram& a, const Histogram& b) {
  int more = 0;
  int fewer = 0;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const int difference = a[i] - b[i];
    (difference > 0 ? more : fewer) += std::abs(difference);
  }
  return std::max(more, fewer);
}

// Damerau-Levenshtein (adjacent swaps count once), or `limit` + 1 if it is greater; only the band around the
// diagonal is looked at.
int edit_distance(std::string_view a, std::string_view b, int limit) {
  const int rows = static_cast<int>(a.size());
  const int columns = static_cast<int>(b.size());
  if (std::abs(rows - columns) > limit) return limit + 1;
  std::array<std::array<int, longest + 1>, 3> cells{};
  const auto cell = [&](int row, int column) -> int& {
    return cells[static_cast<std::size_t>(row % 3)][static_cast<std::size_t>(column)];
  };
  const auto left = [&](int i) { return a[static_cast<std::size_t>(i - 1)]; };
  const auto right = [&](int i) { return b[static_cast<std::size_t>(i - 1)]; };
  for (int column = 0; column <= columns; ++column) cell(0, column) = column;
  for (int row = 1; row <= rows; ++row) {
    const int first = std::max(1, row - limit);
    const int last = std::min(columns, row + limit);
    cell(row, first - 1) = first == 1 ? row : limit + 1;
    int best = cell(row, first - 1);
    for (int column = first; column <= last; ++column) {
      const int above = column > row - 1 + limit ? limit + 1 : cell(row - 1, column);
      int value = std::min({above + 1, cell(row, column - 1) + 1,
                            cell(row - 1, column - 1) + (left(row) != right(column) ? 1 : 0)});
      if (row > 1 && column > 1 && left(row) == right(column - 1) && left(row - 1) == right(column)) {
        value = std::min(value, cell(row - 2, column - 2) + 1);
      }
      cell(row, column) = std::min(value, limit + 1);
      best = std::min(best, value);
    }
    if (best > limit) return limit + 1;
  }
  return std::min(cell(rows, columns), limit + 1);
}

// Keeps the nearest few of many candidates.
class Nearest {
 public:
  Nearest(std::string_view wanted, std::size_t limit)
      : wanted_(folded(wanted)),
        counts_(histogram(wanted_)),
        cutoff_(static_cast<int>(std::clamp<std::size_t>(wanted_.size() / 3, 2, 12))),
        limit_(limit) {}

  void offer(std::string_view candidate) {
    const std::string text = folded(candidate);
    int distance = cutoff_ + 1;
    const auto length = static_cast<int>(text.size()) - static_cast<int>(wanted_.size());
    if (std::abs(length) <= cutoff_ && least_distance(counts_, histogram(text)) <= cutoff_) {
      distance = edit_distance(wanted_, text, cutoff_);
    }
    const std::string_view name = last_name(text);
    const std::string_view wanted = last_name(wanted_);
    if (name == wanted) {
      // The right file in the wrong folder, or with the name of its source.
      if (distance > 3 && name.size() > 3) distance = 3;
    } else if (distance > 2 &&
               static_cast<std::size_t>(distance) * 2 > std::max(name.size(), wanted.size())) {
      return;  // alike are the folders alone
    }
    if (distance > cutoff_) return;
    const std::pair<int, std::string> found(distance, candidate);
    const auto place = std::lower_bound(found_.begin(), found_.end(), found);
    if (place != found_.end() && *place == found) return;
    found_.insert(place, found);
    if (found_.size() > limit_) found_.pop_back();
    if (found_.size() == limit_ && !found_.empty())
      cutoff_ = std::min(cutoff_, std::max(found_.back().first, 3));
  }

  [[nodiscard]] std::vector<std::string> take() {
    std::vector<std::string> result;
    for (auto& [distance, text] : found_) result.push_back(std::move(text));
    return result;
  }

 private:
  // The last part of an address, without an extension.
  static std::string_view last_name(std::string_view text) {
    while (text.ends_with('/')) text.remove_suffix(1);
    return text::stem(text);
  }

  std::string wanted_;
  Histogram counts_;
  int cutoff_;
  std::size_t limit_;
  std::vector<std::pair<int, std::string>> found_;  // sorted
};

}  // namespace

std::vector<std::string> nearest_urls(const Site& site, std::string_view target, std::size_t limit) {
  Nearest nearest(target, limit);
  std::size_t seen = 0;
  if (site.page_count() <= most_compared) {
    site.for_each_address([&](std::string_view url) {
      nearest.offer(url);
      return ++seen < 2 * most_compared;
    });
    return nearest.take();
  }
  site.for_each_page_like(text::percent_decode(target), Words::some, most_compared, [&](const Page& page) {
    if (page.published() && !page.output.empty()) nearest.offer(page.url);
    return true;
  });
  site.for_each_file_address([&](std::string_view url) {
    nearest.offer(url);
    return ++seen < most_compared;
  });
  for (const GeneratedPage& page : site.generated()) {
    nearest.offer(page.url);
    if (++seen > 2 * most_compared) break;
  }
  return nearest.take();
}

std::vector<std::string> nearest_posts(const Site& site, std::string_view name, std::size_t limit) {
  Nearest nearest(name, limit);
  site.for_each_page_like(name, Words::some, most_compared, [&](const Page& page) {
    if (page.kind == PageKind::post && page.published()) nearest.offer(text::stem(page.path));
    return true;
  });
  return nearest.take();
}

std::vector<std::string> nearest_anchors(const PageContent& page, std::string_view anchor,
                                         std::size_t limit) {
  Nearest nearest(anchor, limit);
  for (const PageHeading& heading : page.headings) {
    if (heading.has_id && !heading.masked) nearest.offer(heading.id);
  }
  for (const std::string& id : page.anchors) nearest.offer(id);
  return nearest.take();
}

}  // namespace site
