#include "protocol/json_rpc.h"

#include <gmock/gmock.h>

namespace {

using nlohmann::json;
using protocol::ErrorCode;
using protocol::Id;
using protocol::Malformed;
using protocol::Notification;
using protocol::parse_message;
using protocol::Request;
using protocol::Response;
using protocol::ResponseError;
using protocol::to_body;
using testing::HasSubstr;

template <class T>
T parse_as(std::string_view body) {
  protocol::Message message = parse_message(body);
  if (auto* found = std::get_if<T>(&message)) return std::move(*found);
  ADD_FAILURE() << "another kind of message: " << body;
  return {};
}

void expect_malformed(std::string_view body, ErrorCode code, const char* sentence,
                      std::optional<Id> id = {}) {
  const auto malformed = parse_as<Malformed>(body);
  EXPECT_EQ(malformed.error.code, code) << body;
  EXPECT_THAT(malformed.error.message, HasSubstr(sentence)) << body;
  EXPECT_EQ(malformed.id, id) << body;
  EXPECT_TRUE(malformed.answerable) << body;
}

TEST(JsonRpc, ReadsRequestsWithBothKindsOfId) {
  const auto number = parse_as<Request>(R"({"jsonrpc":"2.0","id":-7,"method":"m","params":{"a":1}})");
  EXPECT_EQ(number.id, Id(-7));
  EXPECT_EQ(number.method, "m");
  EXPECT_EQ(number.params, json({{"a", 1}}));
  EXPECT_EQ(parse_as<Request>(R"({"jsonrpc":"2.0","id":"seven","method":"m"})").id, Id("seven"));
}

TEST(JsonRpc, ReadsNotificationsWithAndWithoutParams) {
  EXPECT_EQ(parse_as<Notification>(R"({"jsonrpc":"2.0","method":"exit"})").params, nullptr);
  EXPECT_EQ(parse_as<Notification>(R"({"jsonrpc":"2.0","method":"exit","params":null})").params, nullptr);
  EXPECT_EQ(parse_as<Notification>(R"({"jsonrpc":"2.0","method":"exit","params":[1]})").params, json({1}));
}

TEST(JsonRpc, ReadsResponses) {
  const auto result = parse_as<Response>(R"({"jsonrpc":"2.0","id":1,"result":null})");
  EXPECT_EQ(result.id, Id(1));
  EXPECT_EQ(std::get<json>(result.outcome), nullptr);
  const auto failed =
      parse_as<Response>(R"({"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"no"}})");
  EXPECT_EQ(std::get<ResponseError>(failed.outcome).code, ErrorCode::MethodNotFound);
  EXPECT_EQ(std::get<ResponseError>(failed.outcome).message, "no");
  EXPECT_EQ(parse_as<Response>(R"({"jsonrpc":"2.0","id":null,"error":{}})").id, std::nullopt);
}

TEST(JsonRpc, TakesANullErrorBesideAResultForNone) {
  const auto response = parse_as<Response>(R"({"jsonrpc":"2.0","id":1,"result":5,"error":null})");
  EXPECT_EQ(std::get<json>(response.outcome), 5);
}

TEST(JsonRpc, NamesTheByteWhereTheJsonBreaks) {
  expect_malformed(R"({"a":])", ErrorCode::ParseError, "at byte 6");
  expect_malformed("", ErrorCode::ParseError, "not valid JSON");
  expect_malformed("{} x", ErrorCode::ParseError, "not valid JSON");
  expect_malformed("{\"a\":\"\xff\"}", ErrorCode::ParseError, "UTF-8");
  expect_malformed("{\"a\":1e999}", ErrorCode::ParseError, "cannot be represented");
}

TEST(JsonRpc, SaysWhatIsWrongWithAnEnvelope) {
  constexpr ErrorCode invalid = ErrorCode::InvalidRequest;
  expect_malformed("3", invalid, "must be an object");
  expect_malformed(R"([{"jsonrpc":"2.0","id":1,"method":"m"}])", invalid, "no batches");
  expect_malformed("[]", invalid, "no batches");
  expect_malformed("{}", invalid, "a method, a result or an error");
  expect_malformed(R"({"jsonrpc":"2.0","id":5})", invalid, "a method, a result or an error", Id(5));
  expect_malformed(R"({"id":5,"method":"m"})", invalid, "\"jsonrpc\": \"2.0\"", Id(5));
  expect_malformed(R"({"jsonrpc":"1.0","method":"m"})", invalid, "\"jsonrpc\": \"2.0\"");
  expect_malformed(R"({"jsonrpc":"2.0","id":5,"method":7})", invalid, "method", Id(5));
  expect_malformed(R"({"jsonrpc":"2.0","id":null,"method":"m"})", invalid, "id of a request");
  expect_malformed(R"({"jsonrpc":"2.0","id":1.5,"method":"m"})", invalid, "id of a request");
  expect_malformed(R"({"jsonrpc":"2.0","id":18446744073709551615,"method":"m"})", invalid, "id of a request");
  expect_malformed(R"({"jsonrpc":"2.0","id":5,"method":"m","params":"p"})", invalid, "params", Id(5));
}

