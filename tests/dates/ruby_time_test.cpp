// Random texts that look like dates, read by the installed Ruby and by parse_time: both must say the same.
//   RUBY_TIME_SEED, RUBY_TIME_CASES: another seed, more texts. RUBY_TIME_SECONDS: stop after that long (30).

#include <chrono>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>
#include <vector>

#include "server/dates/time_zone.h"
#include "tests/support/ruby.h"

namespace {

struct Case {
  std::string zone;
  std::int64_t now = 0;
  std::string text;
};

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  Case one() {
    Case out;
    out.zone = pick({"Asia/Seoul", "America/New_York", "Europe/Paris", "UTC", "Australia/Lord_Howe",
                     "America/St_Johns", "Pacific/Apia", "Europe/Dublin", "America/Sao_Paulo",
                     "Asia/Kathmandu", "Africa/Casablanca", "EST5EDT", "<+09>-9"});
    out.now = 1'500'000'000 + static_cast<std::int64_t>(below(600'000'000));
    const std::size_t kind = below(10);
    if (kind < 4) {
      out.text = join({date(), time(), zone()});
    } else if (kind < 6) {
      out.text = join({weekday(), date(), time(), zone()});
    } else if (kind < 7) {
      out.text = join({time(), zone(), date()});
    } else {
      for (std::size_t i = below(6) + 1; i > 0; --i) out.text += token();
    }
    if (below(8) == 0) mutate(out.text);
    return out;
  }

 private:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  std::string pick(const std::vector<std::string>& choices) { return choices[below(choices.size())]; }
  std::string number(std::size_t low, std::size_t high, std::size_t width = 0) {
    std::string digits = std::to_string(low + below(high - low + 1));
    if (width > digits.size()) digits.insert(0, width - digits.size(), '0');
    return digits;
  }

  std::string join(const std::vector<std::string>& parts) {
    std::string out;
    for (const std::string& part : parts) {
      if (part.empty()) continue;
      if (!out.empty()) out += pick({" ", " ", " ", "T", ", ", "", "  "});
      out += part;
    }
    return out;
  }

  std::string year() {
    return pick(
        {number(1900, 2100), number(2000, 2030), number(0, 99, 2), "'" + number(0, 99, 2), number(0, 9999)});
  }
  std::string month() { return below(4) == 0 ? number(0, 14) : number(1, 12, below(2) == 0 ? 2 : 0); }
  std::string day() { return below(6) == 0 ? number(0, 33) : number(1, 31, below(2) == 0 ? 2 : 0); }
  std::string month_name() {
    return pick({"Jan", "February", "MARCH", "apr", "May", "june", "Jul.", "Aug", "Sept", "Oct", "Nov",
                 "december", "Mai", "Augusto"});
  }

  std::string date() {
    const std::string separator = pick({"-", "-", "-", "/", ".", " ", ", ", "_"});
    switch (below(12)) {
      case 0:
        return day() + pick({"", "st", "th", "."}) + " " + month_name() + " " + year();
      case 1:
        return month_name() + " " + day() + pick({"", "nd", "th"}) + pick({", ", " ", "-"}) + year();
      case 2:
        return day() + "-" + month_name() + "-" + year();
      case 3:
        return number(1900, 2100) + number(1, 12, 2) + number(1, 31, 2);
      case 4:
        return year() + "-" + number(0, 380, 3);
      case 5:
        return month_name() + " " + year();
      case 6:
        return day() + separator + month() + separator + year();
      case 7:
        return number(2000, 2030) + "-W" + number(1, 53, 2) + "-" + number(1, 7);
      default:
        return year() + separator + month() + separator + day();
    }
  }

