// What the filters of texts share. Not for use elsewhere.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "server/liquid/filters/sets.h"

namespace liquid {

constexpr std::size_t largest_text = 1U << 20U;

// What a filter gives: unknown where it would be too large to go on with.
[[nodiscard]] inline Value given(std::string text) {
  return text.size() <= largest_text ? Value::text(std::move(text)) : Value();
}

using Texts = std::vector<std::string>;

// A filter whose arguments are all texts (Liquid calls `to_s` on each).
template <typename Function>
[[nodiscard]] Value on_texts(const Value& input, const Arguments& arguments, Function function) {
  auto text = to_text(input);
  Texts texts;
  for (const Value& argument : arguments) {
    auto one = to_text(argument);
    if (!one) {
      return {};
    }
    texts.push_back(std::move(*one));
  }
  return text ? function(std::move(*text), texts) : Value();
}

}  // namespace liquid
