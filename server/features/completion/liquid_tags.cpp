// `{% |`: tags, the end of the open block first.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/features/completion/ranked.h"
#include "server/features/completion/sources.h"
#include "server/features/knowledge/liquid_names.h"
#include "server/syntax/liquid/template.h"

namespace features::completion {
namespace {

using schema::LiquidTagInfo;

bool is_block(std::string_view name) {
  const LiquidTagInfo* known = schema::liquid_names().tag(name);
  return known ? known->kind == LiquidTagInfo::Kind::block : syntax::liquid::is_block(name);
}

// The blocks that are open at the cursor, outer ones first, and the ends behind it that close nothing which
// is opened behind it: those of blocks around the cursor.
struct Blocks {
  std::vector<std::string> open;
  std::vector<std::string> ends_behind;
};

Blocks blocks_around(const Cursor& cursor, const LiquidPlace& place) {
  Blocks blocks;
  std::vector<std::string> opened_behind;
  for (const syntax::liquid::Node& node : cursor.context.document->liquid.nodes) {
    if (node.kind != syntax::liquid::Node::Kind::tag || node.range.begin == place.open) continue;
    const std::string name(text::slice(cursor.context.text(), node.name));
    const bool behind = node.range.begin > place.open;
    std::vector<std::string>& opened = behind ? opened_behind : blocks.open;
    if (name.starts_with("end")) {
      const std::string block = name.substr(3);
      const auto found = std::find(opened.rbegin(), opened.rend(), block);
      if (found != opened.rend()) {
        opened.erase(std::next(found).base(), opened.end());
      } else if (behind) {
        blocks.ends_behind.push_back(block);
      }
    } else if (is_block(name)) {
      opened.push_back(name);
    }
  }
  return blocks;
}

// Does the innermost open block miss its end?
bool misses_end(const Blocks& blocks) {
  if (blocks.open.empty()) return false;
  const auto count = [](const std::vector<std::string>& names, const std::string& name) {
    return std::count(names.begin(), names.end(), name);
  };
  const std::string& name = blocks.open.back();
  return count(blocks.open, name) > count(blocks.ends_behind, name);
}

bool alone_on_line(const Cursor& cursor, const LiquidPlace& place) {
  const std::string_view text = cursor.context.text();
  const std::size_t begin = place.open == 0 ? 0 : text.find_last_of("\r\n", place.open - 1) + 1;
  const std::size_t end = std::min(text.find_first_of("\r\n", place.closing.end), text.size());
  constexpr std::string_view blanks = " \t";
  return text.substr(begin, place.open - begin).find_first_not_of(blanks) == std::string_view::npos &&
         text.substr(place.closing.end, end - place.closing.end).find_first_not_of(blanks) ==
             std::string_view::npos;
}

struct Form {
  bool markup = false;  // something follows the name
  bool block = false;   // its end is written as well …
  bool lines = false;   // … on a line of its own
};

// With what the name needs to stand for itself: blanks, the closing delimiter in place of what an editor put
// there, the end of a block. Where the tag is whole already, the name alone.
text::Edit edit_for(const LiquidPlace& place, std::string_view name, const Form& form) {
  if (!place.bare) return {place.range, std::string(name)};
  std::string text = place.tight ? " " : "";
  text += name;
  const bool trims = place.closing.size() == 3;
  const std::string close = trims ? "-%}" : "%}";
  if (form.markup) text += form.block ? " $1" : " $0";
  text += " " + close;
  if (form.block) {
    const std::string line_end = form.lines ? "\n" : "";
    text += line_end + "$0" + line_end + "{% end" + std::string(name) + " %}";
  }
  return {{place.range.begin, place.closing.end}, std::move(text)};
}

Completion item_for(const LiquidPlace& place, std::string name, const Form& form) {
  Completion item;
  item.kind = Completion::Kind::liquid_tag;
  item.edit = edit_for(place, name, form);
  item.snippet = place.bare && (form.markup || form.block);
  item.label = std::move(name);
  return item;
}

void offer_ends(const LiquidPlace& place, const Blocks& blocks, Ranked& ranked) {
  bool innermost = true;
  for (auto name = blocks.open.rbegin(); name != blocks.open.rend(); ++name, innermost = false) {
    Completion item = item_for(place, "end" + *name, {});
    item.detail = innermost ? "ends the open block" : "";
    ranked.offer(std::move(item), innermost && misses_end(blocks) ? 0 : 2);
  }
}

bool stands_here(const LiquidTagInfo& tag, const Blocks& blocks) {
  if (tag.kind != LiquidTagInfo::Kind::branch) return true;
  if (blocks.open.empty()) return false;
  return std::find(tag.inside.begin(), tag.inside.end(), blocks.open.back()) != tag.inside.end();
}

// What the site's own Ruby files bring. Nothing tells what they take.
void offer_own(const Cursor& cursor, const LiquidPlace& place, const Blocks& blocks, Ranked& ranked) {
  if (!cursor.context.site) return;
  const site::RubyPlugin own = own_liquid(*cursor.context.site);
  const auto holds = [](const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
  };
  for (const std::string& name : own.tags) {
    const bool block = holds(own.blocks, name) && !holds(blocks.ends_behind, name);
    Completion item = item_for(place, name, {true, block, alone_on_line(cursor, place)});
    item.detail = "of `_plugins`";
    ranked.offer(std::move(item));
  }
}

}  // namespace

void liquid_tags(const Cursor& cursor, const LiquidPlace& place, CompletionList& list) {
  if (place.kind != LiquidPlace::Kind::tag) return;
  Ranked ranked(typed_in(cursor, place.range));
  if (!place.verbatim.empty()) {
    ranked.offer(item_for(place, "end" + place.verbatim, {}));
    return ranked.add_to(list);
  }
  const Blocks blocks = blocks_around(cursor, place);
  offer_ends(place, blocks, ranked);
  const bool lines = alone_on_line(cursor, place);
  for (const LiquidTagInfo& tag : schema::liquid_names().tags) {
    if (!brings_liquid(cursor.context.site.get(), tag.by) || !stands_here(tag, blocks)) continue;
    const bool block = tag.kind == LiquidTagInfo::Kind::block;
    const bool closed =
        std::find(blocks.ends_behind.begin(), blocks.ends_behind.end(), tag.name) != blocks.ends_behind.end();
    Completion item = item_for(place, tag.name, {!tag.markup.empty(), block && !closed, lines});
    item.detail = tag.markup;
    item.documentation = tag.documentation;
    ranked.offer(std::move(item));
  }
  offer_own(cursor, place, blocks, ranked);
  ranked.add_to(list);
}

}  // namespace features::completion
