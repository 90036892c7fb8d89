#include "server/syntax/yaml/libyaml.h"

#include <algorithm>
#include <utility>
#include <yaml.h>

#include "server/syntax/yaml/source.h"

namespace syntax::yaml {
namespace {

constexpr int max_depth = 200;

// libyaml's parser and its current event; both are freed whatever happens.
class Events {
 public:
  explicit Events(std::string_view text) {
    // Only a lack of memory makes this fail; every later call then reports an error too.
    ready_ = yaml_parser_initialize(&parser_) != 0;
    if (ready_) {
      // Psych sets the encoding, so that no other one is guessed from the first bytes.
      yaml_parser_set_encoding(&parser_, YAML_UTF8_ENCODING);
      const void* bytes = text.data();
      yaml_parser_set_input_string(&parser_, static_cast<const unsigned char*>(bytes), text.size());
    }
  }
  Events(const Events&) = delete;
  Events& operator=(const Events&) = delete;
  ~Events() {
    drop_event();
    if (ready_) {
      yaml_parser_delete(&parser_);
    }
  }

  // The next event becomes current; false when libyaml refuses the text.
  bool advance() {
    drop_event();
    has_event_ = ready_ && yaml_parser_parse(&parser_, &event_) != 0;
    return has_event_;
  }

  [[nodiscard]] const yaml_event_t& event() const { return event_; }
  [[nodiscard]] const yaml_parser_t& parser() const { return parser_; }
  [[nodiscard]] bool ready() const { return ready_; }

 private:
  void drop_event() {
    if (has_event_) {
      yaml_event_delete(&event_);
      has_event_ = false;
    }
  }

  yaml_parser_t parser_{};
  yaml_event_t event_{};
  bool ready_ = false;
  bool has_event_ = false;
};

std::string to_text(const yaml_char_t* begin, std::size_t size) {
  const void* bytes = begin;
  return {static_cast<const char*>(bytes), size};
}

void set_name(std::string& name, const yaml_char_t* c_string) {
  if (c_string != nullptr) {
    const void* bytes = c_string;
    name = static_cast<const char*>(bytes);
  }
}

void set_tag(std::string& tag, const yaml_char_t* c_string) {
  set_name(tag, c_string);
  constexpr std::string_view core = "tag:yaml.org,2002:";
  if (tag.starts_with(core)) {
    tag.replace(0, core.size(), "!!");
  }
}

Node::Style style_of(yaml_scalar_style_t style) {
  switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
      return Node::Style::single_quoted;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
      return Node::Style::double_quoted;
    case YAML_LITERAL_SCALAR_STYLE:
      return Node::Style::literal;
    case YAML_FOLDED_SCALAR_STYLE:
      return Node::Style::folded;
    case YAML_ANY_SCALAR_STYLE:
    case YAML_PLAIN_SCALAR_STYLE:
      break;
  }
  return Node::Style::plain;
}

class TreeBuilder {
 public:
  TreeBuilder(std::string_view text, text::Offset base, std::size_t& node_budget)
      : source_(text, base), events_(text), node_budget_(node_budget) {}

  // Reads the first document into `root`, as Psych.parse does; what follows is not looked at.
  bool build(Node& root) {
    while (true) {
      if (!events_.advance()) {
        return refuse();
      }
      switch (events_.event().type) {
        case YAML_STREAM_START_EVENT:
        case YAML_DOCUMENT_START_EVENT:
          break;
        case YAML_STREAM_END_EVENT:
          // An empty text; the end of a document has been seen otherwise.
          root.range = source_.in_document({0, 0});
          return true;
        case YAML_DOCUMENT_END_EVENT:
          return true;
        default:
          if (!read_node(root, 0)) {
            return false;
          }
      }
    }
  }

  [[nodiscard]] Problem take_problem() { return std::move(problem_); }

