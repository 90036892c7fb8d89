#include "server/syntax/liquid/markup.h"

#include <algorithm>
#include <array>
#include <utility>

#include "server/text/ascii.h"

// Sources: Liquid's TemplateParser (lib/liquid.rb), FullToken and ContentOfVariable (block_body.rb),
// tags/raw.rb and tags/comment.rb; Jekyll's tags/highlight.rb. Where Liquid would take a tag that is being
// typed together with everything up to the next tag's end, the tag is cut at its line instead: Liquid refuses
// such a text anyway.

namespace syntax::liquid {
namespace {

using text::is_ascii_word;
using text::is_space;

constexpr std::size_t npos = std::string_view::npos;

// Ruby's `\s` and `\w`.

text::Range make_range(std::size_t begin, std::size_t end) {
  return {static_cast<text::Offset>(begin), static_cast<text::Offset>(end)};
}

// A piece of the text that is masked. Tags that fill their lines become blanks, others letters.
struct Piece {
  enum class Kind : std::uint8_t { output, tag, block };
  Kind kind = Kind::output;
  text::Range range;
};

// A search from left to right whose last answer is kept, so that asking from every place costs one pass in
// all.
class ForwardSearch {
 public:
  ForwardSearch(std::string_view text, std::string_view wanted) : text_(text), wanted_(wanted) {}

  std::size_t from(std::size_t place) {
    if (!searched_ || (found_ != npos && found_ < place)) {
      found_ = wanted_.size() == 1 ? text_.find(wanted_[0], place) : text_.find(wanted_, place);
      searched_ = true;
    }
    return found_;
  }

 private:
  std::string_view text_;
  std::string_view wanted_;
  std::size_t found_ = npos;
  bool searched_ = false;
};

class Scanner {
 public:
  Scanner(std::string_view text, std::size_t begin)
      : text_(text), begin_(begin), tag_end_(text, "%}"), brace_(text, "}"), endraw_(text, "endraw") {}

  Markup scan() {
    std::size_t at = begin_;
    while ((at = next_opener(at, text_.size())) != npos) {
      at = text_[at + 1] == '%' ? read_tag(at) : read_output(at);
    }
    if (!pieces_.empty()) {
      mask();
    }
    return std::move(result_);
  }

 private:
  enum class Block : std::uint8_t { comment, highlight };
  struct OpenBlock {
    Block block;
    std::size_t piece;  // of the opening tag
    std::size_t node;
  };

  // The next `{{` or `{%` that begins before `limit`.
  [[nodiscard]] std::size_t next_opener(std::size_t at, std::size_t limit) const {
    while (at < limit && (at = text_.substr(0, limit).find('{', at)) != npos) {
      if (at + 1 < text_.size() && (text_[at + 1] == '%' || text_[at + 1] == '{')) {
        return at;
      }
      ++at;
    }
    return npos;
  }

  // Does another `opener` stand on a later line before `end`?
  [[nodiscard]] bool runs_into_another(std::size_t begin, std::size_t end, bool tags_only) const {
    const std::size_t newline = text_.substr(0, end).find('\n', begin);
    if (newline == npos) {
      return false;
    }
    std::size_t opener = next_opener(newline, end);
    while (opener != npos && tags_only && text_[opener + 1] != '%') {
      opener = next_opener(opener + 1, end);
    }
    return opener != npos;
  }

  std::size_t read_output(std::size_t begin) {
    const std::size_t brace = brace_.from(begin + 2);
    const bool closed = brace != npos && brace + 1 < text_.size() && text_[brace + 1] == '}' &&
                        !runs_into_another(begin + 2, brace, false);
    Node node;
    node.kind = Node::Kind::output;
    node.closed = closed;
    const std::size_t end = closed ? brace + 2 : line_end(begin);
    node.range = make_range(begin, end);
    node.markup = inside(begin + 2, closed ? brace : end);
    result_.nodes.push_back(node);
    pieces_.push_back({Piece::Kind::output, node.range});
    return end;
  }

  std::size_t read_tag(std::size_t begin) {
    const std::size_t found = tag_end_.from(begin + 2);
    const bool closed = found != npos && !runs_into_another(begin + 2, found, true);
    const std::size_t end = closed ? found + 2 : line_end(begin);
    Node node = tag_node(begin, closed ? found : end);
    node.closed = closed;
    node.range = make_range(begin, end);
    result_.nodes.push_back(node);
    pieces_.push_back({closed ? Piece::Kind::tag : Piece::Kind::output, node.range});
    return closed ? apply_block_tag(node) : end;
  }

  // Name and markup of a tag whose inside ends at `inner_end`.
  [[nodiscard]] Node tag_node(std::size_t begin, std::size_t inner_end) const {
    Node node;
    node.kind = Node::Kind::tag;
    const text::Range all = inside(begin + 2, inner_end);
    std::size_t name = all.begin;
    if (name < all.end && text_[name] == '#') {
      ++name;
    } else {
      while (name < all.end && is_ascii_word(text_[name])) {
        ++name;
      }
    }
    node.name = make_range(all.begin, name);
    while (name < all.end && is_space(text_[name])) {
      ++name;
    }
    node.markup = make_range(name, all.end);
    return node;
  }

  // Without a dash at either end (whitespace control) and without blanks.
  [[nodiscard]] text::Range inside(std::size_t begin, std::size_t end) const {
    if (begin < end && text_[begin] == '-') {
      ++begin;
    }
    if (begin < end && text_[end - 1] == '-') {
      --end;
    }
    while (begin < end && is_space(text_[begin])) {
      ++begin;
    }
    while (begin < end && is_space(text_[end - 1])) {
      --end;
    }
    return make_range(begin, end);
  }

