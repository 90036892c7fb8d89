#include "server/syntax/kramdown/entities.h"

#include <algorithm>

#include "server/syntax/kramdown/chars.h"

namespace syntax::kramdown {
namespace {

struct Entity {
  std::string_view name;
  std::uint32_t code_point;
};

constexpr Entity entities[] = {
#include "server/syntax/kramdown/entities.inc"
};

// Windows-1252 numbers that kramdown's table maps to what their writers meant.
constexpr std::uint32_t windows_1252[32] = {8364, 0,    8218, 402,  8222, 8230, 8224, 8225, 710,  8240, 352,
                                            8249, 338,  0,    381,  0,    0,    8216, 8217, 8220, 8221, 8226,
                                            8211, 8212, 732,  8482, 353,  8250, 339,  0,    382,  376};

std::uint32_t numeric_entity(std::uint32_t number) {
  if (number >= 128 && number < 160 && windows_1252[number - 128] != 0) return windows_1252[number - 128];
  return number;
}

// Digits of base 10 or 16 from `offset` up to a `;`.
EntityMatch match_number(std::string_view text, std::size_t amp, std::size_t offset, std::uint32_t base) {
  std::uint32_t number = 0;
  std::size_t i = offset;
  for (; i < text.size(); ++i) {
    const auto digit = static_cast<std::uint32_t>(text::hex_value(text[i]));  // none: larger than any base
    if (digit >= base) break;
    number = std::min<std::uint32_t>(number * base + digit, 0x110000);
  }
  if (i == offset || i >= text.size() || text[i] != ';') return {};
  return {i + 1 - amp, numeric_entity(number)};
}

}  // namespace

std::optional<std::uint32_t> named_entity(std::string_view name) {
  const Entity* found =
      std::lower_bound(std::begin(entities), std::end(entities), name,
                       [](const Entity& entity, std::string_view n) { return entity.name < n; });
  if (found == std::end(entities) || found->name != name) return std::nullopt;
  return found->code_point;
}

EntityMatch match_entity(std::string_view text, std::size_t offset) {
  std::size_t i = offset + 1;
  if (i >= text.size()) return {};
  if (text[i] == '#') {
    if (i + 1 < text.size() && text[i + 1] == 'x') return match_number(text, offset, i + 2, 16);
    return match_number(text, offset, i + 1, 10);
  }
  if (!is_ascii_word(text[i]) && text[i] != ':') return {};
  const std::size_t begin = i;
  while (i < text.size() && (is_ascii_word(text[i]) || text[i] == '-' || text[i] == '.' || text[i] == ':'))
    ++i;
  if (i >= text.size() || text[i] != ';') return {};
  return {i + 1 - offset, named_entity(text.substr(begin, i - begin))};
}

std::string decode_entities(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t copied = 0;
  for (std::size_t amp = text.find('&'); amp != std::string_view::npos; amp = text.find('&', amp + 1)) {
    const EntityMatch match = match_entity(text, amp);
    if (!match.code_point) continue;
    out += text.substr(copied, amp - copied);
    append_utf8(out, *match.code_point);
    copied = amp + match.size;
  }
  out += text.substr(copied);
  return out;
}

}  // namespace syntax::kramdown
