// An endpoint under test with its surroundings: what it sent, what it logged, how it exited. The tests are
// the client; they speak JSON so that the wire format itself is under test.
#pragma once

#include <deque>
#include <functional>
#include <gmock/gmock.h>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "protocol/endpoint.h"

namespace protocol {

class Session {
 public:
  Session() {
    endpoint.emplace(Hooks{
        .send = [this](const std::string& body) { sent.push_back(json::parse(body)); },
        .post = [this](std::function<void()> task) { posted.push_back(std::move(task)); },
        .log = [this](LogLevel, const std::string& line) { log.push_back(line); },
        .exit = [this](bool after_shutdown) { exited = after_shutdown; },
    });
  }

  // Receives one message (its "jsonrpc" is added) and runs the strand until it is idle.
  void receive(json message) {
    message["jsonrpc"] = "2.0";
    receive_body(message.dump());
  }
  void receive_body(const std::string& body) {
    endpoint->receive(body);
    run_posted();
  }
  void run_posted() {
    while (!posted.empty()) {
      const std::function<void()> task = std::move(posted.front());
      posted.pop_front();
      task();
    }
  }
  // Brings the session to where most tests start; nothing of it is left in `sent`.
  void initialize() {
    receive({{"id", 0}, {"method", "initialize"}, {"params", json::object()}});
    receive({{"method", "initialized"}, {"params", json::object()}});
    sent.clear();
  }
  // The only message sent since the last call.
  json take_sent() {
    EXPECT_EQ(sent.size(), 1U) << json(sent).dump(2);
    const json message = sent.empty() ? json() : sent.front();
    sent.clear();
    return message;
  }
  // The error code of the only message sent, which answers `id`.
  int take_error(const json& id) {
    const json message = take_sent();
    EXPECT_EQ(message.value("id", json("none")), id) << message;
    return message.value("/error/code"_json_pointer, 0);
  }

  std::vector<json> sent;
  std::vector<std::string> log;
  std::optional<bool> exited;
  std::deque<std::function<void()>> posted;
  std::optional<Endpoint> endpoint;
};

inline json hover_request(const json& id) {
  return {
      {"id", id},
      {"method", "textDocument/hover"},
      {"params", {{"textDocument", {{"uri", "file:///a"}}}, {"position", {{"line", 1}, {"character", 2}}}}}};
}

}  // namespace protocol
