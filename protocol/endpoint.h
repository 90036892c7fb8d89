// One side of an LSP session: message bodies in, handlers called; outgoing calls matched to their replies. It
// owns the rules of the conversation (LSP 3.17, "Base Protocol" and "Lifecycle Messages") and knows neither
// how bodies travel nor what any method means.
//
// Single-threaded: construct it, register, receive, call and destroy on one strand. The only part that other
// threads may touch is a Responder, which gets its answer back to the strand through Hooks::post.
//
//   asio::io_context io;
//   std::unique_ptr<protocol::Transport> transport = protocol::make_stdio_transport(io);
//   asio::thread_pool pool(2);
//   int exit_code = 1;
//
//   protocol::Endpoint endpoint({
//       .send = [&](std::string body) { transport->send(std::move(body)); },
//       .post = [&](std::function<void()> task) { asio::post(io, std::move(task)); },
//       .log = [&](protocol::LogLevel level, const std::string& line) { log(level, line); },
//       .exit = [&](bool after_shutdown) {
//         exit_code = after_shutdown ? 0 : 1;
//         transport->close();  // writes what is queued; then io.run() returns
//       },
//   });
//
//   endpoint.on<protocol::Initialize>([&](types::InitializeParams params, Responder<Initialize> respond) {
//     const bool markdown = params.capabilities.lists("/textDocument/hover/contentFormat", "markdown");
//     respond.reply({.capabilities = json{{"hoverProvider", true}, {"positionEncoding", "utf-16"}},
//                    .serverInfo = types::ServerInfo{.name = "a-server"}});
//   });
//   endpoint.on<protocol::Initialized>([&](types::NoParams) {
//     endpoint.call<protocol::WorkspaceConfiguration>(
//         {.items = {{.section = "a-server"}}},
//         [&](protocol::Outcome<protocol::WorkspaceConfiguration> outcome) {
//           if (const auto* settings = std::get_if<std::vector<types::LSPAny>>(&outcome)) use(*settings);
//         });
//   });
//   endpoint.on<protocol::DidOpen>([&](types::DidOpenTextDocumentParams params) {
//     open(params.textDocument);
//   });
//   endpoint.on<protocol::Hover>([&](types::TextDocumentPositionParams params, Responder<Hover> respond) {
//     asio::post(pool, [site = snapshot(), params, respond] {        // a Responder may be copied and moved
//       if (respond.cancelled()) return;                              // dropped: answered RequestCancelled
//       respond.reply(hover(*site, params, respond.stop_token()));    // from any thread, once
//     });
//   });
//
//   transport->start([&](std::string body) { endpoint.receive(body); },
//                    [&](const protocol::End& end) {
//                      log_line(end.message);
//                      endpoint.close();   // every token is stopped, every open call fails
//                      transport->close();
//                    });
//   io.run();
//   pool.join();  // before the endpoint and io go away
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "protocol/json_rpc.h"
#include "protocol/methods.h"
#include "protocol/types/codec.h"

namespace protocol {

enum class LogLevel { debug, warning, error };

// The result of an outgoing call. Also a ResponseError: an answer of the wrong shape, a session that ended.
template <RequestTag M>
using Outcome = std::variant<typename M::Result, ResponseError>;

// What the endpoint needs from outside. Those left empty do nothing, except `post`, which then runs the task
// at once.
struct Hooks {
  std::function<void(std::string body)> send{};  // called on the strand; usually Transport::send
  // Runs a task on the strand soon; called from any thread, as long as any Responder lives.
  std::function<void(std::function<void()> task)> post{};
  std::function<void(LogLevel level, const std::string& line)> log{};  // on the strand
  // The `exit` notification came (told through `post`, behind the answers before it); `after_shutdown`
  // decides the exit code (LSP: 0 after shutdown, else 1).
  std::function<void(bool after_shutdown)> exit{};
};

class EndpointCore;

// One request that is owed an answer. Shared by the copies of its Responder; see there.
class Owed {
 public:
  Owed(std::weak_ptr<EndpointCore> core, std::function<void(std::function<void()>)> post, Id id,
       std::string method);
  Owed(const Owed&) = delete;
  Owed& operator=(const Owed&) = delete;
  ~Owed();  // answers, when nobody did

  void answer(std::variant<json, ResponseError> outcome);
  [[nodiscard]] bool answered() const { return answered_; }
  [[nodiscard]] const Id& id() const { return id_; }
  [[nodiscard]] std::stop_source& stop() { return stop_; }

 private:
  std::weak_ptr<EndpointCore> core_;
  std::function<void(std::function<void()>)> post_;
  Id id_;
  std::string method_;
  std::stop_source stop_;
  std::atomic<bool> answered_ = false;
};

// The duty to answer one request, exactly once, from any thread. The first answer counts; later ones are
// dropped with a log line. When the last copy goes without an answer, the client gets RequestCancelled if it
// had cancelled the request, else InternalError. The result is turned into JSON on the calling thread.
template <RequestTag M>
class Responder {
 public:
  explicit Responder(std::shared_ptr<Owed> owed) : owed_(std::move(owed)) {}

