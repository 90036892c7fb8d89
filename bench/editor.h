// An editor as the benchmark needs it: starts the real program and talks to it over its standard input and
// output, one message at a time. Not a test double: nothing of the server runs in this process.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "protocol/framing.h"

namespace bench {

class Editor {
 public:
  // Starts `program`. Throws std::runtime_error if that fails, and later if the server goes away.
  explicit Editor(const std::string& program);
  ~Editor();
  Editor(const Editor&) = delete;
  Editor& operator=(const Editor&) = delete;

  // `initialize` and `initialized`; `root` is an absolute folder.
  void initialize(const std::string& root);
  void notify(std::string_view method, nlohmann::json params);
  // Sends a request and waits for its result, answering what the server asks in the meantime. Throws on an
  // error reply.
  nlohmann::json request(std::string_view method, nlohmann::json params);

  // In bytes, from /proc: what the server holds now, and the most it ever held.
  [[nodiscard]] std::size_t resident_memory() const;
  [[nodiscard]] std::size_t peak_memory() const;

 private:
  void send(const nlohmann::json& message);
  nlohmann::json receive();
  [[nodiscard]] std::size_t status_bytes(std::string_view field) const;

  int process_ = 0;
  int to_server_ = -1;
  int from_server_ = -1;
  std::int64_t last_id_ = 0;
  protocol::Framing framing_;
};

}  // namespace bench
