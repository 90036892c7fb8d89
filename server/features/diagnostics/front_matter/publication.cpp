// `published` and `draft`: what keeps a file out of the built site, and what only seems to. Rules:
// jekyll/lib/jekyll/publisher.rb, convertible.rb (published?).
#include <algorithm>
#include <array>
#include <string>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/syntax/slugify.h"
#include "server/text/ascii.h"
#include "server/text/path.h"

namespace features::diagnostics {
namespace {

bool means_no(std::string_view word) {
  constexpr std::array<std::string_view, 6> words = {"false", "no", "off", "n", "f", "0"};
  return std::find(words.begin(), words.end(), text::ascii_lower(word)) != words.end();
}

void hidden(const Context& context, const syntax::Member& member, Report& report) {
  const std::string what(noun(context));
  const std::string written(text::slice(context.text(), member.value.range));
  if (!member.value.is_null()) {
    report.add(
        rules.unpublished, member.value.range,
        "This " + what + " is not published" +
            (written == "false" ? std::string(".") : ": YAML reads " + code(written) + " as `false`."));
    return;
  }
  Problem& problem =
      report.add(rules.published_empty, member.value.range.empty() ? member.key_range : member.value.range,
                 "`published` without a value hides this " + what +
                     " like `false`. Write `true` or `false`, or delete the line.");
  if (const syntax::yaml::Entry* entry = top_entry(context, "published")) {
    if (auto edits = delete_entry(context, *entry); !edits.empty())
      offer(problem, context, "Delete the line, so that it is published", std::move(edits));
    const bool empty = member.value.range.empty();
    const text::Offset colon = entry->key.range.end + 1;
    offer(problem, context, "Write `false`, so that it stays hidden",
          {{empty ? text::Range{colon, colon} : member.value.range, empty ? " false" : "false"}});
  }
}

void published(const Context& context, Report& report) {
  const syntax::Member* member = context.document->front_matter.data.find_member("published");
  if (!member) return;
  const bool* boolean = member->value.boolean();
  if (member->value.is_null() || (boolean && !*boolean)) {
    if (context.page->publication == site::Publication::unpublished) hidden(context, *member, report);
    return;
  }
  const std::string* word = member->value.string();
  if (!word || !means_no(*word)) return;
  Problem& problem = report.add(rules.published_not_boolean, member->value.range,
                                "This is the text " + code(*word) + ", not `false`: the " +
                                    std::string(noun(context)) + " is public. Write `false` without quotes.");
  offer(problem, context, "Write `false`", {{member->value.range, "false"}});
}

// `_posts/2024-05-01-x.md` -> `_drafts/x.md`; "" for what lies elsewhere.
std::string as_draft(std::string_view path) {
  const std::size_t at = path.starts_with("_posts/") ? 0 : path.find("/_posts/");
  if (at == std::string_view::npos) return {};
  const std::string parent(path.substr(0, at == 0 ? 0 : at + 1));
  const std::string_view below = path.substr(parent.size() + std::string_view("_posts/").size());
  const std::string_view folder = text::folder_of(below);
  const auto name = syntax::parse_post_name(below);
  if (!name || name->slug.empty()) return {};
  return parent + "_drafts/" + std::string(folder) + std::string(name->slug) + std::string(name->extension);
}

void draft_key(const Context& context, Report& report) {
  const syntax::Value& data = context.document->front_matter.data;
  const syntax::Member* member = data.find_member("draft");
  const bool* draft = member ? member->value.boolean() : nullptr;
  if (!draft || !*draft || context.page->kind == site::PageKind::draft ||
      context.page->publication == site::Publication::unpublished ||
      context.page->publication == site::Publication::collection_unwritten ||
      context.site->runs_unknown_code())
    return;
  Problem& problem =
      report.add(rules.draft_key_ignored, {member->key_range.begin, member->value.range.end},
                 "Jekyll ignores `draft`: this " + std::string(noun(context)) +
                     " is public like any other. Write `published: false`, or keep it in `_drafts`.");
  if (!data.find_member("published")) {
    offer(problem, context, "Write `published: false`",
          {{member->key_range, "published"}, {member->value.range, "false"}});
  }
  if (const std::string path = as_draft(context.path); !path.empty()) offer_rename(problem, context, path);
}

}  // namespace

void publication(const Context& context, Report& report) {
  if (!context.site || !context.page || !has_front_matter(context) || context.page->data_invalid) return;
  published(context, report);
  draft_key(context, report);
}

}  // namespace features::diagnostics
