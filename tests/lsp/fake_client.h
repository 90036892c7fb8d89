// An editor for tests: drives the real server inside this process, through a transport of its own. The server
// runs on a thread of its own as it does in the program; the test waits for what it expects and never sleeps.
#pragma once

#include <asio/io_context.hpp>
#include <map>
#include <memory>
#include <mutex>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "server/lsp/language_server.h"
#include "tests/lsp/mailbox.h"

namespace support {

class FakeClient {
 public:
  explicit FakeClient(lsp::ServerOptions options = default_options());
  ~FakeClient();  // ends the session, hard if need be
  FakeClient(const FakeClient&) = delete;
  FakeClient& operator=(const FakeClient&) = delete;

  [[nodiscard]] static lsp::ServerOptions default_options();
  // What most tests say in `initialize`: pushed diagnostics without delay, nested symbols.
  [[nodiscard]] static json default_capabilities();
  [[nodiscard]] static json default_settings() { return {{"diagnostics", {{"delay", 0}}}}; }

  // Messages

  void send(const json& message);    // with "jsonrpc" added
  void send_body(std::string body);  // as it is
  int request(const std::string& method, json params);
  void notify(const std::string& method, json params);
  json response(int id);                              // {"result": …} or {"error": …}
  json call(const std::string& method, json params);  // the result; throws on an error
  json call_error(const std::string& method, json params);
  // The params of the next message with this method (and params that match).
  json wait_for(
      const std::string& method, const Mailbox::Matches& matches = [](const json&) { return true; });
  // A message with this method has come and was not taken; for what must not come.
  bool has(const std::string& method);
  bool has_response(int id);
  // Server requests are answered at once with null, `workspace/configuration` with `settings`, others as set
  // here.
  void answer(const std::string& method, json result);
  void leave_unanswered(const std::string& method);

  // Conversations

  // initialize and initialized; the result of the former.
  json initialize(const std::vector<std::string>& folder_uris, json capabilities = default_capabilities(),
                  json options = default_settings());
  void open(const std::string& uri, const std::string& text, int version = 1);
  void change(const std::string& uri, int version, json content_changes);
  void change_all(const std::string& uri, int version, const std::string& text);
  void close(const std::string& uri);
  // The diagnostics pushed next for a document.
  json diagnostics(const std::string& uri);
  // … the next ones whose codes are exactly these, in order: for lists that get better as more becomes known.
  void wait_for_codes(const std::string& uri, const std::vector<std::string>& codes);
  std::vector<std::string> symbol_names(const std::string& uri);
  // Waits until the document's site is read.
  void wait_for_site(const std::string& uri);

  // shutdown and exit; the exit code.
  int shut_down();
  // The input ends; the exit code.
  int end_of_input();
  // Waits for the server's own end.
  int wait_for_end();

 private:
  class PipeTransport;

  asio::io_context main_;
  Mailbox mailbox_;
  std::mutex answers_mutex_;
  std::map<std::string, json> answers_;
  PipeTransport* transport_ = nullptr;  // owned by the server
  std::unique_ptr<lsp::LanguageServer> server_;
  std::thread thread_;
  int next_id_ = 1;
};

// The codes of a list of diagnostics.
[[nodiscard]] std::vector<std::string> codes(const json& diagnostics);

}  // namespace support
