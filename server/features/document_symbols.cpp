#include "server/features/document_symbols.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "server/features/knowledge/words.h"

namespace features {
namespace {

constexpr std::size_t detail_length = 60;  // in characters: an outline shows a line, not a text

// A range must hold its selection (LSP, "DocumentSymbol").
text::Range covering(text::Range range, text::Range inner) {
  return {std::min(range.begin, inner.begin), std::max(range.end, inner.end)};
}

std::string value_in_one_line(std::string_view text, const syntax::yaml::Node& value) {
  const bool plain_text =
      value.kind == syntax::yaml::Node::Kind::scalar && value.style != syntax::yaml::Node::Style::plain;
  return shorten(plain_text ? std::string_view(value.value) : text::slice(text, value.range), detail_length);
}

std::vector<Symbol> key_symbols(std::string_view text, const syntax::yaml::Node& mapping) {
  std::vector<Symbol> symbols;
  for (const syntax::yaml::Entry& entry : mapping.entries) {
    Symbol symbol;
    symbol.name = shorten(entry.key.value, detail_length);
    if (symbol.name.empty()) symbol.name = "(no key)";
    symbol.detail = value_in_one_line(text, entry.value);
    symbol.kind = Symbol::Kind::key;
    symbol.selection = entry.key.range;
    symbol.range = covering(entry.key.range, entry.value.range);
    symbols.push_back(std::move(symbol));
  }
  return symbols;
}

Symbol front_matter_symbol(const syntax::Document& document) {
  const syntax::FrontMatter& front = document.front_matter;
  Symbol symbol;
  symbol.name = "Front matter";
  symbol.kind = Symbol::Kind::front_matter;
  symbol.selection = front.open;
  symbol.range = {front.open.begin, std::max(front.yaml.end, front.close.end)};
  symbol.children = key_symbols(document.text, front.tree.root);
  for (const Symbol& child : symbol.children) symbol.range = covering(symbol.range, child.range);
  return symbol;
}

std::string heading_name(const syntax::Heading& heading, std::string_view text) {
  std::string name = shorten(heading.text, 200);
  if (name.empty()) name = shorten(text::slice(text, heading.content), detail_length);  // Liquid, an image
  return name.empty() ? "(empty heading)" : name;
}

Symbol heading_symbol(const syntax::Heading& heading, std::string_view text) {
  Symbol symbol;
  symbol.name = heading_name(heading, text);
  if (heading.id) symbol.detail = "#" + *heading.id;
  symbol.selection = heading.content.empty() ? heading.range : heading.content;
  symbol.range = covering(heading.range, symbol.selection);
  return symbol;
}

// Headings nested by level. A heading closes every open one of its own or a deeper level; a skipped level
// needs no heading in between.
std::vector<Symbol> heading_symbols(const syntax::Document& document) {
  struct Open {
    std::uint8_t level;
    Symbol symbol;
  };
  std::vector<Symbol> roots;
  std::vector<Open> open;
  const auto close_last = [&](text::Offset end) {
    Symbol done = std::move(open.back().symbol);
    open.pop_back();
    done.range.end = std::max(done.range.end, end);
    (open.empty() ? roots : open.back().symbol.children).push_back(std::move(done));
  };
  for (const syntax::Heading& heading : document.markdown.headings) {
    while (!open.empty() && open.back().level >= heading.level) close_last(heading.range.begin);
    open.push_back({heading.level, heading_symbol(heading, document.text)});
  }
  while (!open.empty()) close_last(static_cast<text::Offset>(document.text.size()));
  return roots;
}

}  // namespace

std::vector<Symbol> document_symbols(const Context& context) {
  if (!context.settings->outline) return {};
  const syntax::Document& document = *context.document;
  if (document.options.format == syntax::ParseOptions::Format::yaml) {
    return key_symbols(document.text, document.front_matter.tree.root);
  }
  std::vector<Symbol> symbols;
  const bool has_entries = !document.front_matter.tree.root.entries.empty();
  if (document.front_matter.state == syntax::FrontMatter::State::present ||
      (document.front_matter.state == syntax::FrontMatter::State::not_closed && has_entries)) {
    symbols.push_back(front_matter_symbol(document));
  }
  for (Symbol& heading : heading_symbols(document)) symbols.push_back(std::move(heading));
  return symbols;
}

}  // namespace features