  std::string time() {
    switch (below(8)) {
      case 0:
        return "";
      case 1:
        return number(0, 13) + pick({"am", "pm", " pm", " a.m.", "PM"});
      case 2:
        return number(0, 24, 2) + ":" + number(0, 59, 2) + pick({"", " pm", "am"});
      case 3:
        return number(0, 23) + "h" + number(0, 59, 2);
      case 4:
        return number(0, 23, 2) + ":" + number(0, 59, 2) + ":" + number(0, 60, 2) + pick({".", ","}) +
               number(0, 999);
      case 5:
        return number(0, 26, 2) + ":" + number(0, 61, 2) + ":" + number(0, 62, 2);
      default:
        return number(0, 23, 2) + ":" + number(0, 59, 2) + ":" + number(0, 59, 2);
    }
  }

  std::string zone() {
    return pick({"",       "",     "",    "Z",         "UTC",   "GMT",   "+0900",  "-0330",
                 "+09:00", "+9",   "-12", "+09:00:30", "JST",   "KST",   "EST",    "edt",
                 "CET",    "cest", "BST", "IST",       "GMT+9", "utc-3", "A",      "J",
                 "M",      "N",    "Y",   "NST",       "NZDT",  "+1400", "-00:00", "Korea Standard Time"});
  }

  std::string weekday() { return pick({"Sun", "Monday,", "tue", "Weds", "Thursday", "fri.", "SAT,"}); }

  std::string token() {
    return pick({number(0, 99),
                 number(0, 9, 2),
                 number(0, 99999),
                 number(0, 99999999),
                 "-",
                 "/",
                 ".",
                 ":",
                 " ",
                 " ",
                 "T",
                 "+",
                 "'",
                 "th",
                 "am",
                 "BC",
                 "Jan",
                 "mon",
                 "Z",
                 ",",
                 "w",
                 "[",
                 "]",
                 "h",
                 "é",
                 "월",
                 "b.c.e.",
                 "dst",
                 "--",
                 "s",
                 "H"});
  }

  void mutate(std::string& text) {
    if (text.empty()) return;
    const std::size_t at = below(text.size());
    if (static_cast<unsigned char>(text[at]) >= 0x80) return;
    if (below(2) == 0) {
      text.erase(at, 1);
    } else {
      text[at] = pick({"0", "-", ":", " ", "x", "1", "/", ".", "+"})[0];
    }
  }

  std::mt19937 random_;
};

TEST(RubyTime, AgreesWithTheInstalledRubyOnRandomTexts) {
  if (!ruby_has("time")) GTEST_SKIP() << "no Ruby here";
  const unsigned seed = setting("RUBY_TIME_SEED", 1);
  const unsigned cases = setting("RUBY_TIME_CASES", 20'000);
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(setting("RUBY_TIME_SECONDS", 30));
  std::cout << "seed " << seed << ", " << cases << " texts\n";

  const TemporaryFolder folder;
  Generator generator(seed);
  std::size_t compared = 0;
  constexpr unsigned batch_size = 5'000;
  for (unsigned done = 0; done < cases && std::chrono::steady_clock::now() < end; done += batch_size) {
    std::vector<Case> batch;
    std::string input;
    for (unsigned i = 0; i < batch_size; ++i) {
      batch.push_back(generator.one());
      input += nlohmann::json{batch.back().zone, batch.back().now, batch.back().text}.dump() + "\n";
    }
    const std::string file = folder.write("dates", input).string();
    std::istringstream answers(
        output_of("ruby '" JEKYLL_LS_TEST_DIR "/dates/ruby_time.rb' < '" + file + "' 2>/dev/null"));
    std::size_t next = 0;
    for (std::string expected; std::getline(answers, expected) && next < batch.size(); ++next) {
      const Case& one = batch[next];
      if (expected != "error" && expected.find('-', 1) > 5)
        continue;  // Ruby's zones end before the year 1,000,000
      const auto time = dates::parse_time(one.text, dates::TimeZone(one.zone), {one.now, 0});
      EXPECT_EQ(time ? dates::iso8601(*time) : "error", expected)
          << one.zone << " " << one.now << " \"" << one.text << "\"";
      ++compared;
    }
    ASSERT_EQ(next, batch.size());
  }
  EXPECT_GT(compared, 0U);
  std::cout << compared << " texts compared\n";
}

}  // namespace
