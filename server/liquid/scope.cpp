#include "server/liquid/scope.h"

#include <algorithm>

namespace liquid {

const Value* Scope::find(std::string_view name) const {
  for (auto local = locals_.rbegin(); local != locals_.rend(); ++local) {
    if (local->first == name) {
      return &local->second;
    }
  }
  const auto found = globals_.find(name);
  if (found != globals_.end()) {
    return &found->second;
  }
  static const Value unknown;
  return counters_.find(name) == counters_.end() ? nullptr : &unknown;
}

void Scope::assign(std::string_view name, Value value) {
  const auto found = globals_.find(name);
  if (!trials_.empty()) {
    trials_.back().emplace_back(std::string(name), found == globals_.end()
                                                       ? std::nullopt
                                                       : std::optional<Value>(std::move(found->second)));
  }
  if (found == globals_.end()) {
    globals_.emplace(std::string(name), std::move(value));
  } else {
    found->second = std::move(value);
  }
}

std::size_t Scope::forget_all() {
  forgotten_ = true;
  for (auto& [name, value] : globals_) {
    if (!trials_.empty()) {
      trials_.back().emplace_back(name, std::move(value));
    }
    value = Value();
  }
  return globals_.size();
}

std::vector<std::string> Scope::end_trial() {
  Undo undo = std::move(trials_.back());
  trials_.pop_back();
  std::vector<std::string> names;
  for (auto step = undo.rbegin(); step != undo.rend(); ++step) {
    if (step->second) {
      globals_.insert_or_assign(step->first, std::move(*step->second));
    } else {
      globals_.erase(step->first);
    }
    names.push_back(std::move(step->first));
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace liquid
