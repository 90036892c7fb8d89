#include "server/syntax/yaml/parse.h"

#include <optional>
#include <utility>

#include "server/syntax/yaml/libyaml.h"
#include "server/syntax/yaml/recovery.h"
#include "server/syntax/yaml/simple.h"

namespace syntax::yaml {

Tree parse(std::string_view text, text::Offset base) {
  constexpr std::size_t max_nodes = 100'000;
  Tree tree;
  if (std::optional<Node> simple = parse_simple(text, base)) {
    tree.root = *std::move(simple);
    return tree;
  }
  Problem problem;
  std::size_t node_budget = max_nodes;
  if (parse_document(text, base, node_budget, tree.root, problem)) {
    return tree;
  }
  tree.valid = false;
  node_budget = max_nodes;
  tree.root = recover_entries(text, base, node_budget, tree.problems);
  if (tree.problems.empty()) {
    tree.problems.push_back(std::move(problem));
  }
  return tree;
}

}  // namespace syntax::yaml
