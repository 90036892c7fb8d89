#include "tests/lsp/fake_client.h"

#include <asio/post.hpp>
#include <optional>
#include <stdexcept>
#include <utility>

#include "protocol/transport.h"

namespace support {

// Bodies without framing. Its members run on the server's strand, `receive` and `end` on the test's thread.
class FakeClient::PipeTransport : public protocol::Transport {
 public:
  PipeTransport(asio::io_context& main, FakeClient& client)
      : main_(main), client_(client), alive_(main.get_executor()) {}

  void start(OnBody on_body, OnEnd on_end) override {
    on_body_ = std::move(on_body);
    on_end_ = std::move(on_end);
  }
  void send(std::string body) override {
    json message = json::parse(body);
    const bool is_request = message.contains("method") && message.contains("id");
    if (is_request) answer(message);
    client_.mailbox_.deliver(std::move(message));
  }
  void close() override {
    if (!alive_) return;
    on_body_ = nullptr;
    alive_.reset();
    client_.mailbox_.close();
  }

  void receive(std::string body) {
    asio::post(main_, [this, body = std::move(body)] {
      if (on_body_) on_body_(body);
    });
  }
  void end() {
    asio::post(main_, [this] {
      if (on_body_) on_end_({protocol::EndReason::end_of_input, "the client closed its end"});
    });
  }

 private:
  void answer(const json& request) {
    const std::string method = request["method"];
    std::optional<json> result = json();
    {
      const std::lock_guard lock(client_.answers_mutex_);
      const auto prepared = client_.answers_.find(method);
      if (prepared != client_.answers_.end()) result = prepared->second;
    }
    if (result->is_discarded()) return;
    receive(json{{"jsonrpc", "2.0"}, {"id", request["id"]}, {"result", *result}}.dump());
  }

