// Texts that YAML reads as something else or not at all, and random texts and values made of such, for what
// must survive being written and read.
#pragma once

#include <random>
#include <string>
#include <vector>

#include "server/syntax/value.h"

namespace syntax {

// All are UTF-8.
[[nodiscard]] const std::vector<std::string>& nasty_texts();

// A nasty text, pieces of such, or any characters.
[[nodiscard]] std::string random_text(std::mt19937& random);

// A scalar of any type, or a list or a mapping of some, at most `depth` levels deep. Keys are unique texts,
// some are numbers; `<<`, which SafeYAML merges even in quotes, is none.
[[nodiscard]] Value random_value(std::mt19937& random, int depth);
[[nodiscard]] Mapping random_mapping(std::mt19937& random, int depth);

// The same values of the same types, wherever they stand.
[[nodiscard]] bool equal_values(const Value& a, const Value& b);

}  // namespace syntax
