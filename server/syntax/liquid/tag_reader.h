// Reads the markup of one tag: what tags.cpp, for Liquid's own tags, and jekyll_tags.cpp share.
// Not for use elsewhere.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/syntax/liquid/markup.h"
#include "server/syntax/liquid/tokens.h"
#include "server/syntax/liquid/tree.h"

namespace syntax::liquid {

class TagReader {
 public:
  TagReader(std::string_view text, const Node& node, std::vector<Problem>& problems)
      : text_(text), node_(node), problems_(problems) {}

  Tag read();

 private:
  void read_markup();
  void read_assign();
  void read_capture();
  void read_condition();
  void read_case();
  void read_when();
  void read_for();
  void read_cycle();

  // jekyll_tags.cpp
  void read_include();
  void read_parameters(text::Offset at, text::Offset end);
  bool read_parameter_value(Expression& value, text::Offset& at, text::Offset end) const;
  void read_highlight();

  [[nodiscard]] std::string_view markup() const { return text::slice(text_, node_.markup); }
  // The build stops.
  void refuse(std::string message);
  void note_failure(const Parser& parser);
  // Neither Liquid's warning nor the build's end: the tag's own expression takes a part of the markup.
  void note_leftover(const Parser& parser);

  std::string_view text_;
  const Node& node_;
  std::vector<Problem>& problems_;
  Tag tag_;
};

}  // namespace syntax::liquid
