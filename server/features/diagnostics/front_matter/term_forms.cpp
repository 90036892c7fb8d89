// Tags and categories whose form makes something else of them: texts that are split, keys that hide each
// other, numbers, lists in lists. Rules: jekyll/lib/jekyll/utils.rb (pluralized_array_from_hash), document.rb
// (merge_categories!, populate_categories, populate_tags).
#include <algorithm>
#include <string>
#include <vector>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/syntax/yaml/write.h"

namespace features::diagnostics {
namespace {

namespace yaml = syntax::yaml;

// Ruby's String#split without arguments.
std::vector<std::string> split_at_blanks(std::string_view words) {
  std::vector<std::string> parts;
  constexpr std::string_view ruby_blanks = " \t\n\v\f\r";
  for (std::size_t at = words.find_first_not_of(ruby_blanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(words.find_first_of(ruby_blanks, at), words.size());
    parts.emplace_back(words.substr(at, end - at));
    at = words.find_first_not_of(ruby_blanks, end);
  }
  return parts;
}

std::string enumerate(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " and " : ", ";
    text += code(words[i]);
  }
  return text;
}

// The names that were most likely meant.
std::vector<std::string> split_at_commas(std::string_view written) {
  std::vector<std::string> items;
  while (!written.empty()) {
    const std::size_t comma = std::min(written.find(','), written.size());
    std::string item = shorten(written.substr(0, comma), 100);
    if (!item.empty()) items.push_back(std::move(item));
    written.remove_prefix(std::min(comma + 1, written.size()));
  }
  return items;
}

void commas(const Context& context, std::string_view key, std::string_view one, std::string_view many,
            Report& report) {
  const syntax::Member* member = context.document->front_matter.data.find_member(key);
  const std::string* written = member ? member->value.string() : nullptr;
  if (!written || written->find(',') == std::string::npos) return;
  const std::vector<std::string> words = split_at_blanks(*written);
  const std::string sees = words.size() == 1 ? "the one " + std::string(one) + " " + code(words.front())
                                             : "the " + std::to_string(words.size()) + " " +
                                                   std::string(many) + " " + enumerate(words);
  const std::string list = yaml::write_list(split_at_commas(*written));
  Problem& problem = report.add(
      rules.tags_comma, member->value.range,
      "Jekyll splits this text at blanks alone and sees " + sees + ". Write a list: " + code(list) + ".");
  // The plugin cuts the words at commas once more (autopages/utils.rb): its own pages are right.
  if (context.site && context.site->config().has_plugin("jekyll-paginate-v2")) {
    problem.severity = Severity::hint;
    problem.message += " Only the pages of jekyll-paginate-v2 go by the commas.";
  }
  // Categories are part of the address: nothing to change unasked.
  offer(problem, context, "Write the list " + code(list), {{member->value.range, list}}).safe = key == "tags";
}

// Without a comma nobody can be sure: a hint, and only where the words are no tags of their own.
void split(const Context& context, Report& report) {
  const syntax::Member* member = context.document->front_matter.data.find_member("tags");
  const std::string* written = member ? member->value.string() : nullptr;
  if (!written || !context.site || written->find(',') != std::string::npos) return;
  const std::vector<std::string> words = split_at_blanks(*written);
  if (words.size() < 2) return;
  const auto used_elsewhere = [&](const std::string& word) { return context.site->tag_count(word) > 1; };
  const bool never = std::none_of(words.begin(), words.end(), used_elsewhere);
  const std::string whole = shorten(*written, 100);
  const bool known = context.site->tag_count(whole) > 0;
  if (!known && !never) {
    if (std::all_of(words.begin(), words.end(), used_elsewhere)) return;
    const std::vector<site::TermCount> tags = context.site->tags();
    const bool blanks = std::any_of(tags.begin(), tags.end(), [](const site::TermCount& tag) {
      return tag.name.find(' ') != std::string::npos;
    });
    if (!blanks) return;
  }
  Problem& problem =
      report.add(rules.tags_split, member->value.range,
                 "Jekyll splits this text at blanks into " + enumerate(words) +
                     ". If one tag was meant, write a list: " + code(yaml::write_list({whole})) + ".");
  offer(problem, context, "Write it as one tag", {{member->value.range, yaml::write_list({whole})}});
  offer(problem, context, "Write it as a list of " + count_of(words.size(), "tag"),
        {{member->value.range, yaml::write_list(words)}});
}

void hidden(const Context& context, Report& report) {
  const syntax::Value& data = context.document->front_matter.data;
  const syntax::Member* tag = data.find_member("tag");
  const syntax::Member* tags = data.find_member("tags");
  if (!tag || !tags || tag->value.is_null() || tags->value.is_null()) return;
  const bool* off = tag->value.boolean();
  if (off && !*off) return;
  Problem& problem = report.add(
      rules.tag_hides_tags, {tags->key_range.begin, tags->value.range.end},
      "Jekyll ignores `tags` because `tag` is set, which is one tag even with blanks. Keep one of them.");
  problem.unnecessary = true;
  relate(problem, context, tag->key_range, "Jekyll goes by this key alone.");
  const yaml::Entry* singular = top_entry(context, "tag");
  const yaml::Entry* plural = top_entry(context, "tags");
  if (!singular || !plural || singular->value.kind != yaml::Node::Kind::scalar) return;
  std::vector<text::Edit> edits = delete_entry(context, *singular);
  if (edits.empty()) return;
  const std::string name =
      tag->value.string() ? *tag->value.string() : syntax::to_ruby_string(*tag->value.scalar());
  const bool flow = plural->value.style == yaml::Node::Style::flow;
  std::vector<text::Edit> added;
  if (const std::string* written = tags->value.string()) {
    std::vector<std::string> all = split_at_blanks(*written);
    if (written->find(',') != std::string::npos) all = split_at_commas(*written);
    if (std::find(all.begin(), all.end(), name) == all.end()) all.push_back(name);
    added = {{tags->value.range, yaml::write_list(all)}};
  } else if (plural->value.kind == yaml::Node::Kind::sequence) {
    added = append_items(context, plural->value, {yaml::write_text(name, {.flow = flow})});
  }
  if (added.empty()) return;
  edits.insert(edits.end(), added.begin(), added.end());
  if (reads_after(context, edits)) offer(problem, context, "Merge both into `tags`", std::move(edits));
}

void ignored(const Context& context, std::string_view key, Report& report) {
  const syntax::Member* member = context.document->front_matter.data.find_member(key);
  if (!member || member->value.is_null() || member->value.string() || member->value.list()) return;
  const bool categories = key == "categories";
  const syntax::Scalar* scalar = member->value.scalar();
  const bool* boolean = member->value.boolean();
  if (boolean && !*boolean && !categories) return;  // "no tags" may be meant
  const std::string kind = scalar ? boolean                                         ? "a truth value"
                                    : std::holds_alternative<syntax::Date>(*scalar) ? "a date"
                                                                                    : "a number"
                                  : "a mapping";
  Problem& problem = report.add(
      rules.tags_ignored, member->value.range,
      categories ? code(key) + " is " + kind + ": Jekyll cannot use it. " + when_unreadable(context)
                 : code(key) + " is " + kind + ", neither text nor list: this " + std::string(noun(context)) +
                       " has no tags at all. Write a list.");
  if (categories) problem.severity = Severity::error;
  if (!scalar) return;
  const std::string_view source = text::slice(context.text(), member->value.range);
  offer(problem, context, "Write a list of texts", {{member->value.range, "[" + in_quotes(source) + "]"}});
}

void nested(const Context& context, Report& report) {
  const yaml::Entry* entry = top_entry(context, "categories");
  if (!entry || entry->value.kind != yaml::Node::Kind::sequence) return;
  for (const yaml::Node& item : entry->value.items) {
    if (item.kind != yaml::Node::Kind::sequence || item.items.empty()) continue;
    const std::string_view text = context.text();
    Problem& problem =
        report.add(rules.nested_categories, item.range,
                   "A list inside `categories` becomes one category with this very text, brackets "
                   "and all. Write its names in the outer list.");
    const yaml::Node& last = item.items.back();
    if (item.style != yaml::Node::Style::flow || entry->value.style != yaml::Node::Style::flow) continue;
    offer(problem, context, "Flatten the list",
          {{{item.range.begin, item.items.front().range.begin}, ""}, {{last.range.end, item.range.end}, ""}});
    if (text::slice(text, item.range).find('\n') != std::string_view::npos) problem.fixes.clear();
  }
}

}  // namespace

void term_forms(const Context& context, Report& report) {
  if (!is_document(context) || !has_front_matter(context)) return;
  const syntax::Value* tag = context.document->front_matter.data.find("tag");
  hidden(context, report);
  if (!tag || tag->is_null()) {  // `tag` hides `tags`
    commas(context, "tags", "tag", "tags", report);
    split(context, report);
    ignored(context, "tags", report);
  }
  commas(context, "categories", "category", "categories", report);
  ignored(context, "categories", report);
  nested(context, report);
}

}  // namespace features::diagnostics
