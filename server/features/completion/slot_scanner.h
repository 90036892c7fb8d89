// Reads the lines of one front matter entry for the keys and values in them, finished or not. Forgiving where
// YAML is not: an open bracket or quote ends where its writer will want it to end. The half of slot_at.cpp
// that knows YAML's forms.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "server/features/completion/slot.h"
#include "server/text/range.h"

namespace features::completion {

struct FoundSlot {
  Slot slot;
  bool touched = false;       // by the cursor
  std::uint32_t mapping = 0;  // keys of one mapping share it
};

// `lines` are whole lines of `text`, at most one top-level entry. Keys and values in source order; at a
// cursor in a gap (behind a comma, a dash, a colon, on an empty line) an empty one. Linear in the lines'
// size.
[[nodiscard]] std::vector<FoundSlot> scan_slots(std::string_view text, text::Range lines,
                                                text::Offset cursor);

}  // namespace features::completion
