// Fuzz target: any bytes are front matter or none; nothing points outside them.
#include "server/syntax/front_matter.h"

#include "server/syntax/yaml/libyaml.h"
#include "server/syntax/yaml/parse.h"
#include "server/syntax/yaml/recovery.h"
#include "server/syntax/yaml/simple.h"
#include "tests/fuzz/law.h"
#include "tests/syntax/yaml/equal.h"

namespace {

using fuzz::require;
using fuzz::require_inside;

void check(const syntax::yaml::Node& node, std::size_t size) {
  require_inside(node.range, size);
  for (const syntax::yaml::Node& item : node.items) {
    check(item, size);
    require(node.range.contains(item.range), "an item lies inside its list");
  }
  for (const syntax::yaml::Entry& entry : node.entries) {
    check(entry.key, size);
    check(entry.value, size);
    require(node.range.contains(entry.value.range), "a value lies inside its mapping");
  }
}

void check(const syntax::Value& value, std::size_t size) {
  require_inside(value.range, size);
  if (value.list() != nullptr) {
    for (const syntax::Value& item : *value.list()) {
      check(item, size);
    }
  }
  if (value.mapping() != nullptr) {
    for (const syntax::Member& member : *value.mapping()) {
      require_inside(member.key_range, size);
      check(member.value, size);
      if (member.string_key) {
        require(value.find_member(member.key) == &member, "a key is unique");
      }
    }
  }
}

void check(const syntax::yaml::Tree& tree, std::size_t size) {
  check(tree.root, size);
  require(tree.valid == tree.problems.empty(), "problems if and only if the text is invalid");
  for (const syntax::yaml::Problem& problem : tree.problems) {
    require_inside(problem.range, size);
    require(!problem.range.empty() && !problem.message.empty(), "a problem can be shown");
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using State = syntax::FrontMatter::State;
  const std::string_view text = fuzz::as_text(data, size);
  const syntax::FrontMatter found = syntax::parse_front_matter(text);
  require(found.content <= size, "the content begins inside the text");
  require_inside(found.open, size);
  require_inside(found.yaml, size);
  require_inside(found.close, size);
  if (found.state == State::present) {
    require(found.open.end <= found.yaml.begin && found.yaml.end <= found.close.begin &&
                found.close.end <= found.content,
            "delimiter, YAML, delimiter, content");
  }
  check(found.tree, size);
  require(found.data.mapping() != nullptr && found.recovered.mapping() != nullptr, "data is a mapping");
  require(found.state == State::present || found.data.mapping()->empty(), "no data without front matter");
  check(found.data, size);
  check(found.recovered, size);

  // The same bytes as a whole YAML file.
  const syntax::yaml::Tree tree = syntax::yaml::parse(text);
  check(tree, size);
  check(syntax::to_value(tree.root), size);

  // What is read without libyaml is read as it would.
  if (const auto simple = syntax::yaml::parse_simple(text, 0)) {
    syntax::yaml::Node root;
    syntax::yaml::Problem problem;
    std::size_t budget = 100'000;
    require(syntax::yaml::parse_document(text, 0, budget, root, problem), "libyaml reads what is simple");
    require(syntax::is_equal(*simple, root), "both trees are equal");
  }
  return 0;
}
