#include "server/dates/date_parser.h"

#include <algorithm>
#include <limits>

#include "server/text/ascii.h"

namespace dates {
namespace {

using text::is_digit;

#define JEKYLL_LS_MONTHS "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"

std::regex compiled(const char* pattern) {
  return std::regex(pattern, std::regex::ECMAScript | std::regex::icase | std::regex::optimize);
}

// The number at the front of `text`, behind a sign. Larger ones stay at a value that no calendar reaches.
std::int64_t to_number(std::string_view text) {
  constexpr std::int64_t largest = 100'000'000'000'000'000;
  const bool negative = text.starts_with('-');
  if (negative || text.starts_with('+')) text.remove_prefix(1);
  std::int64_t value = 0;
  for (const char c : text) {
    if (!is_digit(c)) break;
    value = std::min(value * 10 + (c - '0'), largest);
  }
  return negative ? -value : value;
}

std::string month_number(std::string name) {
  name.resize(3);
  for (char& c : name) c = text::ascii_lower(c);
  return std::to_string(std::string_view("janfebmaraprmayjunjulaugsepoctnovdec").find(name) / 3 + 1);
}

bool starts_with_b(const std::optional<std::string>& era) {
  return era && !era->empty() && (era->front() == 'b' || era->front() == 'B');
}

bool looks_like_year(const std::optional<std::string>& number) {
  return number && (number->starts_with('\'') || number->size() > 2);
}

// From the first sign or digit on.
std::string_view numeric_part(std::string_view text, bool signs) {
  const std::size_t begin = text.find_first_of(signs ? "-+0123456789" : "0123456789");
  return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
}

std::size_t digit_count(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && is_digit(text[count])) ++count;
  return count;
}

}  // namespace

bool DateParser::has(unsigned needs) const {
  unsigned found = 0;
  for (const char c : text_) {
    if (text::is_ascii_letter(c)) found |= alpha;
    if (is_digit(c)) found |= digit;
    if (c == '-') found |= dash;
    if (c == '.') found |= dot;
    if (c == '/') found |= slash;
  }
  return (found & needs) == needs;
}

bool DateParser::take(const std::regex& pattern) {
  subject_ = text_;
  if (!std::regex_search(subject_, match_, pattern)) return false;
  text_.replace(static_cast<std::size_t>(match_.position(0)), static_cast<std::size_t>(match_.length(0)),
                " ");
  return true;
}

DateParser::Group DateParser::group(std::size_t index) const {
  return match_[index].matched ? Group(match_[index].str()) : std::nullopt;
}

DateParts DateParser::run() {
  if (has(alpha)) take_weekday();
  if (has(digit)) take_time();
  take_date();
  if (has(alpha)) take_era();
  if (has(digit)) take_lone_number();
  complete_year();
  return parts_;
}

bool DateParser::take_date() {
  return (has(alpha | digit) && (take_european() || take_american())) || (has(digit | dash) && take_iso()) ||
         (has(digit | dot) && take_japanese()) || (has(alpha | digit | dash) && take_vms()) ||
         (has(digit | slash) && take_slashes()) || (has(digit | dot) && take_dots()) ||
         (has(digit) && take_short_iso()) || (has(digit) && take_apostrophe_year()) ||
         (has(alpha) && take_month()) || (has(digit) && take_ordinal_day()) || (has(digit) && take_digits());
}

void DateParser::take_weekday() {
  static const std::regex pattern = compiled(R"(\b(sun|mon|tue|wed|thu|fri|sat)[^-/\d\s]*)");
  take(pattern);
}

void DateParser::take_time() {
  static const std::regex pattern =
      compiled(R"((\d+\s*:\s*\d+(?:\s*:\s*\d+(?:[,.]\d*)?)?(?:\s*[ap](?:m\b|\.m\.))?)"
               R"(|\d+\s*h(?:\s*\d+m?(?:\s*\d+s?)?)?(?:\s*[ap](?:m\b|\.m\.))?)"
               R"(|\d+\s*[ap](?:m\b|\.m\.)))"
               R"((?:\s*((?:gmt|utc?)?[-+]\d+(?:[,.:]\d+(?::\d+)?)?)"
               R"(|[a-z_.\s]+(?:standard|daylight)\stime\b)"
               R"(|[a-z_]+(?:\sdst)?\b))?)");
  if (!take(pattern)) return;
  parts_.zone = group(2);
  read_time(*group(1));
}

