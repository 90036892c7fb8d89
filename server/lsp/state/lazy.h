// A value that the first thread to ask for it makes; the others wait for it. This keeps parsing off the main
// strand without handing half-finished work between threads.
#pragma once

#include <functional>
#include <mutex>
#include <utility>

namespace lsp {

template <class T>
class Lazy {
 public:
  explicit Lazy(std::function<T()> make) : make_(std::move(make)) {}
  explicit Lazy(T value) : value_(std::move(value)) {}

  // If making throws, so does this, and the next call tries again.
  [[nodiscard]] const T& get() const {
    const std::lock_guard lock(mutex_);
    if (make_) {
      value_ = make_();
      make_ = nullptr;  // what it holds is not needed any more
    }
    return value_;
  }

 private:
  mutable std::mutex mutex_;
  mutable std::function<T()> make_;
  mutable T value_{};
};

}  // namespace lsp
