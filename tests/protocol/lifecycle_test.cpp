#include <gmock/gmock.h>

#include "tests/protocol/session.h"

namespace {

using nlohmann::json;
using protocol::Session;
using testing::IsEmpty;
namespace types = protocol::types;

constexpr int invalid_request = -32600;
constexpr int invalid_params = -32602;
constexpr int not_initialized = -32002;

TEST(Lifecycle, AnswersNothingButInitializeBeforeInitialize) {
  Session session;
  session.receive(protocol::hover_request(1));
  EXPECT_EQ(session.take_error(1), not_initialized);
  session.receive({{"id", 2}, {"method", "shutdown"}});
  EXPECT_EQ(session.take_error(2), not_initialized);
  session.receive({{"id", "x"}, {"method", "no/such"}});
  EXPECT_EQ(session.take_error("x"), not_initialized);
}

TEST(Lifecycle, DropsNotificationsBeforeInitialize) {
  Session session;
  int saved = 0;
  session.endpoint->on<protocol::DidSave>([&](const types::DidSaveTextDocumentParams&) { ++saved; });
  const json did_save = {{"method", "textDocument/didSave"}, {"params", {{"textDocument", {{"uri", "u"}}}}}};
  session.receive(did_save);
  EXPECT_EQ(saved, 0);
  EXPECT_THAT(session.sent, IsEmpty());
  session.initialize();
  session.receive(did_save);
  EXPECT_EQ(saved, 1);
}

TEST(Lifecycle, HandsTheClientsParamsToInitializeAndItsResultBack) {
  Session session;
  session.endpoint->on<protocol::Initialize>([](const types::InitializeParams& params,
                                                const protocol::Responder<protocol::Initialize>& respond) {
    respond.reply({.capabilities = json{{"hoverProvider", params.capabilities.has("/textDocument/hover")}},
                   .serverInfo = types::ServerInfo{.name = "server"}});
  });
  session.receive({{"id", 1},
                   {"method", "initialize"},
                   {"params", {{"capabilities", {{"textDocument", {{"hover", json::object()}}}}}}}});
  EXPECT_EQ(session.take_sent()["result"],
            json({{"capabilities", {{"hoverProvider", true}}}, {"serverInfo", {{"name", "server"}}}}));
  EXPECT_TRUE(session.endpoint->in_session());
}

TEST(Lifecycle, RefusesASecondInitialize) {
  Session session;
  session.initialize();
  session.receive({{"id", 1}, {"method", "initialize"}, {"params", json::object()}});
  EXPECT_EQ(session.take_error(1), invalid_request);
}

TEST(Lifecycle, LetsTheClientRetryAFailedInitialize) {
  Session session;
  int calls = 0;
  session.endpoint->on<protocol::Initialize>(
      [&](const types::InitializeParams&, const protocol::Responder<protocol::Initialize>& respond) {
        if (++calls == 1) return respond.fail(protocol::ErrorCode::RequestFailed, "Not now.");
        respond.reply({.capabilities = json::object()});
      });
  session.receive({{"id", 1}, {"method", "initialize"}, {"params", json::object()}});
  EXPECT_EQ(session.take_error(1), -32803);
  session.receive(protocol::hover_request(2));
  EXPECT_EQ(session.take_error(2), not_initialized);
  session.receive({{"id", 3}, {"method", "initialize"}, {"params", json::object()}});
  EXPECT_TRUE(session.take_sent().contains("result"));
}

TEST(Lifecycle, StaysUninitializedAfterInitializeParamsOfTheWrongShape) {
  Session session;
  session.receive({{"id", 1}, {"method", "initialize"}, {"params", {1, 2}}});
  EXPECT_EQ(session.take_error(1), invalid_params);
  session.receive({{"id", 2}, {"method", "initialize"}, {"params", json::object()}});
  EXPECT_TRUE(session.take_sent().contains("result"));
}

TEST(Lifecycle, AnswersEveryRequestAfterShutdownWithInvalidRequest) {
  Session session;
  session.initialize();
  session.receive({{"id", 1}, {"method", "shutdown"}});
  EXPECT_EQ(session.take_sent(), json({{"jsonrpc", "2.0"}, {"id", 1}, {"result", nullptr}}));
  session.receive(protocol::hover_request(2));
  EXPECT_EQ(session.take_error(2), invalid_request);
  session.receive({{"id", 3}, {"method", "shutdown"}});
  EXPECT_EQ(session.take_error(3), invalid_request);
  session.receive({{"id", 4}, {"method", "initialize"}, {"params", json::object()}});
  EXPECT_EQ(session.take_error(4), invalid_request);
}

TEST(Lifecycle, DropsNotificationsAfterShutdown) {
  Session session;
  int saved = 0;
  session.endpoint->on<protocol::DidSave>([&](const types::DidSaveTextDocumentParams&) { ++saved; });
  session.initialize();
  session.receive({{"id", 1}, {"method", "shutdown"}});
  session.receive({{"method", "textDocument/didSave"}, {"params", {{"textDocument", {{"uri", "u"}}}}}});
  EXPECT_EQ(saved, 0);
}

TEST(Lifecycle, TellsWhetherShutdownCameBeforeExit) {
  Session orderly;
  orderly.initialize();
  orderly.receive({{"id", 1}, {"method", "shutdown"}});
  EXPECT_EQ(orderly.exited, std::nullopt);
  orderly.receive({{"method", "exit"}});
  EXPECT_EQ(orderly.exited, true);

  Session sudden;
  sudden.initialize();
  sudden.receive({{"method", "exit"}});
  EXPECT_EQ(sudden.exited, false);

  Session never_begun;
  never_begun.receive({{"method", "exit"}});
  EXPECT_EQ(never_begun.exited, false);
}

TEST(Lifecycle, SendsTheAnswerToShutdownBeforeItTellsOfTheExit) {
  Session session;
  session.initialize();
  session.endpoint->receive(R"({"jsonrpc":"2.0","id":1,"method":"shutdown"})");
  session.endpoint->receive(R"({"jsonrpc":"2.0","method":"exit"})");
  EXPECT_EQ(session.exited, std::nullopt);
  session.run_posted();
  EXPECT_EQ(session.take_sent()["id"], 1);
  EXPECT_EQ(session.exited, true);
}

TEST(Lifecycle, IgnoresEverythingAfterExit) {
  Session session;
  session.initialize();
  session.receive({{"method", "exit"}});
  session.receive(protocol::hover_request(1));
  session.receive_body("not JSON");
  EXPECT_THAT(session.sent, IsEmpty());
}

TEST(Lifecycle, LetsTheServerHaveItsOwnShutdown) {
  Session session;
  std::optional<protocol::Responder<protocol::Shutdown>> waiting;
  session.endpoint->on<protocol::Shutdown>(
      [&](types::NoParams, protocol::Responder<protocol::Shutdown> respond) {
        waiting = std::move(respond);
      });
  session.initialize();
  session.receive({{"id", 1}, {"method", "shutdown"}});
  EXPECT_THAT(session.sent, IsEmpty());
  waiting->reply(nullptr);
  session.run_posted();
  EXPECT_EQ(session.take_sent()["id"], 1);
}

TEST(Trace, GoesOnlyToClientsThatAsked) {
  Session session;
  session.initialize();
  session.endpoint->log_trace("indexed", "in 5 ms");
  EXPECT_THAT(session.sent, IsEmpty());

  session.receive({{"method", "$/setTrace"}, {"params", {{"value", "messages"}}}});
  session.endpoint->log_trace("indexed", "in 5 ms");
  EXPECT_EQ(session.take_sent()["params"], json({{"message", "indexed"}}));

  session.receive({{"method", "$/setTrace"}, {"params", {{"value", "verbose"}}}});
  session.endpoint->log_trace("indexed", "in 5 ms");
  EXPECT_EQ(session.take_sent()["params"], json({{"message", "indexed"}, {"verbose", "in 5 ms"}}));
}

TEST(Trace, StartsAsInitializeSays) {
  Session session;
  session.receive({{"id", 1}, {"method", "initialize"}, {"params", {{"trace", "messages"}}}});
  session.sent.clear();
  session.endpoint->log_trace("indexed");
  EXPECT_EQ(session.take_sent()["method"], "$/logTrace");
}

}  // namespace
