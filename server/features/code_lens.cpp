#include "server/features/code_lens.h"

#include <algorithm>

#include "server/features/knowledge/terms.h"
#include "server/features/knowledge/words.h"

namespace features {
namespace {

constexpr std::size_t most = 50;

std::size_t count_of_posts(const site::Site& site, const WrittenTerm& term) {
  return term.kind == WrittenTerm::Kind::tag ? site.tag_count(term.name) : site.category_count(term.name);
}

}  // namespace

std::vector<CodeLens> code_lenses(const Context& context) {
  std::vector<CodeLens> lenses;
  if (!context.settings->code_lens || !context.site || !context.page || context.page->data_invalid ||
      context.page->kind == site::PageKind::page)
    return lenses;
  const std::vector<WrittenTerm> terms = written_terms(*context.document);
  const text::LineIndex& lines = context.document->lines;
  const auto line_of = [&](const WrittenTerm& term) { return lines.line_of(term.range.begin); };
  for (std::size_t i = 0; i < terms.size() && lenses.size() < most; ++i) {
    const std::size_t count = count_of_posts(*context.site, terms[i]);
    if (count == 0) continue;  // hidden by another key
    const bool alone = (i == 0 || line_of(terms[i - 1]) != line_of(terms[i])) &&
                       (i + 1 == terms.size() || line_of(terms[i + 1]) != line_of(terms[i]));
    const std::string posts = count_of(count, "post");
    lenses.push_back({terms[i].range, alone ? posts : shorten(terms[i].name, 40) + ": " + posts});
  }
  return lenses;
}

}  // namespace features
