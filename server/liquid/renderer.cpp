#include "server/liquid/renderer.h"

#include <algorithm>
#include <array>
#include <utility>

#include "server/text/ascii.h"

// Sources: liquid/lib/liquid/{block_body,block,context}.rb.

namespace liquid {

using syntax::liquid::Element;
using syntax::liquid::Tag;
using Kind = Tag::Kind;

namespace {

// Tags of plugins that print an element without an id, words, or nothing.
bool prints_no_blocks(std::string_view name) {
  constexpr std::array<std::string_view, 9> quiet = {
      "avatar", "feed_meta", "gist", "github_edit_link", "inline_svg", "octicon", "seo", "youtube", "vimeo"};
  return std::find(quiet.begin(), quiet.end(), name) != quiet.end();
}

}  // namespace

Rendering Renderer::run(text::Offset begin) {
  Rendering result;
  const std::vector<syntax::liquid::Node>& nodes = source_->liquid->nodes;
  const auto first =
      std::partition_point(nodes.begin(), nodes.end(),
                           [begin](const syntax::liquid::Node& node) { return node.range.begin < begin; });
  const auto end = static_cast<text::Offset>(source_->text.size());
  output_->text().reserve(source_->text.size() + 256);
  run_range(static_cast<Index>(first - nodes.begin()), static_cast<Index>(nodes.size()), begin, end);
  result.complete = !stopped_;
  result.unknown_blocks = unknown_blocks_;
  result.text = std::move(output_->text());
  result.map.segments = std::move(output_->segments());
  result.map.files = std::move(files_);
  result.map.size = static_cast<text::Offset>(result.text.size());
  result.map.whole = {begin, end};
  return result;
}

void Renderer::run_range(Index first, Index last, text::Offset begin, text::Offset end) {
  bool cut = first > 0 && begin == node(first - 1).range.end && cuts_behind(first - 1);
  Index i = first;
  while (i < last && !over()) {
    write_text(begin, node(i).range.begin, cut, cuts_before(i));
    cut = cuts_behind(i);
    const Index next = run_node(i);
    begin = node(next - 1).range.end;
    if (next - 1 > i && element_at(i).tag.kind != Kind::raw) {
      cut = cuts_behind(next - 1);
    }
    i = next;
  }
  if (!over()) {
    const bool cut_end = static_cast<std::size_t>(last) < source_->liquid->nodes.size() &&
                         end == node(last).range.begin && cuts_before(last);
    write_text(begin, end, cut, cut_end);
  }
}

void Renderer::write_text(text::Offset begin, text::Offset end, bool cut_front, bool cut_back) {
  if (dropping_blanks_ > 0) {
    return;
  }
  while (cut_front && begin < end && text::is_space(source_->text[begin])) {
    ++begin;
  }
  while (cut_back && begin < end && text::is_space(source_->text[end - 1])) {
    --end;
  }
  if (begin < end) {
    output_->copy(source_->text.substr(begin, end - begin), begin, place_, maybe());
    note_size(end - begin);
  }
}

void Renderer::note_size(std::size_t bytes) {
  written_ += bytes;
  stopped_ = stopped_ || written_ > max_output;
  if (maybe_ > capture_maybe_) {
    output_->mark_unknown();
  }
}

void Renderer::write_value(text::Range range, const Value& value) {
  scratch_.clear();
  if (!append_output(value, scratch_)) {
    write_unknown(range);
    return;
  }
  output_->evaluated(scratch_, range, place_, maybe());
  note_size(scratch_.size());
}

void Renderer::write_unknown(text::Range range) {
  output_->unknown(text::slice(source_->liquid->masked, range), range, place_, maybe());
  note_size(range.size());
}

void Renderer::write_unknown_block(text::Range range) {
  write_unknown(range);
  unknown_blocks_ = unknown_blocks_ || output_ == &main_;
}

void Renderer::write_output(Index i) {
  const Tag& tag = element_at(i).tag;
  const text::Range range = node(i).range;
  const Value value = tag.strict ? evaluator().value(tag.value) : Value();
  scratch_.clear();
  if (append_output(value, scratch_)) {
    output_->evaluated(scratch_, range, place_, maybe());
    note_size(scratch_.size());
  } else if (stands_alone(source_->text, range)) {
    write_unknown_block(range);
  } else {
    write_unknown(range);
  }
}

Index Renderer::run_node(Index i) {
  if (++nodes_ > max_nodes) {
    stopped_ = true;
  }
  const Element& element = element_at(i);
  const Tag& tag = element.tag;
  switch (tag.kind) {
    case Kind::output:
      write_output(i);
      break;
    case Kind::assign:
      scope_.assign(slice(tag.target), tag.strict && unsure_ == 0 ? evaluator().value(tag.value) : Value());
      break;
    case Kind::increment:
      scope_.count(slice(tag.target));
      write_unknown(node(i).range);
      break;
    case Kind::cycle:
      run_cycle(i);
      break;
    case Kind::break_:
      interrupt(Interrupt::break_);
      break;
    case Kind::continue_:
      interrupt(Interrupt::continue_);
      break;
    case Kind::include:
    case Kind::include_relative:
      run_include(i);
      break;
    case Kind::link:
      run_link(i, environment_.link);
      break;
    case Kind::post_url:
      run_link(i, environment_.post_url);
      break;
    // Ends and branches of blocks that were run do not come here.
    case Kind::end:
    case Kind::else_:
    case Kind::elsif:
    case Kind::when:
      write_unknown(node(i).range);
      break;
    default:
      if (element.next >= 0 && depth_ < max_depth && element.depth < max_depth) {
        ++depth_;
        const Index after = run_block(i);
        --depth_;
        return after;
      }
      if (element.next < 0 && tag.kind == Kind::other && prints_no_blocks(slice(node(i).name))) {
        write_unknown(node(i).range);
      } else {
        write_unknown_block(node(i).range);
      }
      break;
  }
  return i + 1;
}

Rendering render(const Source& source, text::Offset begin, const Environment& environment) {
  return Renderer(source, environment).run(begin);
}

}  // namespace liquid
