#include "bench/editor.h"

#include <array>
#include <fcntl.h>
#include <fstream>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace bench {

using nlohmann::json;

Editor::Editor(const std::string& program) {
  std::array<int, 2> in{};
  std::array<int, 2> out{};
  if (pipe2(in.data(), O_CLOEXEC) != 0 || pipe2(out.data(), O_CLOEXEC) != 0)
    throw std::runtime_error("no pipe");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, in[0], STDIN_FILENO);
  posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
  std::string name = program;
  std::string mode = "--stdio";
  std::string level = "--log-level=error";
  std::array<char*, 4> arguments = {name.data(), mode.data(), level.data(), nullptr};
  const int failed = posix_spawn(&process_, program.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(in[0]);
  close(out[1]);
  to_server_ = in[1];
  from_server_ = out[0];
  if (failed != 0) throw std::runtime_error("cannot start " + program);
}

Editor::~Editor() {
  try {
    request("shutdown", nullptr);
    notify("exit", nullptr);
  } catch (const std::exception&) {
    // It is gone already; waiting for it is all that is left.
  }
  close(to_server_);
  close(from_server_);
  waitpid(process_, nullptr, 0);
}

void Editor::send(const json& message) {
  const std::string bytes = protocol::frame(message.dump());
  for (std::size_t sent = 0; sent < bytes.size();) {
    const ssize_t count = write(to_server_, bytes.data() + sent, bytes.size() - sent);
    if (count < 0) throw std::runtime_error("the server does not read");
    sent += static_cast<std::size_t>(count);
  }
}

json Editor::receive() {
  for (;;) {
    if (std::optional<std::string> body = framing_.next()) return json::parse(*body);
    std::array<char, 65536> buffer;
    const ssize_t count = read(from_server_, buffer.data(), buffer.size());
    if (count <= 0) throw std::runtime_error("the server has ended");
    framing_.feed({buffer.data(), static_cast<std::size_t>(count)});
  }
}

void Editor::notify(std::string_view method, json params) {
  json message = {{"jsonrpc", "2.0"}, {"method", method}};
  if (!params.is_null()) message["params"] = std::move(params);
  send(message);
}

json Editor::request(std::string_view method, json params) {
  const std::int64_t id = ++last_id_;
  json message = {{"jsonrpc", "2.0"}, {"id", id}, {"method", method}};
  if (!params.is_null()) message["params"] = std::move(params);
  send(message);
  for (;;) {
    json reply = receive();
    if (reply.contains("method")) {
      if (!reply.contains("id")) continue;  // a notification
      json result = nullptr;
      if (reply["method"] == "workspace/configuration") result = json::array({nullptr});
      send({{"jsonrpc", "2.0"}, {"id", reply["id"]}, {"result", std::move(result)}});
      continue;
    }
    if (reply["id"] != id) continue;
    if (reply.contains("error")) throw std::runtime_error(std::string(method) + ": " + reply["error"].dump());
    return std::move(reply["result"]);
  }
}

void Editor::initialize(const std::string& root) {
  // An editor that asks for diagnostics itself: then no pause in typing stands between key and answer.
  json capabilities = json::parse(R"({
    "general": {"positionEncodings": ["utf-8"]},
    "textDocument": {"diagnostic": {}, "synchronization": {}, "completion": {}},
    "workspace": {"configuration": true, "didChangeWatchedFiles": {"dynamicRegistration": true}}
  })");
  const std::string uri = "file://" + root;
  request("initialize", {{"processId", nullptr},
                         {"rootUri", uri},
                         {"workspaceFolders", json::array({{{"uri", uri}, {"name", "bench"}}})},
                         {"capabilities", std::move(capabilities)}});
  notify("initialized", json::object());
}

std::size_t Editor::status_bytes(std::string_view field) const {
  std::ifstream status("/proc/" + std::to_string(process_) + "/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(field)) return std::stoul(line.substr(field.size())) * 1024;
  }
  return 0;
}

std::size_t Editor::resident_memory() const {
  return status_bytes("VmRSS:");
}
std::size_t Editor::peak_memory() const {
  return status_bytes("VmHWM:");
}

}  // namespace bench
