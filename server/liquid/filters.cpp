#include "server/liquid/filters.h"

#include <algorithm>
#include <unordered_map>

#include "server/liquid/filters/sets.h"

namespace liquid {
namespace {

using Table = std::unordered_map<std::string_view, Filter>;

Table make_table() {
  Table table;
  for (const auto* set : {&string_filters(), &cut_filters(), &escape_filters(), &array_filters(),
                          &order_filters(), &number_filters(), &url_filters()}) {
    for (const Filter& filter : *set) {
      table.emplace(filter.name, filter);
    }
  }
  return table;
}

}  // namespace

Value apply_filter(std::string_view name, const Value& input, const std::vector<Value>& arguments, bool named,
                   const Address& address) {
  static const Table table = make_table();
  const auto unknown = [](const Value& value) { return value.is_unknown() || value.object() != nullptr; };
  if (named || unknown(input) || std::any_of(arguments.begin(), arguments.end(), unknown)) {
    return {};
  }
  const auto found = table.find(name);
  if (found == table.end() || arguments.size() < found->second.least ||
      arguments.size() > found->second.most) {
    return {};
  }
  return found->second.apply(input, arguments, address);
}

}  // namespace liquid
