// Tags and categories that the site has already, in every form YAML and Jekyll allow.
#include "server/features/terms.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "server/features/completion/match.h"
#include "server/features/completion/sources.h"
#include "server/features/completion/yaml_text.h"
#include "server/features/words.h"

namespace features::completing {
namespace {

using Kind = WrittenTerm::Kind;

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}

// Does the site write `tags: a b` rather than lists? Some pages tell enough. The terms of a string that was
// split share their range; a single term tells nothing.
bool writes_strings(const Cursor& cursor, Kind kind) {
  int strings = 0;
  int lists = 0;
  int looked_at = 0;
  cursor.site->for_each_page([&](const site::Page& page) {
    const std::vector<site::Term>& terms = kind == Kind::tag ? page.tags : page.categories;
    if (terms.size() < 2 || page.path == cursor.path) return ++looked_at < 2000;
    const site::Origin& first = terms[0].origin;
    const site::Origin& second = terms[1].origin;
    if (first.kind == site::Origin::Kind::front_matter && second.kind == first.kind) {
      ++(first.range == second.range ? strings : lists);
    }
    return ++looked_at < 2000 && strings + lists < 50;
  });
  return strings > lists;
}

// The words of a string around the one that the cursor touches.
struct WordSlot {
  text::Range range;
  std::vector<std::string> others;
};

WordSlot word_at(std::string_view text, text::Range value, text::Offset cursor) {
  WordSlot slot{{cursor, cursor}, {}};
  for (text::Offset at = value.begin; at < value.end;) {
    if (is_blank(text[at])) {
      ++at;
      continue;
    }
    text::Offset end = at;
    while (end < value.end && !is_blank(text[end])) ++end;
    const text::Range word{at, end};
    if (word.touches(cursor)) {
      slot.range = word;
    } else {
      slot.others.emplace_back(text::slice(text, word));
    }
    at = end;
  }
  return slot;
}

// How a name is to be written at one place.
struct Writer {
  text::Range range;
  YamlStyle style;
  bool words = false;     // one of several words: names with blanks cannot be written here
  bool new_list = false;  // the value is empty or one word: it becomes a list
  bool after_colon = false;

  // "" if it cannot be written.
  [[nodiscard]] std::string write(const std::string& name) const {
    std::string text;
    if (new_list) {
      text = "[" + yaml_text(name, {true, 0, true}) + "]";
    } else {
      const bool several = name.find_first_of(" \t\n,") != std::string::npos;
      if (words && (several || (style.quote == 0 && !is_plain_safe(name, false)))) return {};
      text = yaml_text(name, style);
    }
    return after_colon ? " " + text : text;
  }
};

Writer writer_for(const Cursor& cursor, const Slot& slot, Kind kind, std::vector<std::string>& present) {
  Writer writer;
  writer.range = slot.range;
  writer.style = {slot.flow, slot.quote, slot.quote_closed};
  writer.after_colon = slot.after_colon;
  const bool plural = slot.path.front() == "tags" || slot.path.front() == "categories";
  if (slot.item || !plural) return writer;
  WordSlot word = word_at(cursor.text(), slot.range, cursor.offset);
  present.insert(present.end(), word.others.begin(), word.others.end());
  writer.range = word.range;
  if (!word.others.empty() || slot.quote != 0) {
    writer.words = true;
  } else {
    writer.new_list = !writes_strings(cursor, kind);
    writer.words = !writer.new_list;
  }
  return writer;
}

}  // namespace

void terms(const Cursor& cursor, const Slot& slot, CompletionList& list) {
  if (!cursor.site || slot.path.size() != 1) return;
  const auto kind = term_kind(slot.path.front());
  if (!kind) return;
  std::vector<std::string> present;
  const Writer writer = writer_for(cursor, slot, *kind, present);
  // What other keys and lists hold counts as present too; the word being typed does not.
  for (const WrittenTerm& written : written_terms(*cursor.document)) {
    if (written.kind == *kind && !written.range.touches(cursor.offset)) present.push_back(written.name);
  }
  present.insert(present.end(), slot.siblings.begin(), slot.siblings.end());
  std::sort(present.begin(), present.end());

  const std::string_view typed = typed_in(cursor, writer.range);
  const std::string own_word(text::slice(cursor.text(), writer.range));
  std::size_t rank = 0;
  for (const site::TermCount& term : *kind == Kind::tag ? cursor.site->tags() : cursor.site->categories()) {
    ++rank;
    // The word under the cursor is a term of this very text already; its only use is no offer.
    const bool only_here = term.count == 1 && term.name == own_word;
    if (only_here || std::binary_search(present.begin(), present.end(), term.name)) continue;
    const Match fit = match(typed, term.name);
    if (fit == Match::none) continue;
    if (list.items.size() >= kMostItems) {
      list.incomplete = true;
      break;
    }
    std::string text = writer.write(term.name);
    if (text.empty()) continue;
    Completion item;
    item.label = term.name;
    item.kind = *kind == Kind::tag ? Completion::Kind::tag : Completion::Kind::category;
    item.detail = count_of(term.count, "post");
    item.edit = {writer.range, std::move(text)};
    item.sort_text = sort_key(static_cast<std::size_t>(fit), rank);
    list.items.push_back(std::move(item));
  }
}

}  // namespace features::completing
