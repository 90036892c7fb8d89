// The variables of one rendering: what `assign` and `capture` set for the whole document, what loops and
// includes bring for a while. Knows how to take back what an untaken branch has set. Not for use outside of
// the renderer.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "server/liquid/value.h"

namespace liquid {

class Scope {
 public:
  // nullptr: not set. The pointer holds until the next change.
  [[nodiscard]] const Value* find(std::string_view name) const;

  void assign(std::string_view name, Value value);
  // `increment` and `decrement`: they count on from one document to the next, so the number is unknown.
  void count(std::string_view name) { counters_.emplace(name); }
  // An unknown file or plugin may have set anything.
  // Gives how many names that costs.
  std::size_t forget_all();
  [[nodiscard]] bool forgotten() const { return forgotten_; }

  // Local names, innermost last; `leave` drops those since `enter`.
  [[nodiscard]] std::size_t enter() const { return locals_.size(); }
  void set_local(std::string_view name, Value value) { locals_.emplace_back(name, std::move(value)); }
  void set_local_at(std::size_t place, Value value) { locals_[place].second = std::move(value); }
  void leave(std::size_t mark) { locals_.resize(mark); }

  // What is assigned between the two is taken back; gives the names.
  void begin_trial() { trials_.emplace_back(); }
  [[nodiscard]] std::vector<std::string> end_trial();

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
  };
  using Undo = std::vector<std::pair<std::string, std::optional<Value>>>;

  std::unordered_map<std::string, Value, Hash, std::equal_to<>> globals_;
  std::vector<std::pair<std::string, Value>> locals_;
  std::unordered_set<std::string, Hash, std::equal_to<>> counters_;
  std::vector<Undo> trials_;
  bool forgotten_ = false;
};

}  // namespace liquid
