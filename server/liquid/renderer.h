// The machine behind render.h: walks over a text's nodes, keeps the variables, writes the output. Its
// parts are in renderer.cpp (text and nodes), blocks.cpp (conditions), loops.cpp and
// includes.cpp. Not for use outside of them.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "server/liquid/evaluate.h"
#include "server/liquid/output.h"
#include "server/liquid/render.h"
#include "server/liquid/scope.h"

namespace liquid {

using Index = std::int32_t;

constexpr std::size_t max_output = 8U << 20U;
constexpr std::size_t max_nodes = 100'000;
constexpr std::size_t max_rounds = 1'000;
constexpr int max_depth = 100;

class Renderer {
 public:
  Renderer(const Source& source, const Environment& environment)
      : environment_(environment), source_(&source) {}

  Rendering run(text::Offset begin);

 private:
  enum class Interrupt : std::uint8_t { none, break_, continue_ };
  struct Loop {
    int maybe;            // at its start
    bool unsure = false;  // a `break` or `continue` that may have happened
    const Source* source = nullptr;
    Index opener = -1;
  };

  [[nodiscard]] const syntax::liquid::Node& node(Index i) const {
    return source_->liquid->nodes[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] const syntax::liquid::Element& element_at(Index i) const {
    return source_->tree.elements[static_cast<std::size_t>(i)];
  }
  [[nodiscard]] std::string_view slice(text::Range range) const { return text::slice(source_->text, range); }
  [[nodiscard]] Evaluator evaluator() const { return {environment_, scope_, source_->text, nodes_}; }
  [[nodiscard]] bool maybe() const { return maybe_ > 0; }

  // `-%}` and `{%-`: Liquid cuts the blanks of the text beside them. (`raw`'s end has no such power.)
  [[nodiscard]] bool cuts_behind(Index i) const {
    const text::Range range = node(i).range;
    return range.size() > 4 && source_->text[range.end - 3] == '-';
  }
  [[nodiscard]] bool cuts_before(Index i) const {
    const text::Range range = node(i).range;
    return range.size() > 4 && source_->text[range.begin + 2] == '-';
  }

  // Nodes [first, last) and the text from `begin` to `end` around them.
  void run_range(Index first, Index last, text::Offset begin, text::Offset end);
  [[nodiscard]] bool over() const { return stopped_ || interrupt_ != Interrupt::none; }

  void write_text(text::Offset begin, text::Offset end, bool cut_front, bool cut_back);
  void note_size(std::size_t bytes);
  void write_value(text::Range range, const Value& value);
  void write_output(Index i);
  void write_unknown(text::Range range);
  // The same of what may be more than a few words: an include, a plugin's tag, an output on a line of its
  // own.
  void write_unknown_block(text::Range range);
  // Gives the index of the first node behind the node and its block.
  Index run_node(Index i);
  [[nodiscard]] Index end_of(Index opener) const {
    Index i = opener;
    while (element_at(i).next >= 0) {
      i = element_at(i).next;
    }
    return i;
  }

  void run_body(Index from);
  Index run_block(Index i);
  template <typename Function>
  void redirect(Output& output, Function function) {
    Output* const outer = std::exchange(output_, &output);
    const int outer_maybe = std::exchange(capture_maybe_, maybe_);
    const int outer_dropping = std::exchange(dropping_blanks_, 0);
    function();
    output_ = outer;
    capture_maybe_ = outer_maybe;
    dropping_blanks_ = outer_dropping;
  }

  void run_capture(Index i);
  // The body behind `i`, of which nobody knows whether it is run; what it sets is unknown afterwards.
  void run_maybe(Index i);
  void run_trial(Index i, std::vector<std::string>& names);
  void forget(const std::vector<std::string>& names);
  void run_if(Index i);
  // Every `when` that fits is run, `else` if none did.
  void run_case(Index i);
  [[nodiscard]] const syntax::liquid::Expression* argument(const syntax::liquid::Tag& tag,
                                                           std::string_view name) const;
  // nullopt: unknown.
  [[nodiscard]] std::optional<Array> rounds(const syntax::liquid::Tag& tag) const;
  void run_for(Index i);
  void leave_loop(std::size_t mark);
  // The body once, for any of its rounds: what earlier rounds set is not known in it.
  void run_unknown_loop(Index i);
  void interrupt(Interrupt kind);
  void forget_written(Index opener);
  // Names that a part of a text may set. False: an include that is not known may set others.
  bool collect_written(const Source& source, Index first, Index last, std::vector<std::string>& names,
                       std::unordered_set<const Source*>& seen);
  void run_cycle(Index i);
  // A name or path with `{{ }}` in it.
  [[nodiscard]] std::optional<std::string> rendered_target(const syntax::liquid::Tag& tag) const;
  void run_link(Index i, const std::function<std::optional<std::string>(std::string_view)>& ask);
  void run_include(Index i);
  [[nodiscard]] Value include_parameters(const syntax::liquid::Tag& tag) const;
  std::uint32_t file_number(const std::string& path);
  const Environment& environment_;
  const Source* source_;
  Scope scope_;
  Output main_{true};
  Output* output_ = &main_;
  Output::Place place_;
  std::vector<std::string> files_;
  std::vector<SourcePtr> kept_;
  std::vector<Loop> loops_;
  Value forloop_ = Value::nil();
  std::unordered_map<std::string, std::int64_t> cycles_;
  std::string scratch_;
  Interrupt interrupt_ = Interrupt::none;
  int maybe_ = 0;          // conditions and loops around that are not known
  int unsure_ = 0;         // of these: interrupts that may have happened
  int capture_maybe_ = 0;  // maybe_ where the output begins
  int dropping_blanks_ = 0;
  int depth_ = 0;
  mutable std::size_t nodes_ = 0;  // and other work, in the same unit
  std::size_t written_ = 0;
  std::uint32_t branches_ = 0;
  bool unknown_blocks_ = false;
  bool stopped_ = false;
};

}  // namespace liquid
