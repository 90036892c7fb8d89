#include "server/cli/diff.h"

#include <algorithm>
#include <cstddef>
#include <utility>
#include <vector>

namespace cli {
namespace {

using Lines = std::vector<std::string_view>;

// Each with its line end; the last one may have none.
Lines lines_of(std::string_view text) {
  Lines lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

// What happens line by line on the way from one text to the other.
enum class Step : char { keep = ' ', remove = '-', add = '+' };

// E. W. Myers, "An O(ND) Difference Algorithm and Its Variations" (1986), figure 2. Gives up past `most`
// differences: then everything is replaced.
std::vector<Step> shortest_script(const Lines& a, const Lines& b) {
  constexpr std::ptrdiff_t most = 1000;
  const auto n = static_cast<std::ptrdiff_t>(a.size());
  const auto m = static_cast<std::ptrdiff_t>(b.size());
  const std::ptrdiff_t limit = std::min(n + m, most);
  const auto at = [limit](std::ptrdiff_t diagonal) { return static_cast<std::size_t>(diagonal + limit + 1); };
  std::vector<std::ptrdiff_t> reach(static_cast<std::size_t>(2 * limit + 3), 0);  // furthest x by diagonal
  std::vector<std::vector<std::ptrdiff_t>> history;
  const auto goes_down = [&](const std::vector<std::ptrdiff_t>& from, std::ptrdiff_t k, std::ptrdiff_t d) {
    return k == -d || (k != d && from[at(k - 1)] < from[at(k + 1)]);
  };
  for (std::ptrdiff_t d = 0; d <= limit; ++d) {
    history.push_back(reach);
    for (std::ptrdiff_t k = -d; k <= d; k += 2) {
      std::ptrdiff_t x = goes_down(reach, k, d) ? reach[at(k + 1)] : reach[at(k - 1)] + 1;
      while (x < n && x - k < m && a[static_cast<std::size_t>(x)] == b[static_cast<std::size_t>(x - k)]) ++x;
      reach[at(k)] = x;
      if (x < n || x - k < m) continue;
      // The way back from the end.
      std::vector<Step> steps;
      for (std::ptrdiff_t y = m; d > 0; --d) {
        const std::vector<std::ptrdiff_t>& before = history[static_cast<std::size_t>(d)];
        const std::ptrdiff_t here = x - y;
        const bool down = goes_down(before, here, d);
        const std::ptrdiff_t from_x = before[at(down ? here + 1 : here - 1)];
        const std::ptrdiff_t from_y = from_x - (down ? here + 1 : here - 1);
        for (; x > from_x + (down ? 0 : 1) && y > from_y + (down ? 1 : 0); --x, --y)
          steps.push_back(Step::keep);
        steps.push_back(down ? Step::add : Step::remove);
        x = from_x;
        y = from_y;
      }
      steps.insert(steps.end(), static_cast<std::size_t>(x), Step::keep);
      std::reverse(steps.begin(), steps.end());
      return steps;
    }
  }
  std::vector<Step> all(a.size(), Step::remove);
  all.insert(all.end(), b.size(), Step::add);
  return all;
}

std::vector<Step> script(const Lines& a, const Lines& b) {
  const auto [from_a, from_b] = std::mismatch(a.begin(), a.end(), b.begin(), b.end());
  const auto [back_a, back_b] =
      std::mismatch(a.rbegin(), std::reverse_iterator(from_a), b.rbegin(), std::reverse_iterator(from_b));
  std::vector<Step> steps(static_cast<std::size_t>(from_a - a.begin()), Step::keep);
  const std::vector<Step> inner = shortest_script(Lines(from_a, back_a.base()), Lines(from_b, back_b.base()));
  steps.insert(steps.end(), inner.begin(), inner.end());
  steps.insert(steps.end(), static_cast<std::size_t>(back_a - a.rbegin()), Step::keep);
  return steps;
}

// "3,7"; a range without lines names the line before it.
std::string range_text(std::size_t first, std::size_t count) {
  const std::size_t line = count == 0 ? first : first + 1;
  return count == 1 ? std::to_string(line) : std::to_string(line) + "," + std::to_string(count);
}

class Hunks {
 public:
  Hunks(const Lines& a, const Lines& b) : a_(a), b_(b), steps_(script(a, b)) {}

  std::string text() {
    std::string all;
    std::size_t x = 0;
    std::size_t y = 0;
    for (std::size_t i = 0; i < steps_.size();) {
      if (steps_[i] == Step::keep) {
        ++i, ++x, ++y;
        continue;
      }
      const std::size_t back = std::min({context, i, x});
      const std::size_t end = end_of_hunk(i);
      all += hunk(i - back, end, x - back, y - back);
      for (; i < end; ++i) {
        x += steps_[i] != Step::add;
        y += steps_[i] != Step::remove;
      }
    }
    return all;
  }

 private:
  static constexpr std::size_t context = 3;

  // Changes that stand close together share a hunk, so that no line is shown twice.
  [[nodiscard]] std::size_t end_of_hunk(std::size_t at) const {
    std::size_t last = at;
    for (std::size_t i = at; i < steps_.size() && i <= last + 2 * context; ++i) {
      if (steps_[i] != Step::keep) last = i;
    }
    return std::min(last + context + 1, steps_.size());
  }

  std::string hunk(std::size_t begin, std::size_t end, std::size_t x, std::size_t y) const {
    std::string body;
    const std::size_t first_x = x;
    const std::size_t first_y = y;
    for (std::size_t i = begin; i < end; ++i) {
      const std::string_view line = steps_[i] == Step::add ? b_[y] : a_[x];
      body += static_cast<char>(steps_[i]);
      body += line;
      if (!line.ends_with('\n')) body += "\n\\ No newline at end of file\n";
      x += steps_[i] != Step::add;
      y += steps_[i] != Step::remove;
    }
    return "@@ -" + range_text(first_x, x - first_x) + " +" + range_text(first_y, y - first_y) + " @@\n" +
           body;
  }

  const Lines& a_;
  const Lines& b_;
  std::vector<Step> steps_;
};

}  // namespace

std::string unified_diff(std::string_view path, std::string_view before, std::string_view after) {
  if (before == after) return {};
  const Lines a = lines_of(before);
  const Lines b = lines_of(after);
  const std::string name(path);
  return "--- a/" + name + "\n+++ b/" + name + "\n" + Hunks(a, b).text();
}

}  // namespace cli
