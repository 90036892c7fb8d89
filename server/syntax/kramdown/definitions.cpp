// Definitions that leave nothing visible where they stand: link references, footnotes, abbreviations
// (lib/kramdown/parser/kramdown/{link,footnote,abbreviation}.rb).
#include "server/syntax/kramdown/block.h"
#include "server/syntax/kramdown/chars.h"

namespace syntax::kramdown {
std::string normalize_label(std::string_view label) {
  std::string folded;
  folded.reserve(label.size());
  bool ascii = true;
  for (std::size_t i = 0; i < label.size(); ++i) {
    if (!is_space(label[i])) {
      ascii = ascii && is_ascii(label[i]);
      folded += ascii_lower(label[i]);
      continue;
    }
    folded += ' ';
    while (i + 1 < label.size() && is_space(label[i + 1])) ++i;
  }
  return ascii ? folded : downcase(folded);
}

// FOOTNOTE_DEFINITION_START.
bool BlockParser::parse_footnote_definition() {
  const Offset bracket = skip_indent(pos_);
  if (text_.substr(bracket, 2) != "[^") return false;
  const Offset name = bracket + 2;
  const Offset name_end = scan_id_name(text_, name);
  if (name_end == name || text_.substr(name_end, 2) != "]:") return false;
  const Offset begin = name_end + 2;
  const Offset end = match_codeblock(next_line(begin));
  TextBuilder builder(state_.arena);
  for (Offset i = begin; i < end;) {
    const Offset next = next_line(i);
    builder.append(source_.slice(match_indent(i), next));
    i = next;
  }
  const Range range = source_.to_source(bracket, begin);
  pos_ = end;
  Element* content = state_.make(Type::root);
  parse_nested(*content, builder.finish(source_.slice(begin, begin)));
  const std::string_view key = text_.substr(name, name_end - name);
  FootnoteDefinition*& footnote = state_.footnotes[key];
  if (footnote == nullptr) {
    footnote = state_.arena.make<FootnoteDefinition>();
    state_.footnote_order.push_back(footnote);
  }
  footnote->name = key;
  footnote->range = range;
  footnote->content = content;
  add_eob(Eob::footnote);
  return true;
}

// LINK_DEFINITION_START. What lazy matching means here: the address ends before the first title that closes
// at its line's end, else at the end of the line; a title may also stand alone on the next line.
bool BlockParser::parse_link_definition() {
  const Offset bracket = skip_indent(pos_);
  if (bracket >= size_ || text_[bracket] != '[') return false;
  const Offset label = bracket + 1;
  Offset label_end = label;
  while (label_end < size_ && text_[label_end] != ']' && text_[label_end] != '\n') ++label_end;
  if (label_end == label || text_.substr(label_end, 2) != "]:") return false;
  const Offset begin = skip_blanks(label_end + 2);
  const Offset eol = line_end(begin);
  Offset last = eol;  // behind the line's last character that is no blank
  while (last > begin && is_blank(text_[last - 1])) --last;

  // Does a title begin at `i` (behind at least one blank) and end the line?
  const auto is_title = [&](Offset i) {
    return i < last && (text_[i] == '"' || text_[i] == '\'') && last >= i + 3 && text_[last - 1] == text_[i];
  };
  // Behind an address that ends its line: a title on the next line belongs to it.
  const auto end_of_definition = [&] {
    const Offset next = eol + 1;
    Offset open = skip_blanks(next);
    if (open < size_ && (text_[open] == '"' || text_[open] == '\'')) {
      const Offset next_eol = line_end(open);
      Offset close = next_eol;
      while (close > open && is_blank(text_[close - 1])) --close;
      if (close >= open + 3 && text_[close - 1] == text_[open]) return next_eol + 1;
    }
    return next;
  };

  std::optional<Range> address;  // local offsets
  Offset end = 0;
  if (begin < eol && text_[begin] == '<') {
    for (Offset i = begin + 1; i < last && !address; ++i) {
      if (text_[i] != '>') continue;
      const Offset behind = skip_blanks(i + 1);
      if (behind >= last) {
        address = Range{begin + 1, i};
        end = end_of_definition();
      } else if (behind > i + 1 && is_title(behind)) {
        address = Range{begin + 1, i};
        end = eol + 1;
      }
    }
  }
  if (!address) {
    Offset first = begin;
    while (first < eol && is_space(text_[first])) ++first;
    if (first >= eol) return false;
    for (Offset i = first + 1; i < last; ++i) {
      if (!is_blank(text_[i])) continue;
      const Offset behind = skip_blanks(i);
      if (is_title(behind)) {
        address = Range{begin, i};
        end = eol + 1;
        break;
      }
      i = behind;
    }
    if (!address) {
      address = Range{begin, last};
      end = end_of_definition();
    }
    // A quote behind a blank in the address means a broken title.
    for (Offset i = address->begin; i + 1 < address->end; ++i) {
      if (is_blank(text_[i]) && (text_[i + 1] == '"' || text_[i + 1] == '\'')) return false;
    }
  }

  Definition definition;
  Offset visible_end = std::min(end, size_);
  while (visible_end > bracket && (is_blank(text_[visible_end - 1]) || text_[visible_end - 1] == '\n'))
    --visible_end;
  definition.range = source_.to_source(bracket, visible_end);
  definition.label_range = source_.to_source(label, label_end);
  definition.label = normalize_label(text_.substr(label, label_end - label));
  definition.href_range = source_.to_source(address->begin, address->end);
  definition.href = text_.substr(address->begin, address->end - address->begin);
  pos_ = std::min(end, size_);
  add_eob(Eob::link_definition);
  auto& definitions = state_.result.definitions;
  const std::string_view key = state_.arena.copy(definition.label);
  LinkDefinition& entry = state_.link_definitions[key];
  if (entry.index >= 0) definitions[static_cast<std::size_t>(entry.index)].overridden = true;
  entry = {text_.substr(address->begin, address->end - address->begin),
           static_cast<std::int32_t>(definitions.size()), tree_->last};
  state_.longest_label = std::max(state_.longest_label, definition.label.size());
  definitions.push_back(std::move(definition));
  return true;
}

// ABBREV_DEFINITION_START. Abbreviations change neither ids nor links; only the definition must vanish.
bool BlockParser::parse_abbrev_definition() {
  const Offset star = skip_indent(pos_);
  if (text_.substr(star, 2) != "*[") return false;
  const Offset eol = line_end(star);
  const std::size_t close = text_.substr(0, eol).find("]:", star + 3U);
  if (close == std::string_view::npos) return false;
  pos_ = std::min<Offset>(eol + 1, size_);
  add_eob(Eob::abbreviation);
  return true;
}

}  // namespace syntax::kramdown