void DateParser::read_time(const std::string& time) {
  static const std::regex pattern = compiled(
      R"(^(\d+)h?(?:\s*:?\s*(\d+)m?(?:\s*:?\s*(\d+)(?:[,.](\d+))?s?)?)?(?:\s*([ap])(?:m\b|\.m\.))?)");
  std::smatch match;
  if (!std::regex_search(time, match, pattern)) return;
  std::int64_t hour = to_number(match[1].str());
  // Ruby fails on an hour before noon or after that is no small number; ours is then out of range as it
  // stands.
  if (match[5].matched && hour <= std::numeric_limits<std::int32_t>::max()) {
    hour = hour % 12 + (match[5].str() == "p" || match[5].str() == "P" ? 12 : 0);
  }
  parts_.hour = hour;
  if (match[2].matched) parts_.minute = to_number(match[2].str());
  if (match[3].matched) parts_.second = to_number(match[3].str());
  parts_.fraction = match[4].matched;
}

bool DateParser::take_european() {
  static const std::regex pattern =
      compiled(R"(('?\d+)[^-\d\s]*\s*)" JEKYLL_LS_MONTHS
               R"([^-\d\s']*(?:\s*(c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))?\s*)"
               R"(('?-?\d+(?:(?:st|nd|rd|th)\b)?))?)");
  if (!take(pattern)) return false;
  assign(group(4), month_number(*group(2)), group(1), starts_with_b(group(3)));
  return true;
}

bool DateParser::take_american() {
  static const std::regex pattern =
      compiled(R"(\b)" JEKYLL_LS_MONTHS R"([^-\d\s']*\s*('?\d+)[^-\d\s']*(?:\s*,?\s*)"
               R"((c(?:e|\.e\.)|b(?:ce|\.c\.e\.)|a(?:d|\.d\.)|b(?:c|\.c\.))?\s*('?-?\d+))?)");
  if (!take(pattern)) return false;
  assign(group(4), month_number(*group(1)), group(2), starts_with_b(group(3)));
  return true;
}

bool DateParser::take_iso() {
  static const std::regex pattern = compiled(R"(('?[-+]?\d+)-(\d+)-('?-?\d+))");
  if (!take(pattern)) return false;
  assign(group(1), group(2), group(3), false);
  return true;
}

bool DateParser::take_japanese() {
  static const std::regex pattern = compiled(R"(\b([mtsh])(\d+)\.(\d+)\.(\d+))");
  if (!take(pattern)) return false;
  std::int64_t before_era = 0;
  switch (text::ascii_lower(group(1)->front())) {
    case 'm':
      before_era = 1867;
      break;
    case 't':
      before_era = 1911;
      break;
    case 's':
      before_era = 1925;
      break;
    default:
      before_era = 1988;
      break;
  }
  parts_.year = to_number(*group(2)) + before_era;
  parts_.month = to_number(*group(3));
  parts_.day = to_number(*group(4));
  return true;
}

bool DateParser::take_vms() {
  static const std::regex day_first = compiled(R"(('?-?\d+)-)" JEKYLL_LS_MONTHS R"([^-/.]*-('?-?\d+))");
  static const std::regex month_first =
      compiled(R"(\b)" JEKYLL_LS_MONTHS R"([^-/.]*-('?-?\d+)(?:-('?-?\d+))?)");
  if (take(day_first)) {
    assign(group(3), month_number(*group(2)), group(1), false);
    return true;
  }
  if (!take(month_first)) return false;
  assign(group(3), month_number(*group(1)), group(2), false);
  return true;
}

bool DateParser::take_slashes() {
  static const std::regex pattern = compiled(R"(('?-?\d+)/\s*('?\d+)(?:\D\s*('?-?\d+))?)");
  if (!take(pattern)) return false;
  assign(group(1), group(2), group(3), false);
  return true;
}

bool DateParser::take_dots() {
  static const std::regex pattern = compiled(R"(('?-?\d+)\.\s*('?\d+)\.\s*('?-?\d+))");
  if (!take(pattern)) return false;
  assign(group(1), group(2), group(3), false);
  return true;
}

