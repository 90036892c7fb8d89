#include "tests/lsp/mailbox.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace support {

void Mailbox::deliver(json message) {
  const std::lock_guard lock(mutex_);
  messages_.push_back(std::move(message));
  arrived_.notify_all();
}

void Mailbox::close() {
  const std::lock_guard lock(mutex_);
  closed_ = true;
  arrived_.notify_all();
}

std::optional<json> Mailbox::find(const Matches& matches) {
  const auto found = std::find_if(messages_.begin(), messages_.end(), matches);
  if (found == messages_.end()) return std::nullopt;
  json message = std::move(*found);
  messages_.erase(found);
  return message;
}

json Mailbox::take(const std::string& what, const Matches& matches) {
  std::unique_lock lock(mutex_);
  std::optional<json> found;
  arrived_.wait_for(lock, patience, [&] { return (found = find(matches)).has_value() || closed_; });
  if (!found) throw std::runtime_error("the server never sent " + what + "; it sent:\n" + describe());
  return std::move(*found);
}

bool Mailbox::there(const Matches& matches) {
  const std::lock_guard lock(mutex_);
  return std::any_of(messages_.begin(), messages_.end(), matches);
}

void Mailbox::wait_closed() {
  std::unique_lock lock(mutex_);
  if (!arrived_.wait_for(lock, patience, [&] { return closed_; }))
    throw std::runtime_error("the server never ended; it sent:\n" + describe());
}

std::string Mailbox::describe() const {
  std::string all;
  for (const json& message : messages_) all += message.dump() + "\n";
  return all;
}

}  // namespace support
