#include "server/features/inlay_hints.h"

#include <algorithm>
#include <string_view>

#include "server/features/knowledge/default_values.h"
#include "server/features/knowledge/words.h"
#include "server/text/url.h"

namespace features {
namespace {

constexpr std::size_t longest_label = 80;

const syntax::yaml::Entry* entry_of(const Context& context, std::string_view key) {
  return syntax::yaml::find_entry(context.document->front_matter.tree.root, key);
}

// The end of the value's line, which block scalars and lists have below them: behind the key.
text::Offset behind(const Context& context, const syntax::yaml::Entry& entry) {
  const std::string_view text = context.text();
  const std::size_t line_end = std::min(text.find('\n', entry.key.range.end), text.size());
  return entry.value.range.end <= line_end && !entry.value.range.empty() ? entry.value.range.end
                                                                         : entry.key.range.end + 1;
}

// "" where the front matter says it plainly, and for drafts, whose folder does.
std::string why_not_published(const Context& context) {
  using site::Publication;
  switch (context.page->publication) {
    case Publication::future:
      return "not published: future";
    case Publication::unpublished:
      return context.document->front_matter.data.find("published") ? "" : "not published: defaults";
    case Publication::collection_unwritten:
      return "not written: no output: true";
    case Publication::limited:
      return "not written: limit_posts";
    case Publication::written:
    case Publication::draft:
    case Publication::bad_date:
    case Publication::dropped:
      break;
  }
  return {};
}

void add_address(const Context& context, std::vector<InlayHint>& hints) {
  if (context.page->url.empty()) return;
  const syntax::yaml::Entry* permalink = entry_of(context, "permalink");
  const syntax::yaml::Entry* entry = permalink ? permalink : entry_of(context, "title");
  if (!entry) return;
  const std::string address = context.site->config().baseurl + text::percent_decode(context.page->url);
  if (permalink && permalink->value.value == address) return;
  hints.push_back({behind(context, *entry), "→ " + shorten(address, longest_label),
                   "The address of this page: " + code(address)});
}

void add_publication(const Context& context, std::vector<InlayHint>& hints) {
  const std::string why = why_not_published(context);
  if (why.empty()) return;
  const syntax::yaml::Entry* date = entry_of(context, "date");
  const syntax::yaml::Entry* entry = date ? date : entry_of(context, "title");
  if (entry) hints.push_back({behind(context, *entry), why, {}});
}

void add_defaults(const Context& context, std::vector<InlayHint>& hints) {
  const syntax::FrontMatter& front = context.document->front_matter;
  std::string label;
  std::string tooltip;
  for (const DefaultValue& value : default_values(context)) {
    if (front.data.find(value.key)) continue;
    label += (label.empty() ? "" : ", ") + value.key + ": " + value.source;
    tooltip += "- " + code(value.key + ": " + value.source) + " from " + value.set + "\n";
  }
  if (!label.empty()) hints.push_back({front.close.end, "+ " + shorten(label, longest_label), tooltip});
}

}  // namespace

std::vector<InlayHint> inlay_hints(const Context& context, text::Range range) {
  std::vector<InlayHint> hints;
  const bool readable = context.document->front_matter.state == syntax::FrontMatter::State::present &&
                        context.document->front_matter.tree.valid;
  if (!context.settings->inlay_hints || !readable || !context.site || !context.page ||
      context.page->data_invalid)
    return hints;
  add_address(context, hints);
  add_publication(context, hints);
  add_defaults(context, hints);
  std::erase_if(hints, [&](const InlayHint& hint) { return !range.touches(hint.offset); });
  std::stable_sort(hints.begin(), hints.end(),
                   [](const InlayHint& a, const InlayHint& b) { return a.offset < b.offset; });
  return hints;
}

}  // namespace features
