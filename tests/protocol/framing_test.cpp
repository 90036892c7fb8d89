#include "protocol/framing.h"

#include <gmock/gmock.h>
#include <vector>

namespace {

using protocol::frame;
using protocol::Framing;
using protocol::FramingLimits;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

struct Outcome {
  std::vector<std::string> bodies;
  std::string error;
  bool inside_message = false;
};

// Feeds `bytes` in slices of one size.
Outcome read(std::string_view bytes, std::size_t slice = 1'000'000, FramingLimits limits = {}) {
  Framing framing(limits);
  Outcome out;
  for (; !bytes.empty(); bytes.remove_prefix(std::min(slice, bytes.size()))) {
    framing.feed(bytes.substr(0, slice));
    while (std::optional<std::string> body = framing.next()) out.bodies.push_back(*body);
  }
  out.error = framing.error().value_or("");
  out.inside_message = framing.inside_message();
  return out;
}

TEST(Framing, ReadsWhatFrameWrites) {
  EXPECT_EQ(frame("{}"), "Content-Length: 2\r\n\r\n{}");
  EXPECT_THAT(read(frame("{}") + frame("") + frame("é")).bodies, ElementsAre("{}", "", "é"));
}

TEST(Framing, GivesTheSameBodiesHoweverTheBytesAreSliced) {
  const std::string bytes =
      frame("one") + "content-type: x\r\n" + frame("\r\n\r\n") + frame("") + frame("four");
  for (std::size_t slice = 1; slice <= bytes.size(); ++slice) {
    const Outcome out = read(bytes, slice);
    EXPECT_THAT(out.bodies, ElementsAre("one", "\r\n\r\n", "", "four")) << "in slices of " << slice;
    EXPECT_EQ(out.error, "");
  }
}

TEST(Framing, IgnoresTheCaseOfFieldNamesAndUnknownFields) {
  EXPECT_THAT(read("X-Editor: a:b\r\ncONTENT-lENGTH:\t 2 \r\nEmpty:\r\n\r\n{}").bodies, ElementsAre("{}"));
}

TEST(Framing, AcceptsBothNamesOfUtf8) {
  for (const char* type :
       {"application/vscode-jsonrpc; charset=utf-8", "application/vscode-jsonrpc;charset=utf8",
        "text/plain; a=b; Charset=\"UTF-8\"", "application/vscode-jsonrpc", ""}) {
    const std::string header = "Content-Type: " + std::string(type) + "\r\n";
    EXPECT_THAT(read(header + frame("{}")).bodies, ElementsAre("{}")) << type;
  }
}

TEST(Framing, KnowsWhenItStandsInsideAMessage) {
  EXPECT_FALSE(read("").inside_message);
  EXPECT_FALSE(read(frame("{}")).inside_message);
  EXPECT_TRUE(read("C").inside_message);
  EXPECT_TRUE(read("Content-Length: 2\r\n\r\n").inside_message);
  EXPECT_TRUE(read("Content-Length: 2\r\n\r\n{").inside_message);
}

struct BadHeader {
  const char* name;
  std::string header;
  const char* complaint;
};
void PrintTo(const BadHeader& bad, std::ostream* out) {
  *out << bad.name;
}

class BadHeaders : public testing::TestWithParam<BadHeader> {};

TEST_P(BadHeaders, EndTheSessionWithAReason) {
  const std::string bytes = frame("before") + GetParam().header + "\r\n{}" + frame("after");
  for (const std::size_t slice : {std::size_t{1}, std::size_t{7}, bytes.size()}) {
    const Outcome out = read(bytes, slice);
    EXPECT_THAT(out.bodies, ElementsAre("before"));
    EXPECT_THAT(out.error, HasSubstr(GetParam().complaint));
    EXPECT_FALSE(out.inside_message);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Framing, BadHeaders,
    testing::Values(
        BadHeader{"Missing", "X: 1\r\n", "no Content-Length"}, BadHeader{"Empty", "", "no Content-Length"},
        BadHeader{"Negative", "Content-Length: -1\r\n", "plain decimal"},
        BadHeader{"Signed", "Content-Length: +2\r\n", "plain decimal"},
        BadHeader{"Hexadecimal", "Content-Length: 0x2\r\n", "plain decimal"},
        BadHeader{"Fraction", "Content-Length: 2.0\r\n", "plain decimal"},
        BadHeader{"TwoNumbers", "Content-Length: 2, 2\r\n", "plain decimal"},
        BadHeader{"NoNumber", "Content-Length:\r\n", "plain decimal"},
        BadHeader{"TooLarge", "Content-Length: 67108865\r\n", "limit of 67108864"},
        BadHeader{"Overflow", "Content-Length: 99999999999999999999999\r\n", "limit"},
        BadHeader{"Duplicate", "Content-Length: 2\r\nContent-Length: 2\r\n", "more than one"},
        BadHeader{"DuplicateInOtherCase", "Content-Length: 2\r\ncontent-length: 2\r\n", "more than one"},
        BadHeader{"OtherCharset", "Content-Length: 2\r\nContent-Type: a; charset=latin1\r\n", "\"latin1\""},
        BadHeader{"NoColon", "Content-Length 2\r\n", "no colon"},
        BadHeader{"NoName", ": 2\r\n", "field name"},
        BadHeader{"BlankBeforeColon", "Content-Length : 2\r\n", "field name"},
        BadHeader{"FoldedLine", "Content-Length: 2\r\n X: 1\r\n", "field name"},
        BadHeader{"JsonInstead", "{\"a\": 1}\r\n", "field name"},
        BadHeader{"LineFeedAlone", "Content-Length: 2\n", "CR LF"},
        BadHeader{"CarriageReturnAlone", "Content-Length: 2\rX: 1\r\n", "CR LF"},
        BadHeader{"TooLong", "X: " + std::string(9000, 'x') + "\r\n", "longer than 8192"}),
    [](const auto& header) { return header.param.name; });

TEST(Framing, AllowsABodyAndAHeaderOfExactlyTheLimit) {
  const std::string header = "Content-Length: 2\r\n\r\n";
  EXPECT_THAT(read(header + "{}", 3, {.header = header.size(), .body = 2}).bodies, ElementsAre("{}"));
  EXPECT_THAT(read(header + "{}", 3, {.header = header.size() - 1, .body = 2}).error, HasSubstr("longer"));
  EXPECT_THAT(read(header + "{}", 3, {.header = header.size(), .body = 1}).error, HasSubstr("above"));
}

TEST(Framing, RefusesAnEndlessHeaderBeforeItEnds) {
  EXPECT_THAT(read(std::string(8192, 'x')).error, HasSubstr("longer than 8192"));
  EXPECT_EQ(read(std::string(8191, 'x')).error, "");
}

TEST(Framing, ReadsManySmallMessagesFromOneSlice) {
  std::string bytes;
  for (int i = 0; i < 50'000; ++i) bytes += frame("{}");
  EXPECT_EQ(read(bytes).bodies.size(), 50'000U);
  EXPECT_EQ(read(bytes, 4096).bodies.size(), 50'000U);
}

TEST(Framing, AsksForNoMemoryOnTheWordOfAHeader) {
  const Outcome out = read("Content-Length: 67108864\r\n\r\n{");
  EXPECT_EQ(out.error, "");
  EXPECT_THAT(out.bodies, IsEmpty());
  EXPECT_TRUE(out.inside_message);
}

}  // namespace
