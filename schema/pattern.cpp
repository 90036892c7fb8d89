#include "schema/pattern.h"

#include <string>
#include <utility>

#include "schema/pattern/match.h"
#include "schema/pattern/parse.h"
#include "server/text/utf8.h"

namespace schema {
namespace {

constexpr std::size_t max_pattern_bytes = 2'000;

// Code points of UTF-8 text; every byte that is no part of a valid sequence becomes U+FFFD.
std::u32string code_points(std::string_view text) {
  std::u32string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const text::CodePoint point = text::code_point_at(text, i);
    result.push_back(point.valid ? point.value : U'\uFFFD');
    i += point.size;
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