bool DateParser::take_short_iso() {
  static const std::regex week = compiled(R"(\b(\d{2}|\d{4})?-?w(\d{2})(?:-?(\d))?\b)");
  static const std::regex day_of_week = compiled(R"(-w-(\d)\b)");
  static const std::regex month_day = compiled(R"(--(\d{2})?-(\d{2})\b)");
  static const std::regex compact_month_day = compiled(R"(--(\d{2})(\d{2})?\b)");
  static const std::regex no_year_day = compiled(R"([,.](\d{2}|\d{4})-\d{3}\b)");
  static const std::regex year_day = compiled(R"(\b(\d{2}|\d{4})-(\d{3})\b)");
  static const std::regex no_lone_year_day = compiled(R"(\d-\d{3}\b)");
  static const std::regex lone_year_day = compiled(R"(\b-(\d{3})\b)");
  // Weeks are read and then not used: Time.parse knows nothing of them.
  if (take(week) || take(day_of_week)) return true;
  if (take(month_day)) {
    if (group(1)) parts_.month = to_number(*group(1));
    parts_.day = to_number(*group(2));
    return true;
  }
  if (take(compact_month_day)) {
    parts_.month = to_number(*group(1));
    if (group(2)) parts_.day = to_number(*group(2));
    return true;
  }
  if (!std::regex_search(text_, no_year_day) && take(year_day)) {
    parts_.year = to_number(*group(1));
    parts_.day_of_year = to_number(*group(2));
    return true;
  }
  if (!std::regex_search(text_, no_lone_year_day) && take(lone_year_day)) {
    parts_.day_of_year = to_number(*group(1));
    return true;
  }
  return false;
}

bool DateParser::take_apostrophe_year() {
  static const std::regex pattern = compiled(R"('(\d+)\b)");
  if (!take(pattern)) return false;
  parts_.year = to_number(*group(1));
  return true;
}

bool DateParser::take_month() {
  static const std::regex pattern = compiled(R"(\b)" JEKYLL_LS_MONTHS R"(\S*)");
  if (!take(pattern)) return false;
  parts_.month = to_number(month_number(*group(1)));
  return true;
}

bool DateParser::take_ordinal_day() {
  static const std::regex pattern = compiled(R"((\d+)(st|nd|rd|th)\b)");
  if (!take(pattern)) return false;
  parts_.day = to_number(*group(1));
  return true;
}

bool DateParser::take_digits() {
  static const std::regex pattern = compiled(R"(([-+]?)(\d{2,14})(?:\s*t?\s*(\d{2,6})?(?:[,.](\d*))?)?)"
                                             R"((?:\s*(z\b|[-+]\d{1,4}\b|\[[-+]?\d[^\]]*\]))?)");
  if (!take(pattern)) return false;
  const Group time = group(3);
  const Group fraction = group(4);
  read_digits(*group(2), group(1) == "-", !time && fraction.has_value());
  if (time && time->size() % 2 == 0) {
    const auto pair = [&](std::size_t begin) { return to_number(std::string_view(*time).substr(begin, 2)); };
    const std::size_t size = time->size();
    if (fraction) {  // counted from the end: the fraction belongs to seconds
      parts_.second = pair(size - 2);
      if (size >= 4) parts_.minute = pair(size - 4);
      if (size >= 6) parts_.hour = pair(size - 6);
    } else {
      parts_.hour = pair(0);
      if (size >= 4) parts_.minute = pair(2);
      if (size >= 6) parts_.second = pair(4);
    }
  }
  if (fraction) parts_.fraction = true;
  if (const Group zone = group(5)) {
    parts_.zone = *zone;
    if (zone->starts_with('[')) {  // `[-5:EST]`: offset and name; the name is what Time.parse looks at
      const std::string inner = zone->substr(1, zone->size() - 2);
      const std::size_t colon = inner.find(':');
      parts_.zone = colon == std::string::npos ? inner : inner.substr(colon + 1);
    }
  }
  return true;
}

