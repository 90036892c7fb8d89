#include "protocol/endpoint.h"

#include <map>
#include <unordered_map>
#include <vector>

namespace protocol {

namespace {

using Result = std::variant<json, ResponseError>;

// Absent params stand for a struct whose members are all optional.
json or_empty_object(json params) {
  return params.is_null() ? json::object() : std::move(params);
}

// "params.textDocument.uri must be a string."
std::string complaint_about_params(const types::DecodeError& error) {
  return std::string(error.inside("params").what()) + ".";
}

}  // namespace

// The state that an endpoint shares with the answers under way to it; all of it belongs to the strand.
class EndpointCore : public std::enable_shared_from_this<EndpointCore> {
 public:
  using Task = std::function<void()>;
  using Answerer = std::function<void(std::shared_ptr<Owed>)>;
  using RequestHandler = std::function<Answerer(const json&)>;
  using NotificationHandler = std::function<Task(const json&)>;
  using Done = std::function<void(Result)>;

  explicit EndpointCore(Hooks hooks) : hooks_(std::move(hooks)) {}

  // Handlers are shared so that one may replace itself while it runs.
  void on_request(std::string method, RequestHandler handler) {
    request_handlers_[std::move(method)] = std::make_shared<const RequestHandler>(std::move(handler));
  }
  void on_notification(std::string method, NotificationHandler handler) {
    notification_handlers_[std::move(method)] =
        std::make_shared<const NotificationHandler>(std::move(handler));
  }

  void receive(std::string_view body) {
    if (state_ == State::over) return;
    std::visit([this](auto&& message) { take(std::forward<decltype(message)>(message)); },
               parse_message(body));
  }

  Id send_request(std::string method, json params, Done done) {
    const std::int64_t id = next_call_++;
    if (state_ == State::over) {
      finish(Call{method, std::move(done)}, session_ended());
      return id;
    }
    calls_.emplace(id, Call{method, std::move(done)});
    send(to_body(Request{.id = id, .method = std::move(method), .params = std::move(params)}));
    return id;
  }

  void send_notification(std::string method, json params) {
    if (state_ == State::over) return;
    send(to_body(Notification{.method = std::move(method), .params = std::move(params)}));
  }

  void cancel_call(const Id& id) {
    const auto* number = std::get_if<std::int64_t>(&id);
    if (number == nullptr || !calls_.contains(*number)) return;
    send_notification(std::string(CancelRequest::method), types::encode(types::CancelParams{.id = id}));
  }

  // An answer has reached the strand.
  void answered(const Id& id, std::string_view method, bool failed, std::string body) {
    running_.erase(id);
    if (method == Initialize::method && failed && state_ == State::in_session) state_ = State::uninitialized;
    send(std::move(body));
  }

  void close() {
    state_ = State::over;
    for (auto& [id, stop] : std::map(running_)) stop.request_stop();
    for (auto& [id, call] : std::exchange(calls_, {})) finish(call, session_ended());
  }

  void log(LogLevel level, const std::string& line) const {
    if (hooks_.log) hooks_.log(level, line);
  }

  void log_trace(const std::string& message, const std::string& verbose) {
    if (trace_ != types::TraceValue::Messages && trace_ != types::TraceValue::Verbose) return;
    types::LogTraceParams params{.message = message};
    if (trace_ == types::TraceValue::Verbose && !verbose.empty()) params.verbose = verbose;
    send_notification(std::string(LogTrace::method), types::encode(params));
  }

  [[nodiscard]] bool in_session() const { return state_ == State::in_session; }
  [[nodiscard]] std::size_t running() const { return running_.size(); }

 private:
  enum class State { uninitialized, in_session, shut_down, over };
  struct Call {
    std::string method;
    Done done;
  };