  void reply(const typename M::Result& result) const { owed_->answer(types::encode(result)); }
  // `message` is one sentence for a person; editors show it.
  void fail(ErrorCode code, std::string message, json data = nullptr) const {
    owed_->answer(ResponseError{.code = code, .message = std::move(message), .data = std::move(data)});
  }

  // Stopped by `$/cancelRequest` and by the end of the session. A result may still be given.
  [[nodiscard]] std::stop_token stop_token() const { return owed_->stop().get_token(); }
  [[nodiscard]] bool cancelled() const { return owed_->stop().stop_requested(); }
  // The server's own wish, for instance when an edit makes the answer worthless. Answer with ContentModified
  // or ServerCancelled afterwards.
  void request_stop() const { owed_->stop().request_stop(); }
  [[nodiscard]] const Id& id() const { return owed_->id(); }

 private:
  std::shared_ptr<Owed> owed_;
};

class Endpoint {
 public:
  explicit Endpoint(Hooks hooks);
  Endpoint(const Endpoint&) = delete;
  Endpoint& operator=(const Endpoint&) = delete;
  ~Endpoint();  // as close(); answers that come later are dropped

  // Registers the handler of a method; a second one replaces the first. A request's handler may answer at
  // once or later. A handler that throws costs one InternalError and a log line. Params of the wrong shape
  // never reach it: requests get InvalidParams naming the member, notifications are dropped with a log line.
  // `initialize` and `shutdown` need no handler to be obeyed (the default result is empty), `exit` and
  // `$/cancelRequest` cannot have one.
  template <RequestTag M>
  void on(std::function<void(typename M::Params params, Responder<M> respond)> handler) {
    on_request(std::string(M::method), [handler = std::move(handler)](const json& params) -> Answerer {
      return
          [&handler, params = types::decode<typename M::Params>(params)](std::shared_ptr<Owed> owed) mutable {
            handler(std::move(params), Responder<M>(std::move(owed)));
          };
    });
  }
  template <NotificationTag M>
  void on(std::function<void(typename M::Params params)> handler) {
    on_notification(std::string(M::method), [handler = std::move(handler)](const json& params) -> Task {
      return [&handler, params = types::decode<typename M::Params>(params)]() mutable {
        handler(std::move(params));
      };
    });
  }

  // Takes one message body. Never throws; whatever is wrong with the body is answered or logged.
  void receive(std::string_view body);

  // Sends a request. `done` is called on the strand exactly once: with the reply, or with an error from
  // close().
  template <RequestTag M>
  Id call(const typename M::Params& params, std::function<void(Outcome<M> outcome)> done = {}) {
    return send_request(std::string(M::method), types::encode(params),
                        [done = std::move(done)](std::variant<json, ResponseError> outcome) {
                          if (done) done(typed_outcome<M>(std::move(outcome)));
                        });
  }
  // Tells the other side that the answer is no longer needed; `done` is called all the same.
  void cancel(const Id& id);

  template <NotificationTag M>
  void notify(const typename M::Params& params) {
    send_notification(std::string(M::method), types::encode(params));
  }

  // Ends the session from this side: stops the tokens of running requests, fails open calls with
  // RequestCancelled, ignores what is received from now on. Answers to running requests are still sent.
  void close();

  // True between the arrival of `initialize` and that of `shutdown`.
  [[nodiscard]] bool in_session() const;
  [[nodiscard]] std::size_t running_requests() const;  // received and not yet answered

  // $/logTrace, if the client asked for traces ($/setTrace or initialize); `verbose` goes only to "verbose".
  void log_trace(const std::string& message, const std::string& verbose = {});

 private:
  // Decoding and running are two steps, so that a DecodeError from inside a handler is not the client's
  // fault.
  using Task = std::function<void()>;
  using Answerer = std::function<void(std::shared_ptr<Owed>)>;

  template <RequestTag M>
  static Outcome<M> typed_outcome(std::variant<json, ResponseError> outcome) {
    if (auto* error = std::get_if<ResponseError>(&outcome)) return std::move(*error);
    try {
      return types::decode<typename M::Result>(std::get<json>(outcome));
    } catch (const types::DecodeError& error) {
      return ResponseError{
          .code = ErrorCode::InternalError,
          .message = "The answer to " + std::string(M::method) + " is malformed: " + error.what()};
    }
  }

  void on_request(std::string method, std::function<Answerer(const json&)> handler);
  void on_notification(std::string method, std::function<Task(const json&)> handler);
  Id send_request(std::string method, json params,
                  std::function<void(std::variant<json, ResponseError>)> done);
  void send_notification(std::string method, json params);

  std::shared_ptr<EndpointCore> core_;
};

}  // namespace protocol
