// Fuzz target: Liquid in any bytes; the mask keeps length and line ends and everything outside the masks.
#include <algorithm>

#include "server/syntax/liquid/markup.h"
#include "tests/fuzz/law.h"

namespace {

using fuzz::require;
using fuzz::require_inside;

constexpr bool ends_line(char c) {
  return c == '\n' || c == '\r';
}

void check_masks(std::string_view text, text::Offset begin, const syntax::liquid::Markup& liquid) {
  require(liquid.masked.empty() == liquid.masks.empty(), "a masked text if and only if something is masked");
  require(liquid.nodes.empty() == liquid.masks.empty(), "a mask if and only if there is Liquid");
  if (liquid.masked.empty()) {
    return;
  }
  require(liquid.masked.size() == text.size(), "the mask keeps the length");
  std::size_t at = 0;
  for (const text::Range mask : liquid.masks) {
    require_inside(mask, text.size());
    require(mask.begin >= begin && !mask.empty(), "a mask is not empty");
    require(at == 0 || mask.begin > at, "masks ascend and do not touch");
    require(text.substr(at, mask.begin - at) == liquid.masked.substr(at, mask.begin - at), "the rest stays");
    for (at = mask.begin; at < mask.end; ++at) {
      const char c = liquid.masked[at];
      require(ends_line(text[at]) ? c == text[at] : c == ' ' || c == 'x',
              "line ends stay, the rest is masked");
    }
    require(syntax::liquid::overlaps_mask(liquid.masks, mask), "a mask overlaps itself");
  }
  require(text.substr(at) == liquid.masked.substr(at), "the rest stays");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  const std::string_view text = fuzz::as_text(data + 1, size - 1);
  const auto begin = static_cast<text::Offset>(std::min<std::size_t>(data[0] % 8, text.size()));
  const syntax::liquid::Markup liquid = syntax::liquid::parse_markup(text, begin);
  text::Offset last = begin;
  for (const syntax::liquid::Node& node : liquid.nodes) {
    require_inside(node.range, text.size());
    require(node.range.begin >= last && node.range.size() >= 2, "nodes come in order");
    const bool unnamed = node.kind == syntax::liquid::Node::Kind::output;
    require(unnamed ? node.name == text::Range{} : node.range.contains(node.name), "the name is inside");
    require(node.range.contains(node.markup), "the markup is inside");
    require(node.name.end <= node.markup.begin || node.name.empty(), "the name comes first");
    require(!node.closed || node.range.size() >= 4, "a closed node has both delimiters");
    last = node.range.end;
  }
  check_masks(text, begin, liquid);
  return 0;
}