  void take(Request request) {
    if (running_.contains(request.id)) {
      refuse(request, ErrorCode::InvalidRequest, "The id " + to_string(request.id) + " is still in use.");
      return;
    }
    const bool is_initialize = request.method == Initialize::method;
    if (state_ == State::uninitialized && !is_initialize) {
      refuse(request, ErrorCode::ServerNotInitialized, "The server has not been initialized.");
      return;
    }
    if (state_ == State::in_session && is_initialize) {
      refuse(request, ErrorCode::InvalidRequest, "The server is initialized already.");
      return;
    }
    if (state_ == State::shut_down) {
      refuse(request, ErrorCode::InvalidRequest, "The server is shutting down.");
      return;
    }

    const std::shared_ptr<const RequestHandler> handler = request_handler(request.method);
    if (!handler) {
      refuse(request, ErrorCode::MethodNotFound, "The method " + request.method + " is not supported.");
      return;
    }
    json params = or_empty_object(std::move(request.params));
    if (is_initialize) read_trace(params);
    Answerer answerer;
    try {
      answerer = (*handler)(params);
    } catch (const types::DecodeError& error) {
      log(LogLevel::warning, request.method + ": " + complaint_about_params(error));
      refuse(request, ErrorCode::InvalidParams, complaint_about_params(error));
      return;
    }
    if (is_initialize) state_ = State::in_session;
    if (request.method == Shutdown::method) state_ = State::shut_down;

    const auto owed = std::make_shared<Owed>(weak_from_this(), hooks_.post, request.id, request.method);
    running_.emplace(request.id, owed->stop());
    try {
      answerer(owed);
    } catch (const std::exception& error) {
      handler_failed(request.method, error.what(), *owed);
    } catch (...) {
      handler_failed(request.method, "unknown exception", *owed);
    }
  }

  void take(Notification notification) {
    if (notification.method == Exit::method) {
      const bool after_shutdown = state_ == State::shut_down;
      close();
      // Answers given just now are still on their way through `post`; the exit must not overtake them.
      post([exit = hooks_.exit, after_shutdown] {
        if (exit) exit(after_shutdown);
      });
      return;
    }
    if (state_ != State::in_session) return;
    const auto found = notification_handlers_.find(notification.method);
    const bool own = notification.method == CancelRequest::method || notification.method == SetTrace::method;
    if (found == notification_handlers_.end() && !own) {
      // LSP: those that begin with `$/` may be ignored by anyone. The others are not worth an error either,
      // and `initialized` asks for nothing.
      const bool expected =
          notification.method.starts_with("$/") || notification.method == Initialized::method;
      if (!expected) log(LogLevel::debug, notification.method + " is not supported.");
      return;
    }
    const json params = or_empty_object(std::move(notification.params));
    try {
      if (notification.method == CancelRequest::method)
        return cancel(types::decode<types::CancelParams>(params));
      if (notification.method == SetTrace::method)
        trace_ = types::decode<types::SetTraceParams>(params).value;
      if (found != notification_handlers_.end()) {
        const std::shared_ptr<const NotificationHandler> handler = found->second;
        run(notification.method, (*handler)(params));
      }
    } catch (const types::DecodeError& error) {
      log(LogLevel::warning, notification.method + " dropped: " + complaint_about_params(error));
    }
  }

  void take(Response response) {
    const auto* id = response.id ? std::get_if<std::int64_t>(&*response.id) : nullptr;
    const auto call = id != nullptr ? calls_.find(*id) : calls_.end();
    if (call == calls_.end()) {
      const auto* error = std::get_if<ResponseError>(&response.outcome);
      log(LogLevel::warning, "A response to no request, id " +
                                 (response.id ? to_string(*response.id) : "null") +
                                 (error != nullptr ? ": " + error->message : "."));
      return;
    }
    const Call done = std::move(call->second);
    calls_.erase(call);
    finish(done, std::move(response.outcome));
  }

  void take(Malformed malformed) {
    log(LogLevel::warning, malformed.error.message);
    if (malformed.answerable) {
      send(to_body(Response{.id = std::move(malformed.id), .outcome = std::move(malformed.error)}));
    }
  }

  // The handlers that LSP demands of every server, when nobody registered one.
  std::shared_ptr<const RequestHandler> request_handler(const std::string& method) const {
    if (const auto found = request_handlers_.find(method); found != request_handlers_.end())
      return found->second;
    if (method == Initialize::method) {
      return std::make_shared<const RequestHandler>([](const json& params) -> Answerer {
        (void)types::decode<types::InitializeParams>(params);
        return [](const std::shared_ptr<Owed>& owed) {
          owed->answer(json{{"capabilities", json::object()}});
        };
      });
    }
    if (method == Shutdown::method) {
      return std::make_shared<const RequestHandler>([](const json&) -> Answerer {
        return [](const std::shared_ptr<Owed>& owed) { owed->answer(json(nullptr)); };
      });
    }
    return nullptr;
  }

  void run(const std::string& method, const Task& task) const {
    try {
      task();
    } catch (const std::exception& error) {
      log(LogLevel::error, method + " failed: " + error.what());
    } catch (...) {
      log(LogLevel::error, method + " failed: unknown exception");
    }
  }

  void handler_failed(const std::string& method, const std::string& why, Owed& owed) const {
    log(LogLevel::error, method + " failed: " + why);
    if (owed.answered()) return;
    owed.answer(ResponseError{.code = ErrorCode::InternalError, .message = method + " failed: " + why});
  }

