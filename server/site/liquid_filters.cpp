#include "server/site/liquid_filters.h"

#include <algorithm>
#include <unordered_map>

#include "server/site/liquid_filter_sets.h"

namespace site {
namespace {

using Table = std::unordered_map<std::string_view, liquid::Filter>;

Table make_table() {
  Table table;
  for (const auto* set : {&liquid::string_filters(), &liquid::cut_filters(), &liquid::escape_filters(),
                          &liquid::array_filters(), &liquid::order_filters(), &liquid::number_filters(),
                          &liquid::url_filters()}) {
    for (const liquid::Filter& filter : *set) {
      table.emplace(filter.name, filter);
    }
  }
  return table;
}

}  // namespace

LiquidValue apply_filter(std::string_view name, const LiquidValue& input,
                         const std::vector<LiquidValue>& arguments, bool named,
                         const LiquidAddress& address) {
  static const Table table = make_table();
  const auto unknown = [](const LiquidValue& value) {
    return value.is_unknown() || value.object() != nullptr;
  };
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

}  // namespace site