  asio::io_context& main_;
  FakeClient& client_;
  OnBody on_body_;
  OnEnd on_end_;
  // A transport that reads is work that keeps the loop running.
  std::optional<asio::executor_work_guard<asio::io_context::executor_type>> alive_;
};

FakeClient::FakeClient(lsp::ServerOptions options) {
  auto transport = std::make_unique<PipeTransport>(main_, *this);
  transport_ = transport.get();
  server_ = std::make_unique<lsp::LanguageServer>(main_, std::move(transport), options);
  server_->start();
  thread_ = std::thread([this] { main_.run(); });
}

FakeClient::~FakeClient() {
  if (!thread_.joinable()) return;
  transport_->end();
  thread_.join();
}

lsp::ServerOptions FakeClient::default_options() {
  lsp::ServerOptions options;
  options.workers = 2;
  options.check_process_every = std::chrono::milliseconds(20);
  return options;
}

json FakeClient::default_capabilities() {
  return {{"textDocument",
           {{"publishDiagnostics", {{"versionSupport", true}, {"codeDescriptionSupport", true}}},
            {"documentSymbol", {{"hierarchicalDocumentSymbolSupport", true}}}}}};
}

void FakeClient::send(const json& message) {
  json complete = message;
  complete["jsonrpc"] = "2.0";
  send_body(complete.dump());
}

void FakeClient::send_body(std::string body) {
  transport_->receive(std::move(body));
}

int FakeClient::request(const std::string& method, json params) {
  const int id = next_id_++;
  send({{"id", id}, {"method", method}, {"params", std::move(params)}});
  return id;
}

void FakeClient::notify(const std::string& method, json params) {
  send({{"method", method}, {"params", std::move(params)}});
}

json FakeClient::response(int id) {
  return mailbox_.take("the answer to request " + std::to_string(id), [id](const json& message) {
    return !message.contains("method") && message.contains("id") && message["id"] == id;
  });
}

json FakeClient::call(const std::string& method, json params) {
  json answer = response(request(method, std::move(params)));
  if (answer.contains("error")) throw std::runtime_error(method + " failed: " + answer["error"].dump());
  return answer["result"];
}

json FakeClient::call_error(const std::string& method, json params) {
  json answer = response(request(method, std::move(params)));
  if (!answer.contains("error")) throw std::runtime_error(method + " did not fail: " + answer.dump());
  return answer["error"];
}

json FakeClient::wait_for(const std::string& method, const Mailbox::Matches& matches) {
  json message = mailbox_.take(method, [&](const json& candidate) {
    return candidate.value("method", "") == method && matches(candidate.value("params", json()));
  });
  return message["params"];
}

bool FakeClient::has_response(int id) {
  return mailbox_.there(
      [&](const json& message) { return !message.contains("method") && message["id"] == id; });
}

bool FakeClient::has(const std::string& method) {
  return mailbox_.there([&](const json& message) { return message.value("method", "") == method; });
}

void FakeClient::answer(const std::string& method, json result) {
  const std::lock_guard lock(answers_mutex_);
  answers_[method] = std::move(result);
}

void FakeClient::leave_unanswered(const std::string& method) {
  answer(method, json(json::value_t::discarded));
}

json FakeClient::initialize(const std::vector<std::string>& folder_uris, json capabilities, json options) {
  json folders = json::array();
  for (const std::string& uri : folder_uris) folders.push_back({{"uri", uri}, {"name", uri}});
  json result = call("initialize", {{"processId", nullptr},
                                    {"rootUri", nullptr},
                                    {"workspaceFolders", std::move(folders)},
                                    {"capabilities", std::move(capabilities)},
                                    {"initializationOptions", std::move(options)}});
  notify("initialized", json::object());
  return result;
}

void FakeClient::open(const std::string& uri, const std::string& text, int version) {
  notify(
      "textDocument/didOpen",
      {{"textDocument", {{"uri", uri}, {"languageId", "markdown"}, {"version", version}, {"text", text}}}});
}

void FakeClient::change(const std::string& uri, int version, json content_changes) {
  notify("textDocument/didChange", {{"textDocument", {{"uri", uri}, {"version", version}}},
                                    {"contentChanges", std::move(content_changes)}});
}

void FakeClient::change_all(const std::string& uri, int version, const std::string& text) {
  change(uri, version, json::array({{{"text", text}}}));
}

void FakeClient::close(const std::string& uri) {
  notify("textDocument/didClose", {{"textDocument", {{"uri", uri}}}});
}

json FakeClient::diagnostics(const std::string& uri) {
  return wait_for("textDocument/publishDiagnostics",
                  [&](const json& params) { return params["uri"] == uri; });
}

void FakeClient::wait_for_codes(const std::string& uri, const std::vector<std::string>& expected) {
  wait_for("textDocument/publishDiagnostics", [&](const json& params) {
    return params["uri"] == uri && codes(params["diagnostics"]) == expected;
  });
}

std::vector<std::string> FakeClient::symbol_names(const std::string& uri) {
  const json symbols = call("textDocument/documentSymbol", {{"textDocument", {{"uri", uri}}}});
  std::vector<std::string> names;
  const std::function<void(const json&)> add = [&](const json& list) {
    for (const json& symbol : list) {
      names.push_back(symbol["name"]);
      if (symbol.contains("children")) add(symbol["children"]);
    }
  };
  add(symbols);
  return names;
}

void FakeClient::wait_for_site(const std::string& uri) {
  call("textDocument/hover",
       {{"textDocument", {{"uri", uri}}}, {"position", {{"line", 0}, {"character", 0}}}});
}

int FakeClient::shut_down() {
  call("shutdown", nullptr);
  send({{"method", "exit"}});
  return wait_for_end();
}

int FakeClient::end_of_input() {
  transport_->end();
  return wait_for_end();
}

int FakeClient::wait_for_end() {
  mailbox_.wait_closed();
  thread_.join();
  return server_->exit_code();
}

std::vector<std::string> codes(const json& diagnostics) {
  std::vector<std::string> found;
  for (const json& diagnostic : diagnostics) found.push_back(diagnostic.value("code", ""));
  return found;
}

}  // namespace support
