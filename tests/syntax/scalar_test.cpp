#include "server/syntax/scalar.h"

#include <cmath>
#include <gtest/gtest.h>

#include "server/syntax/timestamp.h"
#include "server/syntax/value.h"
#include "server/syntax/yaml/parse.h"
#include "tests/syntax/golden.h"

namespace syntax {
namespace {

using nlohmann::json;

std::string type_of(const Value& value) {
  if (value.list() != nullptr) {
    return "list";
  }
  if (value.mapping() != nullptr) {
    return "map";
  }
  constexpr const char* names[] = {"null", "bool", "int", "float", "date", "time", "string"};
  return names[value.scalar()->index()];
}

TEST(Scalar, EveryGoldenScalarHasSafeYamlsTypeAndText) {
  const json golden = read_golden("yaml_scalars.json");
  ASSERT_GT(golden.size(), 100U);
  for (const json& row : golden) {
    const std::string input = row["input"];
    const json& expected = row["safe_yaml"];
    const std::string text = "v: " + input + "\n";
    const yaml::Tree tree = yaml::parse(text);
    ASSERT_EQ(tree.valid, !expected.contains("error")) << input;
    if (!tree.valid) {
      continue;
    }
    const Value root = to_value(tree.root);
    const Value* value = root.find("v");
    ASSERT_NE(value, nullptr) << input;
    ASSERT_EQ(type_of(*value), expected["type"]) << input;
    if (expected.contains("to_s")) {
      EXPECT_EQ(to_ruby_string(*value->scalar()), expected["to_s"]) << input;
    } else {
      EXPECT_EQ(value->mapping()->size(), expected["size"]) << input;
    }
  }
}

TEST(Scalar, IntegersBeyond64BitsBecomeDoubles) {
  EXPECT_EQ(resolve_plain_scalar("9223372036854775807"), Scalar(std::int64_t{9223372036854775807}));
  EXPECT_EQ(resolve_plain_scalar("-9223372036854775807"), Scalar(std::int64_t{-9223372036854775807}));
  EXPECT_EQ(resolve_plain_scalar("18446744073709551616"), Scalar(18446744073709551616.0));
  EXPECT_EQ(resolve_plain_scalar("0xFFFFFFFFFFFFFFFFF"), Scalar(295147905179352825855.0));
}

TEST(Scalar, UnderscoresThatSeparateNoDigitsLeaveAFloatAString) {
  EXPECT_EQ(resolve_plain_scalar("1._5"), Scalar("1._5"));
  EXPECT_EQ(resolve_plain_scalar("1.5_"), Scalar("1.5_"));
  EXPECT_EQ(resolve_plain_scalar("1_0.2_5"), Scalar(10.25));
}

TEST(Scalar, LongRunsOfDigitsAreFine) {
  EXPECT_EQ(to_ruby_string(resolve_plain_scalar(std::string(400, '9'))), "Infinity");
  EXPECT_EQ(to_ruby_string(resolve_plain_scalar("0." + std::string(400, '0') + "1")), "0.0");
}

TEST(Scalar, FloatsReadAsInRuby) {
  EXPECT_EQ(to_ruby_string(1.1), "1.1");
  EXPECT_EQ(to_ruby_string(-0.0), "-0.0");
  EXPECT_EQ(to_ruby_string(999999999999999.0), "999999999999999.0");
  EXPECT_EQ(to_ruby_string(1e15), "1.0e+15");
  EXPECT_EQ(to_ruby_string(1.25e20), "1.25e+20");
  EXPECT_EQ(to_ruby_string(1e100), "1.0e+100");
  EXPECT_EQ(to_ruby_string(0.0001), "0.0001");
  EXPECT_EQ(to_ruby_string(0.00001), "1.0e-05");
  EXPECT_EQ(to_ruby_string(123456.789), "123456.789");
  EXPECT_EQ(to_ruby_string(std::nan("")), "NaN");
}

TEST(Scalar, NullReadsAsNothing) {
  EXPECT_EQ(to_ruby_string(Null{}), "");
}

TEST(Timestamp, WithoutAZoneItIsUtc) {
  const auto written = std::get<Timestamp>(resolve_plain_scalar("1970-01-02 00:00:01"));
  EXPECT_EQ(written.seconds, 86401);
  EXPECT_FALSE(written.has_zone);
}

TEST(Timestamp, TheOffsetIsKept) {
  const auto written = std::get<Timestamp>(resolve_plain_scalar("1970-01-01 09:00:00.25 +0900"));
  EXPECT_EQ(written.seconds, 0);
  EXPECT_EQ(written.nanoseconds, 250'000'000U);
  EXPECT_EQ(written.utc_offset, 32400);
  EXPECT_TRUE(written.has_zone);
  EXPECT_EQ(to_string(written), "1970-01-01 09:00:00 +0900");
}

TEST(Timestamp, DaysBeforeTheEpochReadBackTheSame) {
  for (const std::string text :
       {"1969-12-31 23:59:59 -0330", "1900-02-28 00:00:00 +0000", "0001-03-01 12:00:00 +0000"}) {
    EXPECT_EQ(to_ruby_string(resolve_plain_scalar(text)), text);
  }
}

}  // namespace
}  // namespace syntax
