// Indented and fenced code (lib/kramdown/parser/kramdown/codeblock.rb, gfm.rb).
#include <algorithm>

#include "server/syntax/kramdown/block.h"
#include "server/syntax/kramdown/chars.h"

namespace syntax::kramdown {
namespace {

bool is_fence(char c, bool gfm) {
  return c == '~' || (gfm && c == '`');
}

}  // namespace

// CODEBLOCK_MATCH: groups of indented lines, each followed by unindented ones as long as nothing ends lazy
// text.
Offset BlockParser::match_codeblock(Offset from) {
  Offset end = from;
  for (;;) {
    Offset i = match_blank_lines(end);
    if (!is_indented_code(i)) return end;
    while (is_indented_code(i)) i = next_line(i);
    while (i < size_) {
      const Offset first = skip_blanks(i);
      if (first >= size_ || is_space(text_[first])) break;
      const Offset mark = skip_indent(i);
      if (text_[mark] == '{' && is_list_list(i)) break;
      if (text_[i] == '^' && match_eob(i) > i) break;
      if (text_[mark] == '<' && ends_lazy_text(text_, mark)) break;
      i = next_line(i);
    }
    end = i;
  }
}

bool BlockParser::parse_codeblock() {
  if (match_indent(pos_) == pos_) return false;
  const Offset end = match_codeblock(pos_);
  if (end == pos_) return false;
  add_code_block(pos_, end, {}, false);
  pos_ = end;
  return true;
}

void BlockParser::add_code_block(Offset begin, Offset end, Range info, bool fenced) {
  tree_->append(make_block(Type::code_block));
  const Offset last = begin + static_cast<Offset>(rstrip(text_.substr(begin, end - begin)).size());
  const Range range = source_.to_source(begin, last);
  if (!fenced) info = {range.begin, range.begin};
  state_.result.code_blocks.push_back({range, info, fenced});
}

// `end`: of the line; blanks before it do not count.
void BlockParser::add_trap(Trap::Kind kind, Offset begin, Offset part, Offset end) {
  while (end > part && is_space(text_[end - 1])) --end;
  state_.result.traps.push_back({kind, source_.to_source(begin, end), source_.to_source(part, end)});
}

// FENCED_CODEBLOCK_MATCH. The opening run may be taken shorter (down to three) when only that finds an end;
// its rest is then the language.
bool BlockParser::parse_codeblock_fenced() {
  const bool gfm = state_.gfm();
  const Offset begin = gfm ? skip_indent(pos_) : pos_;
  Offset run_end = begin;
  while (run_end < size_ && is_fence(text_[run_end], gfm)) ++run_end;
  if (run_end - begin < 3) return false;
  const Offset eol = line_end(run_end);
  const auto skip_spaces = [&](Offset i) {
    while (i < eol && is_space(text_[i])) ++i;
    return i;
  };
  const Offset word = skip_spaces(run_end);
  Offset word_end = word;
  while (word_end < eol && !is_space(text_[word_end])) ++word_end;
  if (skip_spaces(word_end) != eol || eol >= size_) {
    if (eol < size_) add_trap(Trap::Kind::fence_info, begin, word, eol);
    return false;
  }
  const bool attached = word == run_end || word == word_end;
  const Offset shortest = attached ? begin + 3 : run_end;
  for (Offset end = run_end; end >= shortest; --end) {
    const FenceIndex::Line* close = fences_.find(eol + 1, text_.substr(begin, end - begin));
    if (close == nullptr) continue;
    const Offset info = end == run_end ? word : end;
    add_code_block(begin, close->end, source_.to_source(info, word_end), true);
    pos_ = close->end;
    return true;
  }
  add_trap(Trap::Kind::unclosed_fence, begin, word, eol);
  return false;
}

void FenceIndex::build() {
  built_ = true;
  std::size_t i = 0;
  while (i < text_.size()) {
    std::size_t eol = text_.find('\n', i);
    if (eol == std::string_view::npos) break;
    std::size_t run = i;
    while (gfm_ && run < eol && run - i < 3 && text_[run] == ' ') ++run;
    std::size_t end = run;
    while (end < eol && is_fence(text_[end], gfm_)) ++end;
    if (end - run >= 3 &&
        text_.substr(end, eol - end).find_first_not_of(" \t\v\f\r") == std::string_view::npos) {
      lines_.push_back({static_cast<Offset>(i), static_cast<Offset>(run), static_cast<Offset>(end - run),
                        static_cast<Offset>(eol + 1)});
    }
    i = eol + 1;
  }
  longest_.resize(lines_.size());
  Offset longest = 0;
  for (std::size_t k = lines_.size(); k-- > 0;) longest_[k] = longest = std::max(longest, lines_[k].size);
}

const FenceIndex::Line* FenceIndex::find(Offset from, std::string_view opening) {
  if (!built_) build();
  constexpr unsigned max_failures = 4096;
  if (failures_ > max_failures) return nullptr;
  auto line = std::lower_bound(lines_.begin(), lines_.end(), from,
                               [](const Line& l, Offset offset) { return l.begin < offset; });
  unsigned looked = 0;
  for (; line != lines_.end(); ++line) {
    if (longest_[static_cast<std::size_t>(line - lines_.begin())] < opening.size()) break;
    // The opening, then its last character any number of times.
    const std::string_view run = text_.substr(line->run, line->size);
    if (run.starts_with(opening) &&
        run.find_first_not_of(opening.back(), opening.size()) == std::string_view::npos) {
      return &*line;
    }
    failures_ += ++looked > 64 ? 1U : 0U;
  }
  return nullptr;
}

}  // namespace syntax::kramdown
