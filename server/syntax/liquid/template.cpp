#include "server/syntax/liquid/template.h"

#include <algorithm>
#include <limits>
#include <string>
#include <unordered_map>
#include <utility>

#include "server/syntax/liquid/tags.h"

// Sources: liquid/lib/liquid/{block,block_body,document}.rb.

namespace syntax::liquid {
namespace {

using Kind = Tag::Kind;

bool is_block(Kind kind) {
  switch (kind) {
    case Kind::capture:
    case Kind::if_:
    case Kind::unless:
    case Kind::case_:
    case Kind::for_:
    case Kind::tablerow:
    case Kind::ifchanged:
    case Kind::comment:
    case Kind::raw:
    case Kind::highlight:
      return true;
    default:
      return false;
  }
}

bool takes_branch(Kind block, Kind branch) {
  switch (branch) {
    case Kind::when:
      return block == Kind::case_;
    case Kind::elsif:
      return block == Kind::if_ || block == Kind::unless;
    default:
      return block == Kind::if_ || block == Kind::unless || block == Kind::case_ || block == Kind::for_;
  }
}

std::string quoted(std::string_view name) {
  return "`" + std::string(name) + "`";
}

class Structure {
 public:
  Structure(std::string_view text, const Markup& liquid) : text_(text), nodes_(liquid.nodes) {}

  Template build() {
    result_.elements.resize(nodes_.size());
    for (std::size_t i = 0; i < nodes_.size(); ++i) {
      const Node& node = nodes_[i];
      Element& element = result_.elements[i];
      element.tag = parse_node(text_, node, result_.problems);
      if (!node.closed) {
        element.tag.strict = false;
        report(node.range, node.kind == Node::Kind::output ? "`{{` is never closed: there is no `}}`."
                                                           : "`{%` is never closed: there is no `%}`.");
      }
      element.depth = static_cast<std::uint16_t>(
          std::min<std::size_t>(open_.size(), std::numeric_limits<std::uint16_t>::max()));
      if (node.closed) {
        place(static_cast<std::int32_t>(i));
      }
    }
    while (!open_.empty()) {
      pop_unclosed();
    }
    std::stable_sort(result_.problems.begin(), result_.problems.end(),
                     [](const Problem& a, const Problem& b) { return a.range.begin < b.range.begin; });
    return std::move(result_);
  }

 private:
  struct Open {
    std::int32_t opener;
    std::int32_t last;  // the newest branch
    bool sure;          // a block of Liquid or Jekyll; else a tag that may be one
  };

  [[nodiscard]] Element& at(std::int32_t index) { return result_.elements[static_cast<std::size_t>(index)]; }
  [[nodiscard]] std::string_view name(std::int32_t index) const {
    return text::slice(text_, nodes_[static_cast<std::size_t>(index)].name);
  }

  void report(text::Range range, std::string message) {
    result_.problems.push_back({range, std::move(message), true});
  }

  void place(std::int32_t index) {
    Element& element = at(index);
    switch (element.tag.kind) {
      case Kind::else_:
      case Kind::elsif:
      case Kind::when:
        place_branch(index, element.tag.kind);
        break;
      case Kind::end:
        place_end(index);
        break;
      case Kind::other:
        push(index, false);
        break;
      default:
        if (is_block(element.tag.kind)) {
          push(index, true);
        }
        break;
    }
  }

  void push(std::int32_t index, bool sure) {
    open_.push_back({index, index, sure});
    ++count_[name(index)];
    if (sure) {
      sure_.push_back(open_.size() - 1);
    }
  }

  Open pop() {
    const Open top = open_.back();
    open_.pop_back();
    --count_[name(top.opener)];
    if (top.sure) {
      sure_.pop_back();
    }
    return top;
  }

  void pop_unclosed() {
    const Open top = pop();
    if (top.sure) {
      const Node& node = nodes_[static_cast<std::size_t>(top.opener)];
      report(node.range, quoted(name(top.opener)) + " is never closed: there is no `{% end" +
                             std::string(name(top.opener)) + " %}`.");
      unlink(top.opener);
    }
  }

  // The branches of a block without an end are lone tags.
  void unlink(std::int32_t index) {
    while (index >= 0) {
      const std::int32_t next = at(index).next;
      at(index).next = -1;
      at(index).opener = -1;
      index = next;
    }
  }

  void place_branch(std::int32_t index, Kind kind) {
    const Node& node = nodes_[static_cast<std::size_t>(index)];
    if (sure_.empty() || !takes_branch(at(open_[sure_.back()].opener).tag.kind, kind)) {
      const std::string_view where = kind == Kind::when    ? "`case`"
                                     : kind == Kind::elsif ? "`if` and `unless`"
                                                           : "`if`, `unless`, `case` and `for`";
      const bool plugin = kind == Kind::else_ && sure_.size() < open_.size();
      if (!plugin) {
        report(node.range, quoted(name(index)) + " stands outside of " + std::string(where) + ".");
      }
      return;
    }
    while (open_.size() - 1 > sure_.back()) {
      pop();
    }
    Open& block = open_.back();
    at(block.last).next = index;
    at(index).opener = block.opener;
    at(index).depth = at(block.opener).depth;
    block.last = index;
  }

  void place_end(std::int32_t index) {
    const Node& node = nodes_[static_cast<std::size_t>(index)];
    const std::string_view block = text::slice(text_, at(index).tag.target);
    const auto found = count_.find(block);
    if (found == count_.end() || found->second == 0) {
      report(node.range,
             quoted(name(index)) + " closes nothing: there is no open `{% " + std::string(block) + " %}`.");
      return;
    }
    while (name(open_.back().opener) != block) {
      pop_unclosed();
    }
    const Open opened = pop();
    at(opened.last).next = index;
    at(index).opener = opened.opener;
    at(index).depth = at(opened.opener).depth;
  }

  std::string_view text_;
  const std::vector<Node>& nodes_;
  Template result_;
  std::vector<Open> open_;
  std::vector<std::size_t> sure_;  // the sure ones in open_
  std::unordered_map<std::string_view, int> count_;
};

}  // namespace

Template parse_template(std::string_view text, const Markup& liquid) {
  return Structure(text, liquid).build();
}

bool is_block(std::string_view name) {
  for (const std::string_view block :
       {"capture", "if", "unless", "case", "for", "tablerow", "ifchanged", "comment", "raw", "highlight"}) {
    if (block == name) {
      return true;
    }
  }
  return false;
}

}  // namespace syntax::liquid
