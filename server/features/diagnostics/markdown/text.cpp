#include "server/features/diagnostics/markdown/text.h"

#include <algorithm>

#include "server/features/diagnostics/subject.h"
#include "server/syntax/liquid/markup.h"

namespace features::diagnostics {

bool holds_liquid(const Context& context, text::Range range) {
  return syntax::liquid::overlaps_mask(context.document->liquid.masks, range);
}

namespace {

bool stands_here(const std::vector<syntax::Provenance>& places, std::size_t place) {
  return place < places.size() && places[place].file == 0 && !places[place].maybe;
}

}  // namespace

bool heading_stands_here(const Context& context, std::size_t place) {
  const site::Rendered* rendered = context.rendered();
  return !rendered || stands_here(rendered->mapped.headings, place);
}

bool link_stands_here(const Context& context, std::size_t place) {
  const site::Rendered* rendered = context.rendered();
  return !rendered || stands_here(rendered->mapped.links, place);
}

std::string_view fence_run(std::string_view fence) {
  return fence.substr(0, std::min(fence.find_first_not_of(fence.substr(0, 1)), fence.size()));
}

bool is_broken_fence(const Context& context, const syntax::Trap& trap) {
  if (trap.kind != syntax::Trap::Kind::fence_info && trap.kind != syntax::Trap::Kind::unclosed_fence)
    return false;
  const std::string_view run = fence_run(text::slice(context.text(), trap.range));
  const bool span =
      run.starts_with('`') && text::slice(context.text(), trap.part).find('`') != std::string_view::npos;
  return run.size() >= 3 && !span;
}

bool has_broken_fence(const Context& context) {
  const auto& traps = context.markdown().traps;
  return std::any_of(traps.begin(), traps.end(),
                     [&](const syntax::Trap& trap) { return is_broken_fence(context, trap); });
}

bool judges_markdown(const Context& context) {
  return is_kramdown(context) && !has_broken_fence(context);
}

}  // namespace features::diagnostics
