// Categories and tags of posts and documents. Rules: jekyll/lib/jekyll/document.rb (categories_from_path,
// merge_categories!, populate_categories, populate_tags), utils.rb (pluralized_array_from_hash).

#include <algorithm>
#include <utility>

#include "server/site/compute/page_data.h"

namespace site {
namespace {

constexpr int deepest_list = 64;

// One element of Ruby's array: 2020 and "2020" are two, so what it is counts beside what it is called.
struct Element {
  std::string name;
  std::size_t type = 0;
  Origin origin;
};

constexpr std::size_t text_type = 0;
constexpr std::size_t list_type = 100;

// Origins of parts: only values of the file itself have a place in it.
Origin origin_of(const syntax::Value& value, Origin outer) {
  if (outer.kind == Origin::Kind::front_matter) outer.range = value.range;
  return outer;
}

Element to_element(const syntax::Value& value, Origin outer) {
  std::size_t type = list_type + value.data.index();
  if (value.string() != nullptr) {
    type = text_type;
  } else if (const syntax::Scalar* scalar = value.scalar()) {
    type = 1 + scalar->index();
  }
  return {ruby_string(value), type, origin_of(value, outer)};
}

// Ruby's String#split without argument.
void append_words(std::vector<Element>& out, std::string_view text, Origin origin) {
  constexpr std::string_view blanks("\0 \t\n\v\f\r", 7);
  for (std::size_t begin = text.find_first_not_of(blanks); begin != std::string_view::npos;) {
    const std::size_t end = std::min(text.find_first_of(blanks, begin), text.size());
    out.push_back({std::string(text.substr(begin, end - begin)), text_type, origin});
    begin = text.find_first_not_of(blanks, end);
  }
}

// Ruby's flatten and compact.
void append_flat(std::vector<Element>& out, const syntax::Value& value, Origin outer, int depth = 0) {
  if (value.is_null() || depth > deepest_list) return;
  if (const syntax::List* list = value.list()) {
    for (const syntax::Value& item : *list) append_flat(out, item, outer, depth + 1);
  } else {
    out.push_back(to_element(value, outer));
  }
}

// Ruby's `|`, one element at a time. Quadratic only within one file's terms, so it is capped.
void unite(std::vector<Element>& all, Element element) {
  constexpr std::size_t most_terms = 1000;
  const auto same = [&](const Element& other) {
    return other.type == element.type && other.name == element.name;
  };
  if (all.size() < most_terms && std::none_of(all.begin(), all.end(), same))
    all.push_back(std::move(element));
}

void unite_value(std::vector<Element>& all, EffectiveValue value) {
  if (value.value == nullptr || value.value->is_null()) return;
  if (const std::string* text = value.value->string()) {
    std::vector<Element> words;
    append_words(words, *text, value.origin);
    for (Element& word : words) unite(all, std::move(word));
  } else if (const syntax::List* list = value.value->list()) {
    for (const syntax::Value& item : *list) {
      if (!item.is_null()) unite(all, to_element(item, value.origin));
    }
  }
}

// Directories above `_posts` (posts), `_drafts` (drafts); a collection's documents begin with its directory.
void unite_directories(std::vector<Element>& all, const PageData& data) {
  std::string special = "_posts";
  if (data.draft) special = "_drafts";
  if (data.file.kind == PageKind::document) special = "_" + std::string(data.file.collection);
  if (data.relative_path.starts_with(special)) return;
  const std::string_view above = data.relative_path.substr(0, data.relative_path.find(special));
  for (std::size_t begin = 0; begin < above.size();) {
    const std::size_t end = std::min(above.find('/', begin), above.size());
    const std::string_view name = above.substr(begin, end - begin);
    if (!name.empty() && name != special && name != data.name) {
      Origin origin;
      origin.kind = Origin::Kind::directory;
      unite(all, {std::string(name), text_type, origin});
    }
    begin = end + 1;
  }
}

std::vector<Element> categories(const PageData& data) {
  std::vector<Element> all;
  unite_directories(all, data);
  unite_value(all, data.from_defaults("categories"));
  if (const syntax::Value* own = data.own("categories")) {
    Origin origin;
    origin.kind = Origin::Kind::front_matter;
    origin.range = own->range;
    unite_value(all, {own, origin});
  }
  if (data.broken) return all;

  // Everything once more as text, then what the singular key adds. Without it the list itself is flattened.
  std::vector<Element> texts = all;
  const EffectiveValue singular = data.find("category");
  if (is_truthy(singular.value)) {
    append_flat(texts, *singular.value, singular.origin);
  } else {
    for (const EffectiveValue value : {data.from_defaults("categories"), data.find("categories")}) {
      if (value.value != nullptr && value.value->list() != nullptr)
        append_flat(texts, *value.value, value.origin);
    }
  }
  for (Element& element : texts) {
    element.type = text_type;
    unite(all, std::move(element));
  }
  return all;
}

std::vector<Element> tags(const PageData& data) {
  std::vector<Element> out;
  const EffectiveValue singular = data.find("tag");
  if (is_truthy(singular.value)) {
    append_flat(out, *singular.value, singular.origin);
    return out;
  }
  const EffectiveValue plural = data.find("tags");
  if (plural.value == nullptr) return out;
  if (const std::string* text = plural.value->string()) {
    append_words(out, *text, plural.origin);
  } else if (plural.value->list() != nullptr) {
    append_flat(out, *plural.value, plural.origin);
  }
  return out;
}

std::vector<Term> to_terms(std::vector<Element> elements) {
  std::vector<Term> terms;
  terms.reserve(elements.size());
  for (Element& element : elements) terms.push_back({std::move(element.name), element.origin});
  return terms;
}

}  // namespace

void compute_terms(const PageData& data, Page& page) {
  if (data.is_page()) return;
  page.categories = to_terms(categories(data));
  // A document whose front matter fails keeps the bare value of its defaults, which is seldom a list of tags.
  page.tags = to_terms(tags(data));
}

}  // namespace site