  void finish(const Call& call, Result outcome) {
    if (call.done) run("The reply to " + call.method, [&] { call.done(std::move(outcome)); });
  }

  void cancel(const types::CancelParams& params) {
    const auto found = running_.find(params.id);
    if (found == running_.end()) return;  // answered a moment ago
    // A copy: callbacks of the token may answer, which removes the entry.
    std::stop_source stop = found->second;
    stop.request_stop();
  }

  void read_trace(const json& params) {
    const auto trace = params.find("trace");
    if (trace != params.end() && trace->is_string()) trace_ = trace->get<std::string>();
  }

  void refuse(const Request& request, ErrorCode code, std::string why) {
    send(to_body(
        Response{.id = request.id, .outcome = ResponseError{.code = code, .message = std::move(why)}}));
  }

  void send(std::string body) const {
    if (hooks_.send) hooks_.send(std::move(body));
  }

  void post(Task task) const {
    if (hooks_.post) {
      hooks_.post(std::move(task));
    } else {
      task();
    }
  }

  static ResponseError session_ended() {
    return {.code = ErrorCode::RequestCancelled, .message = "The session ended before the answer came."};
  }

  Hooks hooks_;
  State state_ = State::uninitialized;
  std::string trace_ = types::TraceValue::Off;
  std::unordered_map<std::string, std::shared_ptr<const RequestHandler>> request_handlers_;
  std::unordered_map<std::string, std::shared_ptr<const NotificationHandler>> notification_handlers_;
  std::map<Id, std::stop_source> running_;
  std::map<std::int64_t, Call> calls_;
  std::int64_t next_call_ = 1;
};

Owed::Owed(std::weak_ptr<EndpointCore> core, std::function<void(std::function<void()>)> post, Id id,
           std::string method)
    : core_(std::move(core)), post_(std::move(post)), id_(std::move(id)), method_(std::move(method)) {}

Owed::~Owed() {
  if (answered_) return;
  try {
    if (stop_.stop_requested()) {
      answer(ResponseError{.code = ErrorCode::RequestCancelled, .message = "The request was cancelled."});
    } else {
      answer(ResponseError{.code = ErrorCode::InternalError, .message = method_ + " was not answered."});
    }
  } catch (...) {  // out of memory, or a post hook that refuses: a destructor can only let it be
  }
}

void Owed::answer(std::variant<json, ResponseError> outcome) {
  std::function<void()> task;
  if (answered_.exchange(true)) {
    task = [core = core_, method = method_, id = id_] {
      const std::shared_ptr<EndpointCore> alive = core.lock();
      if (alive) alive->log(LogLevel::error, method + " was answered twice, id " + to_string(id) + ".");
    };
  } else {
    const bool failed = std::holds_alternative<ResponseError>(outcome);
    task = [core = core_, method = method_, id = id_, failed,
            body = to_body(Response{.id = id_, .outcome = std::move(outcome)})]() mutable {
      const std::shared_ptr<EndpointCore> alive = core.lock();
      if (alive) alive->answered(id, method, failed, std::move(body));
    };
  }
  if (post_) {
    post_(std::move(task));
  } else {
    task();
  }
}

Endpoint::Endpoint(Hooks hooks) : core_(std::make_shared<EndpointCore>(std::move(hooks))) {}

Endpoint::~Endpoint() {
  core_->close();
}

// A handler may destroy the endpoint, so its core is held while it runs.
void Endpoint::receive(std::string_view body) {
  const std::shared_ptr<EndpointCore> core = core_;
  core->receive(body);
}

void Endpoint::cancel(const Id& id) {
  core_->cancel_call(id);
}

void Endpoint::close() {
  const std::shared_ptr<EndpointCore> core = core_;
  core->close();
}

bool Endpoint::in_session() const {
  return core_->in_session();
}

std::size_t Endpoint::running_requests() const {
  return core_->running();
}

void Endpoint::log_trace(const std::string& message, const std::string& verbose) {
  core_->log_trace(message, verbose);
}

void Endpoint::on_request(std::string method, std::function<Answerer(const json&)> handler) {
  core_->on_request(std::move(method), std::move(handler));
}

void Endpoint::on_notification(std::string method, std::function<Task(const json&)> handler) {
  core_->on_notification(std::move(method), std::move(handler));
}

Id Endpoint::send_request(std::string method, json params,
                          std::function<void(std::variant<json, ResponseError>)> done) {
  return core_->send_request(std::move(method), std::move(params), std::move(done));
}

void Endpoint::send_notification(std::string method, json params) {
  core_->send_notification(std::move(method), std::move(params));
}

}  // namespace protocol
