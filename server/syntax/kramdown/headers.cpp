// Headings (lib/kramdown/parser/kramdown/header.rb, gfm.rb).
#include "server/syntax/kramdown/block.h"
#include "server/syntax/kramdown/chars.h"

namespace syntax::kramdown {
namespace {

bool in(std::uint32_t c, std::uint32_t first, std::uint32_t last) {
  return c >= first && c <= last;
}

// XML's NameStartChar and NameChar (REXML::XMLTokens).
bool is_name_start(std::uint32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c)) || c == ':' || c == '_';
  return in(c, 0xC0, 0xD6) || in(c, 0xD8, 0xF6) || in(c, 0xF8, 0x2FF) || in(c, 0x370, 0x37D) ||
         in(c, 0x37F, 0x1FFF) || in(c, 0x200C, 0x200D) || in(c, 0x2070, 0x218F) || in(c, 0x2C00, 0x2FEF) ||
         in(c, 0x3001, 0xD7FF) || in(c, 0xF900, 0xFDCF) || in(c, 0xFDF0, 0xFFFD) || in(c, 0x10000, 0xEFFFF);
}

bool is_name_char(std::uint32_t c) {
  return is_name_start(c) || c == '-' || c == '.' || in(c, '0', '9') || c == 0xB7 || in(c, 0x300, 0x36F) ||
         in(c, 0x203F, 0x2040);
}

// HEADER_ID: `{#name}` at the very end, behind a blank. Gives the offset of `{`.
std::optional<Offset> find_header_id(std::string_view text) {
  if (!text.ends_with('}')) return std::nullopt;
  const std::size_t brace = text.rfind("{#");
  if (brace == std::string_view::npos || brace == 0 || !is_blank(text[brace - 1])) return std::nullopt;
  const std::string_view name = text.substr(brace + 2, text.size() - brace - 3);
  if (name.empty()) return std::nullopt;
  for (std::size_t i = 0; i < name.size();) {
    const Decoded c = decode(name, i);
    if (!(i == 0 ? is_name_start(c.code_point) : is_name_char(c.code_point))) return std::nullopt;
    i += c.size;
  }
  return static_cast<Offset>(brace);
}

}  // namespace

BlockParser::HeaderContents BlockParser::parse_header_contents(Text contents) const {
  HeaderContents result;
  contents = contents.rstripped();
  if (const auto brace = find_header_id(contents.view())) {
    result.has_id = true;
    result.id = contents.slice(*brace + 2, contents.size - 1);
    contents = contents.slice(0, *brace - 1).rstripped();
  }
  result.content = contents;
  return result;
}

void BlockParser::add_header(std::uint8_t level, const HeaderContents& contents, Offset end, Offset range_end,
                             bool setext) {
  Element* header = make_block(Type::header);
  header->code = level;
  header->header = state_.arena.make<HeaderData>();
  header->header->range = source_.to_source(pos_, range_end);
  header->header->content = contents.content;
  header->header->setext = setext;
  if (contents.has_id) {
    set_attribute(state_, *header, {"id", contents.id.view(), contents.id.range(), false, nullptr});
  }
  add_raw(*header, contents.content);
  tree_->append(header);
  state_.headers.push_back(header);
  pos_ = end;
}

bool BlockParser::parse_atx_header() {
  const bool gfm = state_.gfm();
  const bool quirk = gfm && state_.options.gfm_paragraph_end;
  if (text_[pos_] != '#') return false;
  if (!quirk && !after_block_boundary()) return false;
  Offset level_end = pos_;
  while (level_end < size_ && level_end - pos_ < 6 && text_[level_end] == '#') ++level_end;
  const Offset begin = skip_blanks(level_end);
  if (gfm && begin == level_end) return false;
  Offset eol = line_end(begin);
  if (!gfm && begin == eol) {
    // Plain kramdown's [^ \t] may take the line end: the next line is the heading's text then.
    if (eol + 1 >= size_) return false;
    eol = line_end(eol + 1);
  }
  HeaderContents contents = parse_header_contents(source_.slice(begin, eol));
  std::string_view text = contents.content.view();
  std::size_t hashes = text.size();
  while (hashes > 0 && text[hashes - 1] == '#') --hashes;
  if (hashes < text.size()) {
    if (quirk) {
      // Closing hashes need a blank before them.
      if (hashes > 0 && is_blank(text[hashes - 1])) {
        contents.content = contents.content.slice(0, static_cast<Offset>(hashes - 1)).rstripped();
      }
    } else {
      if (hashes > 0 && text[hashes - 1] == '\\') ++hashes;
      contents.content = contents.content.slice(0, static_cast<Offset>(hashes));
      if (hashes < text.size()) contents.content = contents.content.rstripped();
    }
  }
  if (contents.content.size == 0) return false;
  add_header(static_cast<std::uint8_t>(level_end - pos_), contents, std::min<Offset>(eol + 1, size_), eol,
             false);
  return true;
}

// SETEXT_HEADER_START: one line of text and a line of `=` or `-`.
bool BlockParser::parse_setext_header() {
  const Offset begin = skip_indent(pos_);
  if (begin >= size_ || is_blank(text_[begin])) return false;
  const Offset eol = line_end(begin);
  Offset i = eol + 1;
  if (i >= size_ || (text_[i] != '-' && text_[i] != '=')) return false;
  const std::uint8_t level = text_[i] == '-' ? 2 : 1;
  while (i < size_ && (text_[i] == '-' || text_[i] == '=')) ++i;
  const Offset range_end = i;
  while (i < size_ && is_space(text_[i]) && text_[i] != '\n') ++i;
  if (i >= size_ || text_[i] != '\n') return false;
  const HeaderContents contents = parse_header_contents(source_.slice(begin, eol));
  if (contents.content.size == 0) return false;
  add_header(level, contents, i + 1, range_end, true);
  return true;
}

}  // namespace syntax::kramdown
