#include "schema/pattern.h"

#include <string>
#include <utility>

#include "schema/pattern/match.h"
#include "schema/pattern/parse.h"

namespace schema {
namespace {

constexpr std::size_t max_pattern_bytes = 2'000;

// Code points of UTF-8 text; every byte that is no part of a valid sequence becomes U+FFFD.
std::u32string code_points(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    char32_t point = length <= 1 ? lead : lead & (0xFFU >> (length + 1));
    bool valid = length > 0 && i + length <= text.size();
    for (std::size_t k = 1; valid && k < length; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      valid = (next & 0xC0U) == 0x80U;
      point = (point << 6U) | (next & 0x3FU);
    }
    result.push_back(valid ? point : U'\uFFFD');
    i += valid ? length : 1;
  }
  return result;
}

}  // namespace

Pattern::Pattern(std::shared_ptr<const pattern::Program> program) : program_(std::move(program)) {}

std::optional<Pattern> Pattern::compile(std::string_view text) {
  if (text.size() > max_pattern_bytes) return std::nullopt;
  std::optional<pattern::Program> program = pattern::parse(code_points(text));
  if (!program) return std::nullopt;
  return Pattern(std::make_shared<const pattern::Program>(*std::move(program)));
}

bool Pattern::matches(std::string_view text) const {
  return text.size() > pattern::max_text_bytes || pattern::matches(*program_, code_points(text));
}

}  // namespace schema
