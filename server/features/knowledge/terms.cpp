#include "server/features/knowledge/terms.h"

#include <utility>

#include "server/syntax/scalar.h"

namespace features {
namespace {

namespace yaml = syntax::yaml;

std::string name_of(const yaml::Node& scalar) {
  if (scalar.style != yaml::Node::Style::plain) return scalar.value;
  return syntax::to_ruby_string(syntax::resolve_plain_scalar(scalar.value));
}

// `tags: a b`: each word is a term. Words are looked up in the source, so that ranges are exact; a value that
// YAML changed while reading (escapes, folded lines) has only its whole range.
void add_words(std::vector<WrittenTerm>& terms, WrittenTerm::Kind kind, const yaml::Node& scalar,
               std::string_view text) {
  const std::string_view source = text::slice(text, scalar.range);
  const bool verbatim = source.find(scalar.value) != std::string_view::npos;
  const std::size_t shift = verbatim ? source.find(scalar.value) : 0;
  const std::string_view words = scalar.value;
  constexpr std::string_view blanks = " \t\n\r\v\f";
  for (std::size_t at = words.find_first_not_of(blanks); at != std::string_view::npos;) {
    const std::size_t end = std::min(words.find_first_of(blanks, at), words.size());
    text::Range range = scalar.range;
    if (verbatim) {
      range.begin = scalar.range.begin + static_cast<text::Offset>(shift + at);
      range.end = range.begin + static_cast<text::Offset>(end - at);
    }
    terms.push_back({kind, std::string(words.substr(at, end - at)), range});
    at = words.find_first_not_of(blanks, end);
  }
}

// Lists inside lists are flattened for tags; for categories they are a name of their own that nobody looks
// for.
void add_items(std::vector<WrittenTerm>& terms, WrittenTerm::Kind kind, const yaml::Node& list) {
  for (const yaml::Node& item : list.items) {
    if (item.kind == yaml::Node::Kind::sequence && kind == WrittenTerm::Kind::tag)
      add_items(terms, kind, item);
    if (item.kind != yaml::Node::Kind::scalar) continue;
    std::string name = name_of(item);
    if (!name.empty()) terms.push_back({kind, std::move(name), item.range});
  }
}

}  // namespace

std::optional<WrittenTerm::Kind> term_kind(std::string_view key) {
  if (key == "tags" || key == "tag") return WrittenTerm::Kind::tag;
  if (key == "categories" || key == "category") return WrittenTerm::Kind::category;
  return std::nullopt;
}

std::vector<WrittenTerm> written_terms(const syntax::Document& document) {
  std::vector<WrittenTerm> terms;
  for (const yaml::Entry& entry : document.front_matter.tree.root.entries) {
    const auto kind = term_kind(entry.key.value);
    if (!kind || entry.broken) continue;
    const yaml::Node& value = entry.value;
    if (value.kind == yaml::Node::Kind::sequence) add_items(terms, *kind, value);
    if (value.kind != yaml::Node::Kind::scalar) continue;
    const bool splits = entry.key.value == "tags" || entry.key.value == "categories";
    if (splits) {
      add_words(terms, *kind, value, document.text);
    } else if (std::string name = name_of(value); !name.empty()) {
      terms.push_back({*kind, std::move(name), value.range});
    }
  }
  return terms;
}

std::optional<WrittenTerm> term_at(const syntax::Document& document, text::Offset offset) {
  for (WrittenTerm& term : written_terms(document)) {
    if (term.range.touches(offset)) return std::move(term);
  }
  return std::nullopt;
}

}  // namespace features
