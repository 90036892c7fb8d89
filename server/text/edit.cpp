#include "server/text/edit.h"

#include <algorithm>
#include <utility>

namespace text {

std::string apply(std::string_view text, std::vector<Edit> edits) {
  std::stable_sort(edits.begin(), edits.end(),
                   [](const Edit& left, const Edit& right) { return left.range.begin < right.range.begin; });
  std::string result;
  std::size_t size = text.size();
  for (const Edit& edit : edits) {
    size += edit.replacement.size();
  }
  result.reserve(size);

  std::size_t copied = 0;
  for (const Edit& edit : edits) {
    const std::size_t begin =
        std::clamp<std::size_t>(edit.range.begin, copied, std::max(copied, text.size()));
    const std::size_t end = std::clamp<std::size_t>(edit.range.end, begin, std::max(begin, text.size()));
    result.append(text, copied, begin - copied);
    result.append(edit.replacement);
    copied = end;
  }
  result.append(text, copied);
  return result;
}

}  // namespace text
