#include "server/dates/time_zone.h"

#include <gtest/gtest.h>
#include <stdlib.h>

#include "server/dates/time_zone_rules.h"
#include "tests/support/golden.h"

namespace {

// 2026-11-24T06:00:00Z, the time that the golden dates were read at.
constexpr dates::LocalTime now{1'795'500'000, 0};

std::string parsed(std::string_view text, std::string_view zone) {
  const auto time = dates::parse_time(text, dates::TimeZone(zone), now);
  return time ? dates::iso8601(*time) : "error";
}

// Sets TZ for one test.
class WithTz {
 public:
  explicit WithTz(const char* value) { ::setenv("TZ", value, 1); }
  ~WithTz() { ::unsetenv("TZ"); }
  WithTz(const WithTz&) = delete;
  WithTz& operator=(const WithTz&) = delete;
};

TEST(ParseTime, AgreesWithRubyInEveryZone) {
  const nlohmann::json cases = golden("dates");
  ASSERT_GT(cases.size(), 1000U);
  for (const auto& one : cases) {
    const std::string expected = one["out"].is_string() ? one["out"].get<std::string>() : "error";
    EXPECT_EQ(parsed(one["input"].get<std::string>(), one["zone"].get<std::string>()), expected)
        << one.dump();
  }
}

TEST(ParseTime, RefusesTextThatIsNoUtf8) {
  EXPECT_EQ(parsed("2020-01-02 \xFF", "UTC"), "error");
}

TEST(Civil, KnowsWeekdayAndDayOfTheYear) {
  const dates::CivilTime leap = dates::civil({951'782'400, 0});  // 2000-02-29
  EXPECT_EQ(leap.month, 2);
  EXPECT_EQ(leap.day, 29);
  EXPECT_EQ(leap.weekday, 2);
  EXPECT_EQ(leap.yday, 60);
  EXPECT_EQ(dates::civil({-1, 0}).year, 1969);
  EXPECT_EQ(dates::civil({-1, 0}).weekday, 3);
}

TEST(Iso8601, ReadsWhatItWrites) {
  for (const char* text :
       {"2024-02-23T00:00:00+09:00", "1969-12-31T19:00:00-05:00", "2000-02-29T12:30:59-03:30"}) {
    const auto time = dates::parse_iso8601(text);
    ASSERT_TRUE(time) << text;
    EXPECT_EQ(dates::iso8601(*time), text);
  }
  EXPECT_EQ(dates::parse_iso8601("2024-02-23T00:00:00Z")->seconds, 1'708'646'400);
  for (const char* text : {"", "2024-02-23", "2024-02-30T00:00:00Z", "2024-02-23T24:00:00Z",
                           "2024-02-23T00:00:00+9", "2024-13-01T00:00:00Z", "2024-02-23x00:00:00Z"}) {
    EXPECT_FALSE(dates::parse_iso8601(text)) << text;
  }
}

TEST(TimeZone, IsUtcForAnUnknownName) {
  const dates::TimeZone zone("Mars/Olympus_Mons");
  EXPECT_FALSE(zone.known());
  EXPECT_EQ(zone.at(0).utc_offset, 0);
}

TEST(TimeZone, ReadsNoFileOutsideTheZoneFolders) {
  EXPECT_FALSE(dates::TimeZone("../../../etc/localtime").known());
  EXPECT_FALSE(dates::TimeZone("/usr/share/zoneinfo/Asia/Seoul").known());
}

TEST(TimeZone, WithoutANameIsTheOneOfTheMachine) {
  const WithTz tz(":Asia/Seoul");
  const dates::TimeZone zone;
  EXPECT_EQ(zone.name(), "Asia/Seoul");
  EXPECT_EQ(zone.at(0).utc_offset, 9 * 3600);
}

TEST(TimeZone, TakesPosixTexts) {
  EXPECT_EQ(dates::TimeZone("<+09>-9").at(0).utc_offset, 9 * 3600);
  EXPECT_EQ(dates::TimeZone("ABC3:30").at(0).utc_offset, -(3 * 3600 + 1800));
  const dates::TimeZone summer("NZST-12NZDT,M9.5.0,M4.1.0/3");
  EXPECT_EQ(summer.abbreviation(1'704'067'200), "NZDT");  // January 2024
  EXPECT_EQ(summer.abbreviation(1'719'792'000), "NZST");  // July 2024
}

TEST(TimeZone, KnowsRulesBehindTheLastTransitionOfItsFile) {
  EXPECT_EQ(dates::TimeZone("America/New_York").at(4'092'595'200).utc_offset, -4 * 3600);  // September 2099
}

TEST(ZoneRules, RefuseBytesThatAreNoZoneFile) {
  EXPECT_FALSE(dates::ZoneRules::from_file(""));
  EXPECT_FALSE(dates::ZoneRules::from_file("TZif2"));
  EXPECT_FALSE(dates::ZoneRules::from_file(std::string("TZif2") + std::string(39, '\xFF')));
  EXPECT_FALSE(dates::ZoneRules::from_file(std::string("TZif2") + std::string(39, '\0')));
}

TEST(PosixZone, RefusesOtherTexts) {
  for (const char* text :
       {"", "E5", "EST", "EST5EDT,", "EST5EDT,M13.1.0,M1.1.0", "EST5EDT,M3.2.0", "<+09", "EST5x9"}) {
    EXPECT_FALSE(dates::PosixZone::parse(text)) << text;
  }
}

}  // namespace
