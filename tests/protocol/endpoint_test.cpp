#include "protocol/endpoint.h"

#include <gmock/gmock.h>
#include <stdexcept>
#include <thread>

#include "tests/protocol/session.h"

namespace {

using nlohmann::json;
using protocol::ErrorCode;
using protocol::Hover;
using protocol::Responder;
using protocol::ResponseError;
using protocol::Session;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
namespace types = protocol::types;

constexpr int internal_error = -32603;
constexpr int request_cancelled = -32800;

const types::Hover hello{.contents = {.kind = "plaintext", .value = "hello"}};

// A session whose hover requests wait in `waiting` until the test answers them.
class WaitingHover : public testing::Test {
 protected:
  WaitingHover() {
    session.endpoint->on<Hover>([this](const types::TextDocumentPositionParams&, Responder<Hover> respond) {
      waiting.push_back(std::move(respond));
    });
    session.initialize();
  }
  Session session;
  std::vector<Responder<Hover>> waiting;
};

TEST(Endpoint, GivesTheHandlerTypedParamsAndTheClientItsResult) {
  Session session;
  types::Position seen;
  session.endpoint->on<Hover>(
      [&](const types::TextDocumentPositionParams& params, const Responder<Hover>& respond) {
        seen = params.position;
        EXPECT_EQ(respond.id(), protocol::Id("h"));
        respond.reply(hello);
      });
  session.initialize();
  session.receive(protocol::hover_request("h"));
  EXPECT_EQ(seen, (types::Position{.line = 1, .character = 2}));
  EXPECT_EQ(session.take_sent(),
            json({{"jsonrpc", "2.0"},
                  {"id", "h"},
                  {"result", {{"contents", {{"kind", "plaintext"}, {"value", "hello"}}}}}}));
}

TEST_F(WaitingHover, MayBeAnsweredLaterAndOutOfOrder) {
  session.receive(protocol::hover_request(1));
  session.receive(protocol::hover_request(2));
  EXPECT_THAT(session.sent, IsEmpty());
  EXPECT_EQ(session.endpoint->running_requests(), 2U);
  waiting[1].reply(std::nullopt);
  session.run_posted();
  EXPECT_EQ(session.take_sent(), json({{"jsonrpc", "2.0"}, {"id", 2}, {"result", nullptr}}));
  waiting[0].fail(ErrorCode::ContentModified, "The text changed.", json{{"again", true}});
  session.run_posted();
  EXPECT_EQ(session.take_sent()["error"],
            json({{"code", -32801}, {"message", "The text changed."}, {"data", {{"again", true}}}}));
  EXPECT_EQ(session.endpoint->running_requests(), 0U);
}

TEST_F(WaitingHover, SendsOnlyTheFirstOfTwoAnswers) {
  session.receive(protocol::hover_request(1));
  waiting[0].reply(hello);
  waiting[0].fail(ErrorCode::RequestFailed, "Too late.");
  session.run_posted();
  EXPECT_TRUE(session.take_sent().contains("result"));
  EXPECT_THAT(session.log, ElementsAre(HasSubstr("answered twice")));
}

TEST_F(WaitingHover, AnswersForAHandlerThatForgetsTo) {
  session.receive(protocol::hover_request(1));
  waiting.push_back(waiting[0]);
  waiting.pop_back();
  session.run_posted();
  EXPECT_THAT(session.sent, IsEmpty()) << "one copy still lives";
  waiting.clear();
  session.run_posted();
  EXPECT_EQ(session.take_error(1), internal_error);
}

TEST_F(WaitingHover, MayBeAnsweredFromAnyThread) {
  session.receive(protocol::hover_request(1));
  std::jthread([respond = std::move(waiting[0])] { respond.reply(hello); }).join();
  EXPECT_THAT(session.sent, IsEmpty()) << "only the strand sends";
  session.run_posted();
  EXPECT_EQ(session.take_sent()["id"], 1);
}

TEST_F(WaitingHover, MarksARequestAsCancelledAndStillTakesItsAnswer) {
  session.receive(protocol::hover_request(1));
  session.receive(protocol::hover_request("1"));
  session.receive({{"method", "$/cancelRequest"}, {"params", {{"id", "1"}}}});
  EXPECT_FALSE(waiting[0].cancelled());
  EXPECT_TRUE(waiting[1].cancelled());
  EXPECT_TRUE(waiting[1].stop_token().stop_requested());
  EXPECT_THAT(session.sent, IsEmpty());
  waiting[1].reply(hello);
  session.run_posted();
  EXPECT_TRUE(session.take_sent().contains("result"));
}

TEST_F(WaitingHover, AnswersRequestCancelledWhenACancelledRequestIsDropped) {
  session.receive(protocol::hover_request(1));
  session.receive({{"method", "$/cancelRequest"}, {"params", {{"id", 1}}}});
  waiting.clear();
  session.run_posted();
  EXPECT_EQ(session.take_error(1), request_cancelled);
}

TEST_F(WaitingHover, IgnoresACancelForNoRequest) {
  session.receive({{"method", "$/cancelRequest"}, {"params", {{"id", 99}}}});
  session.receive({{"method", "$/cancelRequest"}, {"params", {{"id", nullptr}}}});
  session.receive({{"method", "$/cancelRequest"}});
  EXPECT_THAT(session.sent, IsEmpty());
}

TEST_F(WaitingHover, RefusesAnIdThatIsStillInUse) {
  session.receive(protocol::hover_request(1));
  session.receive(protocol::hover_request(1));
  EXPECT_EQ(session.take_error(1), -32600);
  EXPECT_EQ(waiting.size(), 1U);
}

TEST_F(WaitingHover, StopsRunningRequestsWhenTheSessionCloses) {
  session.receive(protocol::hover_request(1));
  session.endpoint->close();
  EXPECT_TRUE(waiting[0].cancelled());
  waiting[0].reply(hello);
  session.run_posted();
  EXPECT_EQ(session.take_sent()["id"], 1);
}

TEST_F(WaitingHover, DropsAnswersThatOutliveTheEndpoint) {
  session.receive(protocol::hover_request(1));
  session.endpoint.reset();
  waiting[0].reply(hello);
  session.run_posted();
  EXPECT_THAT(session.sent, IsEmpty());
}

TEST(Endpoint, TurnsAnExceptionIntoOneInternalErrorAndOneLogLine) {
  Session session;
  session.endpoint->on<Hover>([](const types::TextDocumentPositionParams&, const Responder<Hover>&) {
    throw std::runtime_error("broken index");
  });
  session.initialize();
  session.receive(protocol::hover_request(1));
  EXPECT_EQ(session.take_error(1), internal_error);
  EXPECT_THAT(session.log, ElementsAre("textDocument/hover failed: broken index"));
  session.receive(protocol::hover_request(2));
  EXPECT_EQ(session.take_error(2), internal_error);
}

TEST(Endpoint, KeepsTheAnswerOfAHandlerThatThrowsAfterwards) {
  Session session;
  session.endpoint->on<Hover>([](const types::TextDocumentPositionParams&, const Responder<Hover>& respond) {
    respond.reply(hello);
    throw 7;
  });
  session.initialize();
  session.receive(protocol::hover_request(1));
  EXPECT_TRUE(session.take_sent().contains("result"));
  EXPECT_THAT(session.log, ElementsAre("textDocument/hover failed: unknown exception"));
}

TEST(Endpoint, SurvivesANotificationHandlerThatThrows) {
  Session session;
  session.endpoint->on<protocol::DidClose>(
      [](const types::DidCloseTextDocumentParams&) { throw std::runtime_error("no such document"); });
  session.initialize();
  session.receive({{"method", "textDocument/didClose"}, {"params", {{"textDocument", {{"uri", "u"}}}}}});
  EXPECT_THAT(session.sent, IsEmpty());
  EXPECT_THAT(session.log, ElementsAre("textDocument/didClose failed: no such document"));
}

TEST(Endpoint, DoesNotBlameTheClientForADecodeErrorInsideAHandler) {
  Session session;
  session.endpoint->on<Hover>([](const types::TextDocumentPositionParams&, const Responder<Hover>&) {
    (void)types::decode<types::Range>(json(5));
  });
  session.initialize();
  session.receive(protocol::hover_request(1));
  EXPECT_EQ(session.take_error(1), internal_error);
}

TEST_F(WaitingHover, NamesTheMemberThatMakesParamsInvalid) {
  json request = protocol::hover_request(1);
  request["params"]["position"]["line"] = "one";
  session.receive(request);
  EXPECT_EQ(session.take_sent()["error"],
            json({{"code", -32602}, {"message", "params.position.line must be an integer."}}));
  request["params"].erase("textDocument");
  session.receive(request);
  EXPECT_EQ(session.take_sent()["error"]["message"], "params.textDocument is missing.");
  request.erase("params");
  session.receive(request);
  EXPECT_EQ(session.take_sent()["error"]["message"], "params.textDocument is missing.");
  request["params"] = json::array({1});
  session.receive(request);
  EXPECT_EQ(session.take_sent()["error"]["message"], "params must be an object.");
  EXPECT_THAT(waiting, IsEmpty());
}

TEST(Endpoint, DropsANotificationWithInvalidParamsAndLogsWhy) {
  Session session;
  bool called = false;
  session.endpoint->on<protocol::DidChange>(
      [&](const types::DidChangeTextDocumentParams&) { called = true; });
  session.initialize();
  session.receive({{"method", "textDocument/didChange"},
                   {"params",
                    {{"textDocument", {{"uri", "u"}, {"version", 2}}},
                     {"contentChanges", {{{"text", "a"}}, {{"range", 5}, {"text", "b"}}}}}}});
  EXPECT_FALSE(called);
  EXPECT_THAT(session.sent, IsEmpty());
  EXPECT_THAT(session.log, ElementsAre("textDocument/didChange dropped: "
                                       "params.contentChanges[1].range must be an object."));
}

TEST(Endpoint, AnswersMethodNotFoundForAnyUnknownRequest) {
  Session session;
  session.initialize();
  session.receive({{"id", 1}, {"method", "textDocument/moniker"}});
  EXPECT_EQ(session.take_error(1), -32601);
  session.receive({{"id", 2}, {"method", "$/unknown"}});
  EXPECT_EQ(session.take_error(2), -32601);
}

TEST(Endpoint, IgnoresUnknownNotifications) {
  Session session;
  session.initialize();
  session.receive({{"method", "$/unknown"}});
  session.receive({{"method", "custom/thing"}, {"params", {1}}});
  EXPECT_THAT(session.sent, IsEmpty());
  EXPECT_THAT(session.log, ElementsAre("custom/thing is not supported."));
}

TEST_F(WaitingHover, GoesOnAfterABodyThatIsNoMessage) {
  session.receive_body("{\"jsonrpc\": ");
  EXPECT_EQ(session.take_error(nullptr), -32700);
  session.receive_body(std::string(100'000, '['));
  EXPECT_EQ(session.take_error(nullptr), -32700);
  session.receive_body("[]");
  EXPECT_EQ(session.take_error(nullptr), -32600);
  session.receive(protocol::hover_request(1));
  EXPECT_EQ(waiting.size(), 1U);
}

TEST(Endpoint, LetsALaterHandlerReplaceAnEarlierOneEvenFromInside) {
  Session session;
  std::vector<std::string> calls;
  session.endpoint->on<protocol::DidClose>([&](const types::DidCloseTextDocumentParams& params) {
    session.endpoint->on<protocol::DidClose>(
        [&](const types::DidCloseTextDocumentParams&) { calls.emplace_back("second"); });
    calls.push_back("first " + params.textDocument.uri);
  });
  session.initialize();
  const json did_close = {{"method", "textDocument/didClose"},
                          {"params", {{"textDocument", {{"uri", "u"}}}}}};
  session.receive(did_close);
  session.receive(did_close);
  EXPECT_THAT(calls, ElementsAre("first u", "second"));
}

TEST(Endpoint, SendsNotifications) {
  Session session;
  session.initialize();
  session.endpoint->notify<protocol::ShowMessage>({.type = types::MessageType::Warning, .message = "m"});
  EXPECT_EQ(session.take_sent(), json({{"jsonrpc", "2.0"},
                                       {"method", "window/showMessage"},
                                       {"params", {{"type", 2}, {"message", "m"}}}}));
}

class OutgoingCall : public testing::Test {
 protected:
  OutgoingCall() { session.initialize(); }

  json call() {
    id = session.endpoint->call<protocol::ApplyEdit>(
        {.label = "fix"},
        [this](protocol::Outcome<protocol::ApplyEdit> result) { outcomes.push_back(result); });
    return session.take_sent();
  }
  [[nodiscard]] std::string only_error() const {
    return outcomes.size() == 1 ? std::get<ResponseError>(outcomes[0]).message : "no single outcome";
  }

  Session session;
  protocol::Id id;
  std::vector<protocol::Outcome<protocol::ApplyEdit>> outcomes;
};

TEST_F(OutgoingCall, GetsItsTypedResult) {
  const json sent = call();
  EXPECT_EQ(sent["method"], "workspace/applyEdit");
  EXPECT_EQ(sent["params"], json({{"label", "fix"}, {"edit", json::object()}}));
  session.receive({{"id", sent["id"]}, {"result", {{"applied", true}}}});
  ASSERT_EQ(outcomes.size(), 1U);
  EXPECT_TRUE(std::get<types::ApplyWorkspaceEditResult>(outcomes[0]).applied);
  EXPECT_THAT(session.sent, IsEmpty());
}

TEST_F(OutgoingCall, GetsTheClientsError) {
  const json sent = call();
  session.receive({{"id", sent["id"]}, {"error", {{"code", -32601}, {"message", "What?"}}}});
  EXPECT_EQ(only_error(), "What?");
}

TEST_F(OutgoingCall, GetsAnErrorForAResultOfTheWrongShape) {
  const json sent = call();
  session.receive({{"id", sent["id"]}, {"result", {{"applied", "yes"}}}});
  EXPECT_THAT(only_error(), HasSubstr("applied must be true or false"));
}

TEST_F(OutgoingCall, IsMatchedByItsIdAlone) {
  const json first = call();
  const json second = call();
  EXPECT_NE(first["id"], second["id"]);
  session.receive({{"id", second["id"]}, {"result", {{"applied", false}}}});
  session.receive({{"id", first["id"]}, {"result", {{"applied", true}}}});
  ASSERT_EQ(outcomes.size(), 2U);
  EXPECT_FALSE(std::get<types::ApplyWorkspaceEditResult>(outcomes[0]).applied);
}

TEST_F(OutgoingCall, IgnoresASecondReplyAndRepliesToNothing) {
  const json sent = call();
  session.receive({{"id", sent["id"]}, {"result", {{"applied", true}}}});
  session.receive({{"id", sent["id"]}, {"result", {{"applied", true}}}});
  session.receive({{"id", "other"}, {"result", 1}});
  session.receive({{"id", nullptr}, {"error", {{"code", 1}, {"message", "lost"}}}});
  EXPECT_EQ(outcomes.size(), 1U);
  EXPECT_THAT(session.sent, IsEmpty());
  EXPECT_EQ(session.log.size(), 3U);
}

TEST_F(OutgoingCall, CanBeCancelledAndIsStillAnswered) {
  const json sent = call();
  session.endpoint->cancel(id);
  EXPECT_EQ(session.take_sent(),
            json({{"jsonrpc", "2.0"}, {"method", "$/cancelRequest"}, {"params", {{"id", sent["id"]}}}}));
  EXPECT_THAT(outcomes, IsEmpty());
  session.receive({{"id", sent["id"]}, {"error", {{"code", -32800}, {"message", "cancelled"}}}});
  EXPECT_EQ(only_error(), "cancelled");
  session.endpoint->cancel(id);
  EXPECT_THAT(session.sent, IsEmpty());
}

TEST_F(OutgoingCall, FailsWhenTheSessionEnds) {
  call();
  session.endpoint->close();
  EXPECT_THAT(only_error(), HasSubstr("session ended"));
}

TEST_F(OutgoingCall, FailsAtOnceAfterTheSession) {
  session.endpoint->close();
  session.endpoint->call<protocol::DiagnosticRefresh>(
      {}, [this](protocol::Outcome<protocol::DiagnosticRefresh> out) {
        EXPECT_TRUE(std::holds_alternative<ResponseError>(out));
        outcomes.emplace_back();
      });
  EXPECT_EQ(outcomes.size(), 1U);
  EXPECT_THAT(session.sent, IsEmpty());
}

TEST_F(OutgoingCall, SurvivesACallbackThatThrows) {
  session.endpoint->call<protocol::DiagnosticRefresh>(
      {}, [](const protocol::Outcome<protocol::DiagnosticRefresh>&) { throw std::runtime_error("late"); });
  session.receive({{"id", session.take_sent()["id"]}, {"result", nullptr}});
  EXPECT_THAT(session.log, ElementsAre(HasSubstr("workspace/diagnostic/refresh failed: late")));
}

}  // namespace
