// HTML between blocks (lib/kramdown/parser/kramdown/html.rb and the module Parser of
// lib/kramdown/parser/html.rb).
#include "server/syntax/kramdown/block.h"
#include "server/syntax/kramdown/chars.h"
#include "server/syntax/kramdown/html_attributes.h"

namespace syntax::kramdown {
namespace {

constexpr std::uint32_t max_raw_depth = 256;

}  // namespace

bool BlockParser::parse_block_html() {
  if (text_.substr(pos_, 4) == "<!--") {
    const std::size_t close = find_comment_end(pos_ + 4U);
    if (close != std::string_view::npos) {
      tree_->append(state_.make(Type::comment));
      pos_ = static_cast<Offset>(close) + 3;
      skip_trailing_white_space();
      return true;
    }
  }
  const Offset begin = skip_indent(pos_);
  if (const auto tag = match_tag(begin)) {
    if (html_element(downcase(text_.substr(begin + 1, tag->name_end - begin - 1))).span) return false;
    handle_html_tag(begin, *tag);
    return true;
  }
  const auto close = match_html_close_tag(text_, begin);
  if (!close) return false;
  const std::string name = downcase(text_.substr(begin + 2, close->name_end - begin - 2));
  if (html_element(name).span || tree_->type != Type::html || tree_->html->name != name) return false;
  pos_ = close->end;
  stopped_ = true;
  return true;
}

// Tags that never close cost their length each; a text that holds too many of them keeps the rest as text.
std::optional<HtmlTag> BlockParser::match_tag(Offset begin) {
  if (work_ > std::size_t{16} * size_ + 4096) return std::nullopt;
  return match_html_tag(text_, begin, work_);
}

// TRAILING_WHITESPACE.
void BlockParser::skip_trailing_white_space() {
  const Offset i = skip_blanks(pos_);
  if (i < size_ && text_[i] == '\n') pos_ = i + 1;
}

// handle_html_start_tag and handle_kramdown_html_tag.
void BlockParser::handle_html_tag(Offset begin, const HtmlTag& tag) {
  Element* element = make_html_element(state_, source_, begin, tag);
  element->flag = true;
  tree_->append(element);
  const std::string_view name = element->html->name;
  const HtmlElement kind = html_element(name);
  pos_ = tag.end;
  bool handle_body = !tag.closed && !kind.without_body;
  if (name == "script" || name == "style") {
    const std::size_t close = find_close_tag(text_, pos_, name);
    pos_ = close == std::string_view::npos ? size_
                                           : match_html_close_tag(text_, static_cast<Offset>(close))->end;
    handle_body = false;
  }
  if (block_list_ != nullptr) {
    element->list = block_list_;
    block_list_ = nullptr;
  }
  const bool in_raw = tree_->type == Type::html && tree_->raw_model;
  ContentModel model = !in_raw && state_.options.parse_block_html ? kind.model : ContentModel::raw;
  if (const auto wanted = take_markdown_attribute(*element))
    model = wanted->by_default ? kind.model : wanted->model;
  if (model == ContentModel::block) skip_trailing_white_space();
  element->raw_model = model == ContentModel::raw;
  if (!handle_body) return;
  if (html_depth_ + depth_ >= max_block_depth &&
      (model == ContentModel::block || html_depth_ >= max_raw_depth)) {
    // Too deep: the rest of the text is its content.
    pos_ = size_;
    return;
  }
  ++html_depth_;
  if (model == ContentModel::block) {
    parse_blocks(*element);
  } else if (model == ContentModel::span) {
    const std::size_t close = find_close_tag(text_, pos_, name);
    if (close != std::string_view::npos) {
      add_raw(*element, source_.slice(pos_, static_cast<Offset>(close)));
      pos_ = match_html_close_tag(text_, static_cast<Offset>(close))->end;
      element->html->inner_end = source_.to_source(static_cast<Offset>(close));
      element->html->end = source_.to_source(pos_);
    } else {
      add_raw(*element, source_.slice(pos_, size_));
      pos_ = size_;
    }
  } else {
    parse_raw_html(*element);
  }
  --html_depth_;
  if (!in_raw) skip_trailing_white_space();
}

void BlockParser::add_raw_text(Element& element, Offset begin, Offset end) {
  if (begin >= end) return;
  Element* child = state_.make(Type::text);
  child->text = source_.slice(begin, end);
  element.append(child);
}

void BlockParser::parse_raw_html(Element& element) {
  Element* const tree = tree_;
  tree_ = &element;
  const bool known = html_element(element.html->name).known;
  Offset text_begin = pos_;
  while (pos_ < size_) {
    const std::size_t found = text_.find('<', pos_);
    if (found == std::string_view::npos) {
      pos_ = size_;
      break;
    }
    const auto begin = static_cast<Offset>(found);
    if (text_.substr(begin, 4) == "<!--") {
      const std::size_t close = find_comment_end(begin + 4U);
      if (close != std::string_view::npos) {
        add_raw_text(element, text_begin, begin);
        element.append(state_.make(Type::comment));
        text_begin = pos_ = static_cast<Offset>(close) + 3;
        continue;
      }
    } else if (text_.substr(begin, 2) == "<?") {
      const std::size_t close =
          begin < no_instruction_from_ ? text_.find("?>", begin + 2U) : std::string_view::npos;
      if (close == std::string_view::npos) {
        no_instruction_from_ = std::min(no_instruction_from_, begin);
      } else {
        add_raw_text(element, text_begin, begin);
        element.append(state_.make(Type::comment));
        text_begin = pos_ = static_cast<Offset>(close) + 2;
        continue;
      }
    } else if (const auto tag = match_tag(begin)) {
      add_raw_text(element, text_begin, begin);
      handle_html_tag(begin, *tag);
      text_begin = pos_;
      continue;
    } else if (const auto close = match_html_close_tag(text_, begin)) {
      const std::string_view name = text_.substr(begin + 2, close->name_end - begin - 2);
      if (known ? downcase(name) == element.html->name : name == element.html->name) {
        add_raw_text(element, text_begin, begin);
        pos_ = close->end;
        element.html->inner_end = source_.to_source(begin);
        element.html->end = source_.to_source(pos_);
        tree_ = tree;
        return;
      }
      pos_ = close->end;
      continue;
    }
    pos_ = begin + 1;
  }
  add_raw_text(element, text_begin, pos_);
  tree_ = tree;
}

}  // namespace syntax::kramdown
