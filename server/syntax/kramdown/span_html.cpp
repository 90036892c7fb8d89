// HTML inside paragraphs (lib/kramdown/parser/kramdown/html.rb) and span extensions (extensions.rb).
#include "server/syntax/kramdown/chars.h"
#include "server/syntax/kramdown/html_attributes.h"
#include "server/syntax/kramdown/span_parser.h"

namespace syntax::kramdown {

bool SpanParser::parse_span_html() {
  const Offset begin = pos_;
  if (text_.substr(begin, 4) == "<!--") {
    const std::size_t close = comment_end_.find(text_, begin + 4U);
    if (close == std::string_view::npos) return false;
    Element* comment = state_.make(Type::comment);
    pos_ = static_cast<Offset>(close) + 3;
    comment->text = source_.slice(begin, pos_);
    tree_->append(comment);
    return true;
  }
  if (const auto close = match_html_close_tag(text_, begin)) {
    pos_ = close->end;
    add_text(begin, pos_);
    return true;
  }
  const auto tag = exhausted() ? std::nullopt : match_html_tag(text_, begin, work_);
  if (!tag) {
    // HTML_SPAN_START has matched, so no later parser sees the character.
    if (at(begin + 1) != '/' && scan_html_name(text_, begin + 1) == begin + 1) return false;
    add_text(begin, begin + 1);
    pos_ = begin + 1;
    return true;
  }
  Element* element = make_html_element(state_, source_, begin, *tag);
  const HtmlElement kind = html_element(element->html->name);
  pos_ = tag->end;
  if (kind.block) {
    add_text(begin, pos_);
    return true;
  }
  join_attribute_lines(state_, *element);
  const bool in_raw = tree_->raw_model;
  const bool may_parse = kind.model != ContentModel::raw;
  bool parse = may_parse && !in_raw && state_.options.parse_span_html;
  if (const auto wanted = take_markdown_attribute(*element)) {
    if (wanted->by_default) {
      parse = may_parse;
    } else if (wanted->model != ContentModel::block) {
      parse = wanted->model == ContentModel::span;
    }
  }
  element->raw_model = !parse;
  notable_ = true;
  tree_->append(element);
  if (tag->closed || kind.without_body || depth_ >= max_span_depth) return true;
  Stop stop;
  stop.kind = Stop::Kind::tag;
  stop.name = element->html->name;
  stop.ignore_case = kind.known;
  if (parse_spans(*element, stop, parse ? SpanParsers::all : SpanParsers::html)) {
    pos_ = match_html_close_tag(text_, pos_)->end;
    return true;
  }
  Element* const tree = tree_;
  tree_ = element;
  add_text(pos_, size_);
  tree_ = tree;
  pos_ = size_;
  return true;
}

void SpanParser::parse_span_extensions() {
  const Offset begin = pos_;
  const auto keep_brace = [&] {
    add_text(begin, begin + 1);
    pos_ = begin + 1;
  };
  if (at(begin + 2) == '/') {
    // EXT_STOP: `{:/}` or `{:/name}` closes nothing here.
    const Offset name_end = scan_id_name(text_, begin + 3);
    if (at(name_end) == '}') return keep_brace();
  }
  if (const auto extension = match_extension(text_, begin, braces_, Behind::anything)) {
    const bool is_comment = extension->name == "comment";
    const bool is_raw = extension->name == "nomarkdown";
    const bool is_options = extension->name == "options";
    if (!is_comment && !is_raw && !is_options) return keep_brace();
    Offset end = extension->end;
    Offset body_end = end;
    if (!extension->closed) {
      std::optional<Offset> behind;
      std::size_t stop = extension_stop_.find(text_, end);
      while (stop != std::string_view::npos) {
        behind = match_extension_stop(text_, static_cast<Offset>(stop), extension->name);
        if (behind) break;
        stop = extension_stop_.find(text_, stop + 3);
      }
      if (!behind) return keep_brace();
      body_end = static_cast<Offset>(stop);
      end = *behind;
    }
    if (is_options) {
      AttributeList options;
      parse_attribute_list(state_, source_.slice(extension->content_begin, extension->content_end), options);
      apply_options(state_, options);
    } else if (!extension->closed) {
      Element* element = state_.make(is_comment ? Type::comment : Type::raw);
      element->text = source_.slice(extension->end, body_end);
      tree_->append(element);
    }
    pos_ = end;
    return;
  }
  const auto match = match_list(text_, begin, braces_, Behind::anything);
  if (!match || tree_->last == nullptr || tree_->last->type == Type::text) return keep_brace();
  AttributeList list;
  parse_attribute_list(state_, source_.slice(match->content_begin, match->content_end), list);
  apply_attributes(state_, *tree_->last, list);
  notable_ = true;
  pos_ = match->end;
}

}  // namespace syntax::kramdown
