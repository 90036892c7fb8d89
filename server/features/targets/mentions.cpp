#include "server/features/targets/mentions.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "server/features/targets/collect.h"
#include "server/text/url.h"

namespace features {
namespace {

std::vector<Mention> collect(const Context& context, std::optional<text::Offset> at) {
  targets::Collector out(context, at);
  targets::front_matter(out);
  targets::liquid(out);
  targets::body(out);
  return std::move(out.found);
}

}  // namespace

std::vector<Mention> mentions(const Context& context) {
  return collect(context, std::nullopt);
}

std::optional<Mention> mention_at(const Cursor& cursor) {
  std::vector<Mention> found = collect(cursor.context, cursor.offset);
  const auto smallest = std::min_element(found.begin(), found.end(), [](const Mention& a, const Mention& b) {
    return a.area.size() < b.area.size();
  });
  if (smallest == found.end()) return std::nullopt;
  return std::move(*smallest);
}

std::optional<Context> context_of_file(const Context& context, const std::string& path) {
  if (path == context.path) return context;
  syntax::DocumentPtr document = context.site ? context.document_of(path) : nullptr;
  if (!document) return std::nullopt;
  return context.of(path, std::move(document));
}

}  // namespace features
