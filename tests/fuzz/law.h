// What a fuzz target says when a law is broken.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "server/text/range.h"

namespace fuzz {

// libFuzzer hands over a buffer of exactly this size, so that the sanitizer sees a read behind its end.
inline std::string_view as_text(const std::uint8_t* data, std::size_t size) {
  const void* bytes = data;
  return {static_cast<const char*>(bytes), size};
}

inline void require(bool holds, const char* law) {
  if (!holds) {
    std::fprintf(stderr, "law broken: %s\n", law);
    std::abort();
  }
}

inline void require_inside(text::Range range, std::size_t size) {
  require(range.begin <= range.end && range.end <= size, "a range lies inside the text");
}

}  // namespace fuzz