TEST(JsonRpc, NeverAnswersAMalformedResponse) {
  for (const char* body : {R"({"id":1,"result":1})", R"({"jsonrpc":"2.0","result":1})",
                           R"({"jsonrpc":"2.0","id":{},"result":1})"}) {
    EXPECT_FALSE(parse_as<Malformed>(body).answerable) << body;
  }
}

TEST(JsonRpc, RefusesNestingThatCouldOverflowTheStack) {
  const std::string bomb(100'000, '[');
  expect_malformed(bomb, ErrorCode::ParseError, "nested deeper");
  expect_malformed(R"({"jsonrpc":"2.0","method":"m","params":)" + bomb + std::string(100'000, ']') + "}",
                   ErrorCode::ParseError, "nested deeper");
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
  expect_malformed(objects, ErrorCode::ParseError, "nested deeper");
}

TEST(JsonRpc, CountsNoBracketsInsideStrings) {
  const std::string text = R"(\")" + std::string(1000, '[') + R"(\\)";
  const auto request = parse_as<Notification>(R"({"jsonrpc":"2.0","method":"m","params":[")" + text + "\"]}");
  EXPECT_EQ(request.params[0].get<std::string>().size(), 1002U);
}

TEST(JsonRpc, AllowsNestingUpToTheLimit) {
  const auto nested = [](int depth) {
    const auto count = static_cast<std::size_t>(depth - 1);  // one level is the message itself
    return R"({"jsonrpc":"2.0","method":"m","params":)" + std::string(count, '[') + std::string(count, ']') +
           "}";
  };
  parse_as<Notification>(nested(protocol::max_json_depth));
  expect_malformed(nested(protocol::max_json_depth + 1), ErrorCode::ParseError, "nested deeper");
}

std::string first_param(const std::string& escaped) {
  return parse_as<Notification>(R"({"jsonrpc":"2.0","method":"m","params":[")" + escaped + "\"]}")
      .params[0]
      .get<std::string>();
}

TEST(JsonRpc, ReadsALoneSurrogateAsTheReplacementCharacter) {
  EXPECT_EQ(first_param(R"(a\ud83db)"), "a\uFFFDb");
  EXPECT_EQ(first_param(R"(a\uDE00b)"), "a\uFFFDb");
  EXPECT_EQ(first_param(R"(\ud83d\ud83d\ude00)"), "\uFFFD\U0001F600");
  EXPECT_EQ(first_param(R"(\ud83d)"), "\uFFFD");
}

TEST(JsonRpc, LeavesPairsAndEscapedBackslashesAlone) {
  EXPECT_EQ(first_param(R"(\ud83d\ude00)"), "\U0001F600");
  EXPECT_EQ(first_param(R"(\\ud83d)"), "\\ud83d");
}

TEST(JsonRpc, WritesWhatItReads) {
  for (const char* body : {R"({"id":1,"jsonrpc":"2.0","method":"m","params":{"a":[1,null]}})",
                           R"({"id":"x","jsonrpc":"2.0","method":"m"})"}) {
    EXPECT_EQ(to_body(parse_as<Request>(body)), body);
  }
  EXPECT_EQ(to_body(parse_as<Notification>(R"({"jsonrpc":"2.0","method":"m"})")),
            R"({"jsonrpc":"2.0","method":"m"})");
  for (const char* body : {R"({"id":1,"jsonrpc":"2.0","result":null})",
                           R"({"error":{"code":-32800,"message":"m"},"id":"x","jsonrpc":"2.0"})",
                           R"({"error":{"code":-32700,"data":7,"message":"m"},"id":null,"jsonrpc":"2.0"})"}) {
    EXPECT_EQ(to_body(parse_as<Response>(body)), body);
  }
}

TEST(JsonRpc, ReplacesBytesThatAreNotUtf8WhenWriting) {
  EXPECT_EQ(to_body(Response{.id = 1, .outcome = json("a\xff")}),
            "{\"id\":1,\"jsonrpc\":\"2.0\",\"result\":\"a\uFFFD\"}");
}

}  // namespace
