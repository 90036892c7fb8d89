#include "server/liquid/source.h"

#include <algorithm>
#include <utility>

#include "server/text/ascii.h"

namespace liquid {
namespace {

using syntax::liquid::Element;
using Kind = syntax::liquid::Tag::Kind;

// Which blocks show nothing (Liquid::Block#blank?).
std::vector<bool> blank_blocks(std::string_view text, const syntax::liquid::Markup& liquid,
                               const syntax::liquid::Template& tree) {
  struct Open {
    std::size_t opener;
    bool blank = true;
  };
  std::vector<bool> result(liquid.nodes.size(), false);
  std::vector<Open> open;
  text::Offset cursor = 0;
  for (std::size_t i = 0; i < liquid.nodes.size(); ++i) {
    const text::Range range = liquid.nodes[i].range;
    const Element& element = tree.elements[i];
    const std::string_view gap =
        text.substr(std::min(cursor, range.begin), range.begin - std::min(cursor, range.begin));
    if (!open.empty() && open.back().blank) {
      const bool raw = tree.elements[open.back().opener].tag.kind == Kind::raw;
      open.back().blank = raw ? gap.empty() : text::holds_only(gap, text::is_space);
    }
    cursor = range.end;
    const Kind kind = element.tag.kind;
    if (kind == Kind::end && element.opener >= 0 && !open.empty() &&
        open.back().opener == static_cast<std::size_t>(element.opener)) {
      const Kind opener = tree.elements[open.back().opener].tag.kind;
      const bool silent = opener == Kind::capture || opener == Kind::comment;
      const bool blank = (open.back().blank && opener != Kind::other && opener != Kind::highlight) || silent;
      result[open.back().opener] = blank && !silent;
      open.pop_back();
      if (!open.empty()) {
        open.back().blank = open.back().blank && blank;
      }
    } else if (element.next >= 0 && element.opener < 0) {
      open.push_back({i});
    } else if (kind != Kind::assign && element.opener < 0 && !open.empty()) {
      open.back().blank = false;
    }
  }
  return result;
}

struct OwnedText {
  std::string text;
  syntax::liquid::Markup liquid;
};

}  // namespace

bool stands_alone(std::string_view text, text::Range range) {
  std::size_t begin = range.begin;
  while (begin > 0 && text::is_blank_or_return(text[begin - 1])) {
    --begin;
  }
  std::size_t end = range.end;
  while (end < text.size() && text::is_blank_or_return(text[end])) {
    ++end;
  }
  return (begin == 0 || text[begin - 1] == '\n') && (end == text.size() || text[end] == '\n');
}

Source source_of(std::string_view text, const syntax::liquid::Markup& liquid) {
  Source source;
  source.text = text;
  source.liquid = &liquid;
  source.tree = syntax::liquid::parse_template(text, liquid);
  source.blank = blank_blocks(text, liquid, source.tree);
  return source;
}

SourcePtr source_of_file(std::string path, std::string text) {
  auto owned = std::make_shared<OwnedText>();
  owned->text = std::move(text);
  owned->liquid = syntax::liquid::parse_markup(owned->text);
  auto source = std::make_shared<Source>(source_of(owned->text, owned->liquid));
  source->path = std::move(path);
  source->owner = std::move(owned);
  return source;
}

}  // namespace liquid
