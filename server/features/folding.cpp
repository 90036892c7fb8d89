#include "server/features/folding.h"

#include <algorithm>
#include <string_view>

#include "server/syntax/liquid/template.h"

namespace features {
namespace {

class Folds {
 public:
  explicit Folds(const syntax::Document& document) : document_(document) {}

  // From the line of `begin` to that of the last byte before `end`.
  void add(text::Offset begin, text::Offset end, Fold::Kind kind = Fold::Kind::other) {
    if (end <= begin) return;
    const std::uint32_t first = document_.lines.line_of(begin);
    const std::uint32_t last = document_.lines.line_of(end - 1);
    if (last > first) found_.push_back({first, last, kind});
  }

  [[nodiscard]] std::vector<Fold> take() {
    std::sort(found_.begin(), found_.end(), [](const Fold& a, const Fold& b) {
      return a.first_line != b.first_line ? a.first_line < b.first_line : a.last_line > b.last_line;
    });
    found_.erase(std::unique(found_.begin(), found_.end()), found_.end());
    return std::move(found_);
  }

 private:
  const syntax::Document& document_;
  std::vector<Fold> found_;
};

// Where a section's text ends: blank lines before the next heading stay visible.
text::Offset without_blank_end(std::string_view text, text::Offset begin, text::Offset end) {
  const std::string_view section = text.substr(begin, end - begin);
  const std::size_t last = section.find_last_not_of(" \t\r\n");
  return last == std::string_view::npos ? begin : begin + static_cast<text::Offset>(last) + 1;
}

// Each heading holds what follows it, up to the next one of its own or a higher level.
void add_sections(const syntax::Document& document, Folds& folds) {
  const std::vector<syntax::Heading>& headings = document.markdown.headings;
  std::vector<const syntax::Heading*> open;
  const auto close = [&](text::Offset end) {
    const text::Offset begin = open.back()->range.begin;
    folds.add(begin, without_blank_end(document.text, begin, std::max(begin, end)));
    open.pop_back();
  };
  for (const syntax::Heading& heading : headings) {
    while (!open.empty() && open.back()->level >= heading.level) close(heading.range.begin);
    open.push_back(&heading);
  }
  while (!open.empty()) close(static_cast<text::Offset>(document.text.size()));
}

void add_liquid_blocks(const syntax::Document& document, Folds& folds) {
  const syntax::liquid::Template tree = syntax::liquid::parse_template(document.text, document.liquid);
  const auto& nodes = document.liquid.nodes;
  for (std::size_t i = 0; i < tree.elements.size() && i < nodes.size(); ++i) {
    const syntax::liquid::Element& element = tree.elements[i];
    if (element.tag.kind != syntax::liquid::Tag::Kind::end || element.opener < 0) continue;
    const syntax::liquid::Node& opener = nodes[static_cast<std::size_t>(element.opener)];
    const bool comment = text::slice(document.text, opener.name) == "comment";
    folds.add(opener.range.begin, nodes[i].range.end, comment ? Fold::Kind::comment : Fold::Kind::other);
  }
}

}  // namespace

std::vector<Fold> folds(const Context& context) {
  const syntax::Document& document = *context.document;
  Folds folds(document);
  const syntax::FrontMatter& front = document.front_matter;
  if (front.state == syntax::FrontMatter::State::present) folds.add(front.open.begin, front.close.end);
  add_sections(document, folds);
  add_liquid_blocks(document, folds);
  for (const syntax::CodeBlock& block : document.markdown.code_blocks) {
    if (block.fenced)
      folds.add(block.range.begin, without_blank_end(document.text, block.range.begin, block.range.end));
  }
  return folds.take();
}

}  // namespace features
