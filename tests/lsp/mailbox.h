// Messages that came from a server, and waiting for one of them with a deadline: what all test clients share.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace support {

using nlohmann::json;

// Long enough for a loaded machine and a sanitizer; a test that passes never waits for it.
inline constexpr std::chrono::seconds patience{30};

class Mailbox {
 public:
  using Matches = std::function<bool(const json& message)>;

  void deliver(json message);
  void close();  // nothing more will come

  // Takes the first message that matches, of those not taken before; waits for it. Throws std::runtime_error
  // with all messages when the deadline passes or the box was closed.
  json take(const std::string& what, const Matches& matches);
  // A message that matches has come already and was not taken.
  bool there(const Matches& matches);
  void wait_closed();

 private:
  std::optional<json> find(const Matches& matches);
  [[nodiscard]] std::string describe() const;

  std::mutex mutex_;
  std::condition_variable arrived_;
  std::vector<json> messages_;
  bool closed_ = false;
};

}  // namespace support
