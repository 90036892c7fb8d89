#include "server/syntax/scalar.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <limits>
#include <optional>

#include "server/text/ascii.h"

namespace syntax {
namespace {

using text::is_digit;

bool all_of(std::string_view text, bool (*accepts)(char)) {
  return !text.empty() && std::all_of(text.begin(), text.end(), accepts);
}

double to_double(std::string_view digits) {
  double value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  static_cast<void>(end);
  if (error == std::errc::result_out_of_range) {
    // Ruby's Float() gives Infinity or zero here; strtod does the same.
    return std::strtod(std::string(digits).c_str(), nullptr);
  }
  return value;
}

// Digits of a base, already checked.
Scalar to_integer(std::string_view digits, int base, bool negative) {
  std::uint64_t magnitude = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), magnitude, base);
  static_cast<void>(end);
  constexpr auto limit = static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max());
  if (error == std::errc() && magnitude <= limit) {
    const auto value = static_cast<std::int64_t>(magnitude);
    return negative ? -value : value;
  }
  double value = 0;
  for (const char c : digits) {
    const int digit = text::hex_value(c);
    value = value * base + digit;
  }
  return negative ? -value : value;
}

// Ruby's Float() wants single underscores between digits. SafeYAML lets its ArgumentError escape for a scalar
// such as `1._5`; that text stays a string here.
bool underscores_separate_digits(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '_' &&
        (i == 0 || i + 1 == text.size() || !is_digit(text[i - 1]) || !is_digit(text[i + 1]))) {
      return false;
    }
  }
  return true;
}

std::string without(std::string_view text, std::string_view dropped) {
  std::string kept;
  kept.reserve(text.size());
  for (const char c : text) {
    if (dropped.find(c) == std::string_view::npos) {
      kept += c;
    }
  }
  return kept;
}

// h:m, h:m:s and longer, every part but the first below 60. The first part keeps its sign and the sum is
// negated again for a leading minus, exactly as safe_yaml/parse/sexagesimal.rb has it.
std::optional<double> sexagesimal(std::string_view text) {
  const bool has_sign = !text.empty() && (text[0] == '-' || text[0] == '+');
  std::size_t at = has_sign ? 1 : 0;
  const std::size_t first = at;
  while (at < text.size() && is_digit(text[at])) {
    ++at;
  }
  if (at == first || at == text.size()) {
    return std::nullopt;
  }
  double sum = to_double(text.substr(first, at - first));
  if (text[0] == '-') {
    sum = -sum;
  }
  while (at < text.size()) {
    if (text[at] != ':') {
      return std::nullopt;
    }
    const std::size_t begin = ++at;
    while (at < text.size() && is_digit(text[at])) {
      ++at;
    }
    const std::size_t size = at - begin;
    if (size == 0 || size > 2 || (size == 2 && text[begin] > '5')) {
      return std::nullopt;
    }
    const int part = size == 1 ? text[begin] - '0' : (text[begin] - '0') * 10 + (text[begin + 1] - '0');
    sum = sum * 60 + part;
  }
  return text[0] == '-' ? -sum : sum;
}

// safe_yaml/transform/to_integer.rb: commas and underscores vanish before anything is matched.
std::optional<Scalar> integer(std::string_view written) {
  std::string stripped;
  std::string_view text = written;
  if (written.find_first_of("_,") != std::string_view::npos) {
    stripped = without(written, "_,");
    text = stripped;
  }
  const bool has_sign = !text.empty() && (text[0] == '-' || text[0] == '+');
  const bool negative = has_sign && text[0] == '-';
  const std::string_view digits = text.substr(has_sign ? 1 : 0);
  if (digits.empty() || !is_digit(digits[0])) {
    return std::nullopt;
  }
  if ((digits == "0" || digits[0] != '0') && all_of(digits, is_digit)) {
    return to_integer(digits, 10, negative);
  }
  if (digits.size() > 1 && digits[0] == '0') {
    const auto is_octal = [](char c) { return c >= '0' && c <= '7'; };
    const auto is_hex = [](char c) { return text::hex_value(c) >= 0; };
    const auto is_binary = [](char c) { return c == '0' || c == '1'; };
    if (!has_sign && all_of(digits.substr(1), is_octal)) {
      return to_integer(digits.substr(1), 8, false);
    }
    // Only lower-case `0x` may have a sign: it is a second, laxer pattern of the same file.
    if ((digits[1] == 'x' || (digits[1] == 'X' && !has_sign)) && all_of(digits.substr(2), is_hex)) {
      return to_integer(digits.substr(2), 16, negative);
    }
    if (!has_sign && digits[1] == 'b' && all_of(digits.substr(2), is_binary)) {
      return to_integer(digits.substr(2), 2, false);
    }
  }
  if (text.find(':') != std::string_view::npos) {
    if (const std::optional<double> value = sexagesimal(text)) {
      return *value;
    }
  }
  return std::nullopt;
}

