#include "server/features/references.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "server/features/targets/mentions.h"
#include "server/site/compute/mentioned_words.h"
#include "server/text/path.h"

namespace features {
namespace {

using Kind = Thing::Kind;

// A link to one of its headings is a link to a page as well.
bool names(const Mention& mention, const Thing& wanted) {
  const bool same_page = wanted.kind == Kind::page && mention.thing.kind == Kind::anchor &&
                         mention.thing.path == wanted.path && !mention.declaration;
  // Below a key there are other keys.
  const bool same_key = wanted.kind == Kind::member && mention.thing.kind == Kind::member &&
                        mention.thing.path == wanted.path &&
                        mention.thing.name.starts_with(wanted.name + ".");
  return mention.thing == wanted || same_page || same_key;
}

void add_from(const Context& context, const Thing& wanted, bool with_declaration,
              std::vector<FileRange>& found) {
  std::vector<text::Range> ranges;
  for (const Mention& mention : mentions(context)) {
    if (names(mention, wanted) && (with_declaration || !mention.declaration)) ranges.push_back(mention.range);
  }
  std::sort(ranges.begin(), ranges.end(), [](text::Range a, text::Range b) {
    return a.begin != b.begin ? a.begin < b.begin : a.end < b.end;
  });
  ranges.erase(std::unique(ranges.begin(), ranges.end()), ranges.end());
  for (const text::Range range : ranges) found.push_back({context.path, range, {}});
}

// The name up to its last dot; of `.htaccess` nothing, and then every file may hold a mention.
std::string_view word_of(std::string_view path) {
  return text::without_dot_ending(text::file_name(path));
}

// The last step of an address: what any way to write it must hold. `/docs/` and `/docs/index.html`: "docs".
std::string_view last_step(std::string_view output) {
  const std::string_view step = text::file_name(output);
  if (step == "index.html") {
    output.remove_suffix(std::min(output.size(), step.size() + 1));
    return text::file_name(output);
  }
  return word_of(step);
}

// The spellings, one of which a file must hold to mention the thing.
std::vector<site::MentionedWords> spellings(const site::Site& site, const Thing& thing) {
  std::vector<site::MentionedWords> result;
  // Whoever links to a heading writes its id.
  const std::string id = thing.kind == Kind::anchor ? " " + thing.name : std::string();
  const auto add = [&](std::string_view name) { result.push_back(site::words_of(std::string(name) + id)); };
  const site::PagePtr page = site.page(thing.path);
  if (page) {
    add(last_step(page->output));
    // The home page's address may be nothing but the baseurl.
    add(word_of(page->path));
    if (page->date && !page->slug.empty()) add(dates::iso8601(*page->date).substr(0, 10) + "-" + page->slug);
  } else if (thing.kind == Kind::member) {
    add(thing.name.substr(thing.name.rfind('.') + 1));
  } else {
    add(word_of(thing.path));
  }
  return result;
}

// What a front matter names stands in the snapshot.
bool front_matter_names(const site::Site& site, const site::Page& page, const Thing& thing) {
  return thing.kind == Kind::file && page.layout.origin.kind == site::Origin::Kind::front_matter &&
         site.layout_path(page.layout.value) == thing.path;
}

std::vector<std::string> files_that_may_mention(const Context& context, const Thing& thing) {
  const site::Site& site = *context.site;
  const std::vector<site::MentionedWords> wanted = spellings(site, thing);
  const bool layout = text::is_below(thing.path, site.config().layouts_dir);
  std::vector<std::string> paths;
  std::size_t seen = 0;
  site.for_each_page([&](const site::Page& page) {
    if (++seen % 1024 == 0 && context.stop.stop_requested()) return false;
    const bool may = layout
                         ? front_matter_names(site, page, thing)
                         : std::any_of(wanted.begin(), wanted.end(), [&](const site::MentionedWords& name) {
                             return page.mentions.words.may_hold(name);
                           });
    if (may && page.path != context.path) paths.push_back(page.path);
    return true;
  });
  for (std::string& path : site.templates()) {
    if (path != context.path) paths.push_back(std::move(path));
  }
  if (layout && !site.config().file.empty() && site.config().source == ".")
    paths.push_back(site.config().file);
  std::sort(paths.begin(), paths.end());
  return paths;
}

// Posts by tag are known without reading them, unless the tag stands twice in one.
void add_terms(const Context& context, const Thing& term, std::vector<FileRange>& found) {
  std::vector<FileRange> places = places_of(context, term, static_cast<std::size_t>(-1));
  std::erase_if(places, [&](const FileRange& place) { return place.path == context.path || place.line; });
  found.insert(found.end(), std::make_move_iterator(places.begin()), std::make_move_iterator(places.end()));
}

}  // namespace

std::vector<FileRange> references(const Cursor& cursor, bool with_declaration) {
  std::vector<FileRange> found;
  const auto asked = mention_at(cursor);
  if (!asked) return found;
  const Thing& thing = asked->thing;
  add_from(cursor.context, thing, with_declaration, found);
  if (!cursor.context.site || thing.kind == Kind::label || thing.kind == Kind::footnote) return found;
  if (thing.kind == Kind::tag || thing.kind == Kind::category) {
    add_terms(cursor.context, thing, found);
    return found;
  }
  for (const std::string& path : files_that_may_mention(cursor.context, thing)) {
    if (cursor.context.stop.stop_requested()) break;
    if (const auto other = context_of_file(cursor.context, path))
      add_from(*other, thing, with_declaration, found);
  }
  return found;
}

}  // namespace features
