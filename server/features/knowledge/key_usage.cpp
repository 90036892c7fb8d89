#include "server/features/knowledge/key_usage.h"

#include <algorithm>
#include <map>
#include <utility>

#include "server/syntax/front_matter.h"

namespace features {
namespace {

namespace yaml = syntax::yaml;

constexpr std::size_t most_files = 48;         // are read
constexpr std::size_t most_looked_at = 4000;   // pages, for having the key at all
constexpr std::size_t most_bytes = 16 * 1024;  // of one file: front matters are shorter
constexpr std::size_t longest_value = 80;      // longer ones are prose, of use in one file only

bool same_kind(const Context& context, const site::Page& page) {
  return context.page && page.kind == context.page->kind && page.collection == context.page->collection;
}

// Paths of files that hold the key (any for ""), of the same kind first.
std::vector<std::string> files_with(const Context& context, const std::string& key, bool& complete) {
  std::vector<std::string> same;
  std::vector<std::string> other;
  std::size_t looked_at = 0;
  complete = true;
  context.site->for_each_page([&](const site::Page& page) {
    const bool has = key.empty() || std::find(page.keys.begin(), page.keys.end(), key) != page.keys.end();
    if (page.path == context.path || !has) return ++looked_at < most_looked_at;
    std::vector<std::string>& list = same_kind(context, page) ? same : other;
    if (list.size() < most_files) {
      list.push_back(page.path);
    } else {
      complete = false;
    }
    return ++looked_at < most_looked_at && same.size() < most_files;
  });
  complete = complete && looked_at < most_looked_at && same.size() + other.size() <= most_files;
  for (std::string& path : other) {
    if (same.size() < most_files) same.push_back(std::move(path));
  }
  return same;
}

void count_form(const yaml::Node& node, UsedForms& forms) {
  if (node.kind == yaml::Node::Kind::mapping) {
    ++forms.mappings;
  } else if (node.kind == yaml::Node::Kind::sequence) {
    ++(node.style == yaml::Node::Style::flow ? forms.flow_lists : forms.block_lists);
  } else if (!node.range.empty()) {
    ++forms.scalars;
  }
}

class Counter {
 public:
  explicit Counter(const std::vector<std::string>& path) : path_(path) {}

  void look_at(const yaml::Node& root) { usage_.files += visit(root, 0) ? 1U : 0U; }

  KeyUsage take() {
    for (const auto& [key, count] : values_) usage_.values.push_back({key.first, key.second, count});
    for (const auto& [key, used] : keys_) usage_.keys.push_back(used);
    const auto more = [](const auto& a, const auto& b) { return a.count > b.count; };
    std::stable_sort(usage_.values.begin(), usage_.values.end(), more);
    std::stable_sort(usage_.keys.begin(), usage_.keys.end(), more);
    return std::move(usage_);
  }

 private:
  // Nesting is capped by the parser (syntax/yaml/parse.h). Is there such a value?
  bool visit(const yaml::Node& node, std::size_t depth) {
    bool found = depth == path_.size();
    if (found && node.kind != yaml::Node::Kind::sequence) count(node);
    if (found && node.kind == yaml::Node::Kind::sequence) {
      for (const yaml::Node& item : node.items) count(item);
    }
    if (found) return true;
    for (const yaml::Node& item : node.items) found = visit(item, depth) || found;
    for (const yaml::Entry& entry : node.entries) {
      if (entry.key.value == path_[depth] && !entry.broken) found = visit(entry.value, depth + 1) || found;
    }
    return found;
  }

  void count(const yaml::Node& node) {
    for (const yaml::Entry& entry : node.entries) {
      if (entry.key.kind != yaml::Node::Kind::scalar || entry.broken) continue;
      UsedKey& key = keys_[entry.key.value];
      key.name = entry.key.value;
      ++key.count;
      count_form(entry.value, key.forms);
    }
    const bool one_line = node.value.find('\n') == std::string::npos;
    if (node.kind == yaml::Node::Kind::scalar && !node.value.empty() && one_line &&
        node.value.size() <= longest_value)
      ++values_[{node.value, node.style == yaml::Node::Style::plain}];
  }

  const std::vector<std::string>& path_;
  KeyUsage usage_;
  std::map<std::pair<std::string, bool>, std::size_t> values_;
  std::map<std::string, UsedKey> keys_;
};

}  // namespace

KeyUsage key_usage(const Context& context, const std::vector<std::string>& path) {
  if (!context.site) return {};
  Counter counter(path);
  bool complete = true;
  for (const std::string& file : files_with(context, path.empty() ? "" : path.front(), complete)) {
    if (context.stop.stop_requested()) break;
    const auto text = context.site->files().read_prefix(file, most_bytes);
    if (text) counter.look_at(syntax::parse_front_matter(*text).tree.root);
  }
  KeyUsage usage = counter.take();
  usage.complete = complete;
  return usage;
}

}  // namespace features
