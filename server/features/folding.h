// Feature: folding.
// The front matter, sections with their subsections, Liquid blocks, fenced code and long comments can be
// folded away.
#pragma once

#include <cstdint>
#include <vector>

#include "server/features/context.h"

namespace features {

struct Fold {
  enum class Kind : std::uint8_t { other, comment };
  std::uint32_t first_line = 0;  // zero-based; stays visible
  std::uint32_t last_line = 0;
  Kind kind = Kind::other;
  friend bool operator==(const Fold&, const Fold&) = default;
};

// By first line, outer folds first. Each has at least two lines.
[[nodiscard]] std::vector<Fold> folds(const Context& context);

}  // namespace features
