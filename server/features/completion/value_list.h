// Values that may stand at one place, written so that YAML reads them as meant: the half of value completion
// that knows quotes, brackets and blanks.
#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "server/features/completion/slot.h"
#include "server/features/context.h"
#include "server/features/results.h"

namespace features::completion {

struct Offer {
  std::string value;
  bool literal = false;  // YAML's own word for a boolean, a number or a date: never in quotes
  std::string detail{};
  std::string documentation{};
  Completion::Kind kind = Completion::Kind::value;
  std::string label{};  // "": the value
};

// A text as it is to be written in place of the slot: behind an open quote without it, and with the closing
// one where that is missing. nullopt: the open quote cannot hold the text.
[[nodiscard]] std::optional<std::string> written_at(const Slot& slot, std::string_view text);

class ValueList {
 public:
  // `becomes_list`: where the whole value is still to be written it becomes a list of one.
  ValueList(const Cursor& cursor, const Slot& slot, bool becomes_list, CompletionList& list);

  // Adds what fits the typed text and is not there already: in this list, as an item of the same value.
  // Better matches come first, then earlier offers.
  void add(Offer offer);

 private:
  [[nodiscard]] std::optional<std::string> text_of(const Offer& offer) const;

  const Cursor& cursor_;
  const Slot& slot_;
  bool becomes_list_;
  CompletionList& list_;
  std::set<std::string, std::less<>> seen_;
};

}  // namespace features::completion