// safe_yaml/transform/to_float.rb: `[-+]?(\d[\d_]*)?\.[\d_]+([eE][-+]\d+)?`, infinities and sexagesimal
// fractions.
std::optional<Scalar> floating(std::string_view text) {
  const std::size_t dot = text.find('.');
  if (dot == std::string_view::npos) {
    return std::nullopt;
  }
  const bool has_sign = text[0] == '-' || text[0] == '+';
  const std::string_view word = text.substr(has_sign ? 1 : 0);
  if (word == ".inf" || word == ".Inf" || word == ".INF") {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    return text[0] == '+' ? std::nullopt : std::optional<Scalar>(has_sign ? -infinity : infinity);
  }
  if (text == ".nan" || text == ".NaN" || text == ".NAN") {
    return std::numeric_limits<double>::quiet_NaN();
  }

  const auto digit_or_underscore = [](char c) { return is_digit(c) || c == '_'; };
  const std::string_view whole = text.substr(has_sign ? 1 : 0, dot - (has_sign ? 1 : 0));
  std::string_view fraction = text.substr(dot + 1);
  if (whole.find(':') != std::string_view::npos) {
    if ((!fraction.empty() && !all_of(fraction, digit_or_underscore)) || !underscores_separate_digits(text)) {
      return std::nullopt;
    }
    const std::optional<double> before = sexagesimal(without(text.substr(0, dot), "_"));
    if (!before) {
      return std::nullopt;
    }
    const double after = fraction.empty() ? 0 : to_double("." + without(fraction, "_"));
    return text[0] == '-' ? *before - after : *before + after;
  }
  std::string_view exponent;
  if (const std::size_t e = fraction.find_first_of("eE"); e != std::string_view::npos) {
    exponent = fraction.substr(e + 1);
    fraction = fraction.substr(0, e);
    if (exponent.size() < 2 || (exponent[0] != '-' && exponent[0] != '+') ||
        !all_of(exponent.substr(1), is_digit)) {
      return std::nullopt;
    }
  }
  const bool whole_fits = whole.empty() || (is_digit(whole[0]) && all_of(whole, digit_or_underscore));
  if (!whole_fits || !all_of(fraction, digit_or_underscore) || !underscores_separate_digits(text)) {
    return std::nullopt;
  }
  const std::string digits = without(word, "_");
  const double magnitude = to_double(digits);
  return text[0] == '-' ? -magnitude : magnitude;
}

// Ruby's Float#to_s: the shortest digits that read back the same, with an exponent from 1e15 on and below
// 1e-4.
std::string ruby_float(double value) {
  if (std::isnan(value)) {
    return "NaN";
  }
  if (std::isinf(value)) {
    return value < 0 ? "-Infinity" : "Infinity";
  }
  std::array<char, 32> buffer{};
  const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), std::abs(value),
                                          std::chars_format::scientific);
  static_cast<void>(error);
  const std::string_view scientific(buffer.data(), static_cast<std::size_t>(end - buffer.data()));
  const std::size_t e = scientific.find('e');
  const std::string digits = without(scientific.substr(0, e), ".");
  // from_chars does not take the plus sign of "1e+20".
  const std::string_view written_exponent = scientific.substr(scientific[e + 1] == '+' ? e + 2 : e + 1);
  int exponent = 0;
  std::from_chars(written_exponent.data(), written_exponent.data() + written_exponent.size(), exponent);

  const auto count = static_cast<int>(digits.size());
  const int point = exponent + 1;  // digits before the decimal point
  std::string result = std::signbit(value) ? "-" : "";
  if (point > 0 && point <= 15) {
    if (count <= point) {
      result += digits + std::string(static_cast<std::size_t>(point - count), '0') + ".0";
    } else {
      result += digits.substr(0, static_cast<std::size_t>(point)) + "." +
                digits.substr(static_cast<std::size_t>(point));
    }
  } else if (point > -4 && point <= 0) {
    result += "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
  } else {
    const std::string magnitude = std::to_string(std::abs(exponent));
    result += digits.substr(0, 1) + "." + (count > 1 ? digits.substr(1) : "0") + "e" +
              (exponent < 0 ? "-" : "+") + (magnitude.size() < 2 ? "0" : "") + magnitude;
  }
  return result;
}

}  // namespace

Scalar resolve_plain_scalar(std::string_view text) {
  if (text.empty() || text == "~") {
    return Null{};
  }
  // The first characters that can begin anything but a string. Underscores are dropped from integers first of
  // all.
  constexpr std::string_view prefixes = "-+0123456789._~OoYyNnTtFf";
  if (prefixes.find(text[0]) == std::string_view::npos) {
    return std::string(text);
  }
  if (is_digit(text[0]) || text[0] == '-' || text[0] == '+' || text[0] == '_') {
    if (std::optional<Scalar> value = integer(text)) {
      return *std::move(value);
    }
  }
  if (is_digit(text[0]) || text[0] == '-' || text[0] == '+' || text[0] == '.') {
    if (std::optional<Scalar> value = floating(text)) {
      return *std::move(value);
    }
  }
  if (text.size() <= 5) {
    if (text::equals_ignoring_ascii_case(text, "null")) {
      return Null{};
    }
    for (const std::string_view word : {"true", "yes", "on"}) {
      if (text::equals_ignoring_ascii_case(text, word)) {
        return true;
      }
    }
    for (const std::string_view word : {"false", "no", "off"}) {
      if (text::equals_ignoring_ascii_case(text, word)) {
        return false;
      }
    }
  }
  if (const std::optional<Date> date = parse_date(text)) {
    return *date;
  }
  if (const std::optional<Timestamp> timestamp = parse_timestamp(text)) {
    return *timestamp;
  }
  return std::string(text);
}

std::string to_ruby_string(const Scalar& value) {
  struct ToString {
    std::string operator()(Null) const { return {}; }
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    std::string operator()(double number) const { return ruby_float(number); }
    std::string operator()(Date date) const { return to_string(date); }
    std::string operator()(const Timestamp& timestamp) const { return to_string(timestamp); }
    std::string operator()(const std::string& text) const { return text; }
  };
  return std::visit(ToString{}, value);
}

}  // namespace syntax