// A run of digits, by its length: from a day of two digits to year, month, day, hour, minute and second in
// fourteen. With a fraction right behind it the run is read from its end, which is then seconds.
void DateParser::read_digits(std::string_view digits, bool negative, bool ends_in_seconds) {
  const std::size_t size = digits.size();
  const auto part = [&](std::size_t begin, std::size_t count) {
    return to_number(digits.substr(begin, count));
  };
  const auto year = [&](std::size_t begin, std::size_t count) {
    parts_.year = negative ? -part(begin, count) : part(begin, count);
  };
  if (ends_in_seconds) {
    if (size != 2 && size != 4 && size != 6 && size != 3 && size != 5 && size != 7 && size != 8 &&
        size != 10 && size != 12 && size != 14) {
      return;
    }
    parts_.second = part(size - 2, 2);
    if (size >= 3) parts_.minute = size == 3 ? part(0, 1) : part(size - 4, 2);
    if (size >= 5) parts_.hour = size == 5 ? part(0, 1) : part(size - 6, 2);
    if (size >= 7) parts_.day = size == 7 ? part(0, 1) : part(size - 8, 2);
    if (size >= 10) parts_.month = part(size - 10, 2);
    if (size == 12) year(0, 2);
    if (size == 14) {
      year(0, 4);
      complete_century_ = false;
    }
    return;
  }
  switch (size) {
    case 2:
      parts_.day = part(0, 2);
      break;
    case 3:
      parts_.day_of_year = part(0, 3);
      break;
    case 4:
      parts_.month = part(0, 2);
      parts_.day = part(2, 2);
      break;
    case 5:
      year(0, 2);
      parts_.day_of_year = part(2, 3);
      break;
    case 6:
      year(0, 2);
      parts_.month = part(2, 2);
      parts_.day = part(4, 2);
      break;
    case 7:
      year(0, 4);
      parts_.day_of_year = part(4, 3);
      break;
    case 8:
    case 10:
    case 12:
    case 14:
      year(0, 4);
      parts_.month = part(4, 2);
      parts_.day = part(6, 2);
      if (size >= 10) parts_.hour = part(8, 2);
      if (size >= 12) parts_.minute = part(10, 2);
      if (size >= 14) parts_.second = part(12, 2);
      complete_century_ = false;
      break;
    default:
      break;
  }
}

void DateParser::take_era() {
  static const std::regex pattern = compiled(R"(\b(bc\b|bce\b|b\.c\.|b\.c\.e\.))");
  if (take(pattern)) before_christ_ = true;
}

// What is left is one number: the day of a time, or the hour of a day.
void DateParser::take_lone_number() {
  static const std::regex pattern = compiled(R"(^\s*(\d{1,2})\s*$)");
  if (!take(pattern)) return;
  const std::int64_t number = to_number(*group(1));
  if (parts_.hour && !parts_.day && number >= 1 && number <= 31) parts_.day = number;
  if (parts_.day && !parts_.hour && number <= 24) parts_.hour = number;
}

void DateParser::complete_year() {
  if (!parts_.year) return;
  std::int64_t& year = *parts_.year;
  if (before_christ_) year = 1 - year;
  if (complete_century_ && year >= 0 && year <= 99) year += year >= 69 ? 1900 : 2000;
}

void DateParser::assign(Group year, Group month, Group day, bool before_christ) {
  if (year && month && !day) {
    day = std::exchange(month, std::exchange(year, std::nullopt));
  }
  if (!year && looks_like_year(day)) {
    year = std::exchange(day, std::nullopt);
  }
  if (year) {
    const std::string_view number = numeric_part(*year, true);
    const std::size_t sign = !number.empty() && !is_digit(number.front()) ? 1 : 0;
    const std::size_t end = sign + digit_count(number.substr(sign));
    if (end < number.size()) {  // `5th`: it was the day
      Group found(std::string(number.substr(0, end)));
      year = std::exchange(day, std::move(found));
    }
  }
  if (looks_like_year(month)) {
    Group first = std::exchange(year, month);
    month = std::exchange(day, std::move(first));
  }
  if (looks_like_year(day)) std::swap(year, day);

  if (year) {
    const std::string_view number = numeric_part(*year, true);
    const bool sign = !number.empty() && !is_digit(number.front());
    if (sign || digit_count(number) > 2) complete_century_ = false;
    parts_.year = to_number(number);
  }
  before_christ_ = before_christ_ || before_christ;
  if (month) parts_.month = to_number(numeric_part(*month, false));
  if (day) parts_.day = to_number(numeric_part(*day, false));
}

#undef JEKYLL_LS_MONTHS

}  // namespace dates