 private:
  // Reads the node that the current event opens.
  bool read_node(Node& node, int depth) {
    const yaml_event_t& event = events_.event();
    const text::Offset begin = source_.offset(event.start_mark.index);
    const text::Offset end = source_.offset(event.end_mark.index);
    if (node_budget_ == 0 || depth > max_depth) {
      problem_ = {source_.problem_range(begin), node_budget_ == 0 ? "too many values" : "nested too deeply"};
      return false;
    }
    --node_budget_;

    switch (event.type) {
      case YAML_ALIAS_EVENT:
        node.kind = Node::Kind::alias;
        set_name(node.value, event.data.alias.anchor);
        node.range = source_.in_document({begin, end});
        return true;
      case YAML_SEQUENCE_START_EVENT:
        set_name(node.anchor, event.data.sequence_start.anchor);
        set_tag(node.tag, event.data.sequence_start.tag);
        node.kind = Node::Kind::sequence;
        return read_collection(node, begin, event.data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE,
                               depth);
      case YAML_MAPPING_START_EVENT:
        set_name(node.anchor, event.data.mapping_start.anchor);
        set_tag(node.tag, event.data.mapping_start.tag);
        node.kind = Node::Kind::mapping;
        return read_collection(node, begin, event.data.mapping_start.style == YAML_FLOW_MAPPING_STYLE, depth);
      default:
        read_scalar(node, begin, end);
        return true;
    }
  }

  void read_scalar(Node& node, text::Offset begin, text::Offset end) {
    const auto& scalar = events_.event().data.scalar;
    node.style = style_of(scalar.style);
    node.value = to_text(scalar.value, scalar.length);
    set_name(node.anchor, scalar.anchor);
    set_tag(node.tag, scalar.tag);
    if (node.style != Node::Style::plain && scalar.tag == nullptr && scalar.quoted_implicit == 0) {
      node.tag = "!";  // libyaml swallows this tag, and with it the quotes' meaning for Psych.
    }
    begin = source_.skip_properties(begin, end);
    if (begin == end) {
      begin = end = source_.trim_end(0, end);
    } else if (node.style == Node::Style::literal || node.style == Node::Style::folded) {
      end = source_.trim_end(begin, end);
    }
    node.range = source_.in_document({begin, end});
  }

  bool read_collection(Node& node, text::Offset begin, bool flow, int depth) {
    node.style = flow ? Node::Style::flow : Node::Style::block;
    const int properties = (node.anchor.empty() ? 0 : 1) + (node.tag.empty() ? 0 : 1);
    begin = source_.skip_properties(begin, source_.size(), properties);
    // A block collection's end mark is the next token's start: its last child tells more.
    text::Offset end = begin;
    const bool is_mapping = node.kind == Node::Kind::mapping;
    // Nodes are large, and a front matter has some eight entries: so they seldom move.
    if (is_mapping && depth == 0) node.entries.reserve(8);
    while (true) {
      if (!events_.advance()) {
        return refuse();
      }
      const yaml_event_type_t type = events_.event().type;
      if (type == YAML_SEQUENCE_END_EVENT || type == YAML_MAPPING_END_EVENT) {
        break;
      }
      text::Range last;
      if (is_mapping) {
        Entry& entry = node.entries.emplace_back();
        if (!read_node(entry.key, depth + 1)) {
          return false;
        }
        if (!events_.advance()) {
          return refuse();
        }
        if (!read_node(entry.value, depth + 1)) {
          return false;
        }
        last = entry.value.range;
      } else {
        Node& item = node.items.emplace_back();
        if (!read_node(item, depth + 1)) {
          return false;
        }
        last = item.range;
      }
      end = std::max(end, source_.in_text(last.end));
    }
    if (flow) {
      end = source_.offset(events_.event().end_mark.index);
    }
    node.range = source_.in_document({begin, std::max(begin, end)});
    return true;
  }

  bool refuse() {
    const yaml_parser_t& parser = events_.parser();
    text::Offset place = 0;
    if (events_.ready() && parser.error == YAML_READER_ERROR) {
      place = static_cast<text::Offset>(parser.problem_offset);  // The reader counts bytes.
    } else if (events_.ready()) {
      place = source_.offset(parser.problem_mark.index);
    }
    problem_ = {source_.problem_range(place), parser.problem != nullptr ? parser.problem : "unreadable text"};
    return false;
  }

  Source source_;
  Events events_;
  std::size_t& node_budget_;
  Problem problem_;
};

}  // namespace

bool parse_document(std::string_view text, text::Offset base, std::size_t& node_budget, Node& root,
                    Problem& problem) {
  TreeBuilder builder(text, base, node_budget);
  if (builder.build(root)) {
    return true;
  }
  problem = builder.take_problem();
  return false;
}

}  // namespace syntax::yaml
