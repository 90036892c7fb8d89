#include "server/syntax/html_addresses.h"

#include <array>

#include "server/text/ascii.h"

namespace syntax {
namespace {

using text::is_html_space;

struct AddressAttribute {
  std::string_view element;
  std::string_view attribute;
  std::string_view name;
};
constexpr std::array<AddressAttribute, 16> address_attributes = {{
    {"a", "href", "a[href]"},
    {"area", "href", "area[href]"},
    {"link", "href", "link[href]"},
    {"img", "src", "img[src]"},
    {"img", "srcset", "img[srcset]"},
    {"script", "src", "script[src]"},
    {"video", "src", "video[src]"},
    {"video", "poster", "video[poster]"},
    {"audio", "src", "audio[src]"},
    {"source", "src", "source[src]"},
    {"source", "srcset", "source[srcset]"},
    {"track", "src", "track[src]"},
    {"iframe", "src", "iframe[src]"},
    {"embed", "src", "embed[src]"},
    {"object", "data", "object[data]"},
    {"input", "src", "input[src]"},
}};

}  // namespace

std::string_view address_attribute(std::string_view element, std::string_view attribute) {
  for (const AddressAttribute& address : address_attributes) {
    if (address.element == element && address.attribute == attribute) return address.name;
  }
  return {};
}

std::vector<text::Range> srcset_addresses(std::string_view value) {
  std::vector<text::Range> result;
  std::size_t i = 0;
  while (i < value.size()) {
    while (i < value.size() && (is_html_space(value[i]) || value[i] == ',')) ++i;
    const std::size_t begin = i;
    while (i < value.size() && !is_html_space(value[i])) ++i;
    std::size_t end = i;
    while (end > begin && value[end - 1] == ',') --end;
    if (end == begin) break;
    result.push_back({static_cast<text::Offset>(begin), static_cast<text::Offset>(end)});
    if (end == i) {
      while (i < value.size() && value[i] != ',') ++i;
    }
  }
  return result;
}

}  // namespace syntax