  [[nodiscard]] std::size_t line_end(std::size_t at) const {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    return end > at && text_[end - 1] == '\r' ? end - 1 : end;
  }

  // What a tag means for the text behind it; gives the place to go on from.
  std::size_t apply_block_tag(const Node& tag) {
    const std::string_view name = text::slice(text_, tag.name);
    if (name == "raw") {
      return skip_raw(tag.range.end);
    }
    if (name == "comment") {
      open(Block::comment);
    } else if (name == "highlight") {
      open(Block::highlight);
    } else if (name == "endcomment") {
      close(Block::comment);
    } else if (name == "endhighlight") {
      close(Block::highlight);
    }
    return tag.range.end;
  }

  void open(Block block) {
    open_.push_back({block, pieces_.size() - 1, result_.nodes.size() - 1});
    ++open_count_[static_cast<std::size_t>(block)];
  }

  // The block's pieces become one. A block that is never closed stays a lone tag.
  void close(Block block) {
    if (open_count_[static_cast<std::size_t>(block)] == 0) {
      return;
    }
    OpenBlock opened{};
    do {
      opened = open_.back();
      open_.pop_back();
      --open_count_[static_cast<std::size_t>(opened.block)];
    } while (opened.block != block);
    const text::Offset end = pieces_.back().range.end;
    pieces_.resize(opened.piece + 1);
    pieces_.back() = {Piece::Kind::block, {pieces_.back().range.begin, end}};
    if (block == Block::comment) {
      std::vector<Node>& nodes = result_.nodes;
      nodes.erase(nodes.begin() + static_cast<std::ptrdiff_t>(opened.node) + 1, nodes.end() - 1);
    }
  }

  // Behind `{% raw %}`: to the end of the `{% endraw %}`, if there is one.
  std::size_t skip_raw(std::size_t at) {
    for (std::size_t from = at; (from = endraw_.from(from)) != npos; from += 6) {
      std::size_t begin = from;
      while (begin > at && is_space(text_[begin - 1])) {
        --begin;
      }
      if (begin > at && text_[begin - 1] == '-') {
        --begin;
      }
      const bool opened = begin >= at + 2 && text_[begin - 1] == '%' && text_[begin - 2] == '{';
      const bool whole_word = from + 6 == text_.size() || !is_ascii_word(text_[from + 6]);
      if (!opened || !whole_word) {
        continue;
      }
      // A copy asks: without an end here there is none behind it either, but there may be one before it.
      ForwardSearch tag_end = tag_end_;
      const std::size_t end = tag_end.from(from + 6);
      if (end == npos) {
        break;
      }
      tag_end_ = tag_end;
      Node node = tag_node(begin - 2, end);
      node.range = make_range(begin - 2, end + 2);
      result_.nodes.push_back(node);
      pieces_.push_back({Piece::Kind::tag, node.range});
      return node.range.end;
    }
    return at;
  }

  void mask() {
    result_.masked.assign(text_);
    std::size_t first = 0;
    while (first < pieces_.size()) {
      std::size_t last = first;
      bool only_tags = pieces_[first].kind != Piece::Kind::output;
      while (last + 1 < pieces_.size() &&
             only_blanks(pieces_[last].range.end, pieces_[last + 1].range.begin)) {
        ++last;
        only_tags = only_tags && pieces_[last].kind != Piece::Kind::output;
      }
      const bool alone =
          only_tags && begins_line(pieces_[first].range.begin) && ends_line(pieces_[last].range.end);
      for (; first <= last; ++first) {
        fill(pieces_[first].range, alone || pieces_[first].kind == Piece::Kind::block ? ' ' : 'x');
      }
    }
  }

  [[nodiscard]] bool only_blanks(std::size_t begin, std::size_t end) const {
    return std::all_of(text_.begin() + static_cast<std::ptrdiff_t>(begin),
                       text_.begin() + static_cast<std::ptrdiff_t>(end), text::is_blank);
  }

  [[nodiscard]] bool begins_line(std::size_t at) const {
    while (at > begin_ && text::is_blank(text_[at - 1])) {
      --at;
    }
    return at == begin_ || text_[at - 1] == '\n' || text_[at - 1] == '\r';
  }

  [[nodiscard]] bool ends_line(std::size_t at) const {
    while (at < text_.size() && text::is_blank(text_[at])) {
      ++at;
    }
    return at == text_.size() || text_[at] == '\n' || text_[at] == '\r';
  }

  void fill(text::Range range, char with) {
    for (std::size_t at = range.begin; at < range.end; ++at) {
      char& c = result_.masked[at];
      if (c != '\n' && c != '\r') {
        c = with;
      }
    }
    if (!result_.masks.empty() && result_.masks.back().end == range.begin) {
      result_.masks.back().end = range.end;
    } else {
      result_.masks.push_back(range);
    }
  }

  std::string_view text_;
  std::size_t begin_;
  ForwardSearch tag_end_;
  ForwardSearch brace_;
  ForwardSearch endraw_;
  std::vector<Piece> pieces_;
  std::vector<OpenBlock> open_;
  std::array<std::size_t, 2> open_count_{};
  Markup result_;
};

}  // namespace

Markup parse_markup(std::string_view text, text::Offset begin) {
  return Scanner(text, std::min<std::size_t>(begin, text.size())).scan();
}

bool overlaps_mask(const std::vector<text::Range>& masks, text::Range range) {
  const auto first = std::partition_point(masks.begin(), masks.end(),
                                          [range](text::Range mask) { return mask.end <= range.begin; });
  return first != masks.end() && first->overlaps(range);
}

}  // namespace syntax::liquid
