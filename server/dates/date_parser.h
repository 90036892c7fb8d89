// The patterns behind find_date_parts (find_date_parts.h), one function for each of Ruby's.
#pragma once

#include <cstdint>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <utility>

#include "server/dates/date_parts.h"

namespace dates {

// One run of Date._parse over a text of at most 128 ASCII characters, so that std::regex cannot run away. The
// text shrinks: what a pattern has read is replaced by a blank.
class DateParser {
 public:
  explicit DateParser(std::string text) : text_(std::move(text)) {}

  [[nodiscard]] DateParts run();

 private:
  using Group = std::optional<std::string>;  // nullopt: took no part in the match

  // What the text must hold for a pattern to be tried.
  enum Needs : unsigned { alpha = 1, digit = 2, dash = 4, dot = 8, slash = 16 };
  [[nodiscard]] bool has(unsigned needs) const;
  // Finds the pattern and takes it out of the text.
  bool take(const std::regex& pattern);
  [[nodiscard]] Group group(std::size_t index) const;

  void take_weekday();
  void take_time();
  void read_time(const std::string& time);
  bool take_date();  // the first of the patterns below that fits
  bool take_european();
  bool take_american();
  bool take_iso();
  bool take_japanese();
  bool take_vms();
  bool take_slashes();
  bool take_dots();
  bool take_short_iso();
  bool take_apostrophe_year();
  bool take_month();
  bool take_ordinal_day();
  bool take_digits();
  void read_digits(std::string_view digits, bool negative, bool ends_in_seconds);
  void take_era();
  void take_lone_number();
  void complete_year();
  // Which of three numbers is which: an apostrophe or more than two digits make a year.
  void assign(Group year, Group month, Group day, bool before_christ);

  std::string text_;
  std::string subject_;  // what `match_` refers to
  std::smatch match_;
  DateParts parts_;
  bool before_christ_ = false;
  bool complete_century_ = true;  // the year has two digits: 69 is 1969, 68 is 2068
};

}  // namespace dates
