#include "server/dates/time_zone_rules.h"

#include <algorithm>

#include "server/dates/calendar.h"
#include "server/text/ascii.h"

namespace dates {

// Reads POSIX TZ text from left to right: the grammar of POSIX.1-2017, 8.3, with the `<...>` names.
class PosixParser {
 public:
  explicit PosixParser(std::string_view text) : text_(text) {}

  std::optional<PosixZone> zone() {
    PosixZone zone;
    if (!name(zone.standard_.abbreviation) || !offset(zone.standard_.utc_offset)) return std::nullopt;
    if (done()) return zone;
    zone.daylight_.emplace();
    if (!name(zone.daylight_->abbreviation)) return std::nullopt;
    zone.daylight_->utc_offset = zone.standard_.utc_offset + 3600;
    if (!done() && text_[position_] != ',' && !offset(zone.daylight_->utc_offset)) return std::nullopt;
    if (done()) {  // without rules glibc takes those of the United States
      zone.changes_[0] = {PosixZone::Change::Form::month_week_day, 3, 2, 0, 2 * 3600};
      zone.changes_[1] = {PosixZone::Change::Form::month_week_day, 11, 1, 0, 2 * 3600};
      return zone;
    }
    for (PosixZone::Change& change : zone.changes_) {
      if (!take(',') || !rule(change)) return std::nullopt;
    }
    return done() ? std::optional(zone) : std::nullopt;
  }

 private:
  [[nodiscard]] bool done() const { return position_ == text_.size(); }

  bool take(char c) {
    if (done() || text_[position_] != c) return false;
    ++position_;
    return true;
  }

  bool name(std::string& out) {
    const bool quoted = take('<');
    const std::size_t begin = position_;
    const auto in_name = [&](char c) {
      return text::is_ascii_letter(c) || (quoted && (text::is_digit(c) || c == '+' || c == '-'));
    };
    while (!done() && in_name(text_[position_])) ++position_;
    out = text_.substr(begin, position_ - begin);
    return out.size() >= 3 && (!quoted || take('>'));
  }

  bool number(int& out, int limit) {
    const std::size_t begin = position_;
    out = 0;
    while (!done() && text::is_digit(text_[position_]) && out <= limit) {
      out = out * 10 + (text_[position_++] - '0');
    }
    return position_ > begin && out <= limit;
  }

  // [+-]hh[:mm[:ss]] in seconds
  bool clock(std::int32_t& out, int hour_limit) {
    const bool negative = take('-');
    if (!negative) take('+');
    int hours = 0;
    int minutes = 0;
    int seconds = 0;
    if (!number(hours, hour_limit)) return false;
    if (take(':')) {
      if (!number(minutes, 59)) return false;
      if (take(':') && !number(seconds, 59)) return false;
    }
    out = hours * 3600 + minutes * 60 + seconds;
    if (negative) out = -out;
    return true;
  }

  // POSIX counts west of Greenwich.
  bool offset(std::int32_t& out) {
    if (!clock(out, 24)) return false;
    out = -out;
    return true;
  }

  bool rule(PosixZone::Change& change) {
    using Form = PosixZone::Change::Form;
    if (take('M')) {
      change.form = Form::month_week_day;
      if (!number(change.month, 12) || !take('.') || !number(change.week, 5) || !take('.') ||
          !number(change.day, 6) || change.month < 1 || change.week < 1) {
        return false;
      }
    } else {
      change.form = take('J') ? Form::julian_without_leap_day : Form::zero_based_day;
      if (!number(change.day, 365)) return false;
    }
    return !take('/') || clock(change.time, 167);
  }

  std::string_view text_;
  std::size_t position_ = 0;
};

std::optional<PosixZone> PosixZone::parse(std::string_view text) {
  return PosixParser(text).zone();
}

std::int64_t PosixZone::instant_of(const Change& change, std::int64_t year, std::int32_t offset) {
  std::int64_t day = 0;
  switch (change.form) {
    case Change::Form::month_week_day: {
      const std::int64_t first = days_from_civil(year, change.month, 1);
      const int ahead = (change.day - weekday_from_days(first) + 7) % 7;
      int day_of_month = ahead + (change.week - 1) * 7;
      while (day_of_month >= days_in_month(year, change.month)) day_of_month -= 7;  // week 5 is the last one
      day = first + day_of_month;
      break;
    }
    case Change::Form::julian_without_leap_day:
      day = days_from_civil(year, 1, 1) + change.day - 1 + (change.day >= 60 && is_leap_year(year) ? 1 : 0);
      break;
    case Change::Form::zero_based_day:
      day = days_from_civil(year, 1, 1) + change.day;
      break;
  }
  return day * 86400 + change.time - offset;
}

const ZoneOffset& PosixZone::at(std::int64_t seconds) const {
  if (!daylight_) return standard_;
  const std::int64_t year = civil_from_days(floor_divide(seconds + standard_.utc_offset, 86400)).year;
  const std::int64_t begin = instant_of(changes_[0], year, standard_.utc_offset);
  const std::int64_t end = instant_of(changes_[1], year, daylight_->utc_offset);
  const bool daylight = begin < end ? seconds >= begin && seconds < end : seconds >= begin || seconds < end;
  return daylight ? *daylight_ : standard_;
}

namespace {

// Big-endian numbers of a zone file; past the end everything is 0 and `failed` is set.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  std::int64_t number(std::size_t size) {
    if (size > bytes_.size()) {
      failed = true;
      return 0;
    }
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < size; ++i) value = value << 8U | static_cast<unsigned char>(bytes_[i]);
    bytes_.remove_prefix(size);
    return size == 4 ? static_cast<std::int32_t>(static_cast<std::uint32_t>(value))
                     : static_cast<std::int64_t>(value);
  }

  std::string_view text(std::size_t size) {
    failed = failed || size > bytes_.size();
    const std::string_view out = bytes_.substr(0, size);
    bytes_.remove_prefix(out.size());
    return out;
  }

  [[nodiscard]] std::string_view rest() const { return bytes_; }

  bool failed = false;

 private:
  std::string_view bytes_;
};

struct Header {
  char version = 0;
  std::size_t utc_flags = 0, standard_flags = 0, leaps = 0, times = 0, types = 0, characters = 0;
};

std::optional<Header> read_header(Reader& reader) {
  if (reader.text(4) != "TZif") return std::nullopt;
  const std::string_view version = reader.text(16);
  Header header;
  if (version.size() == 16) header.version = version[0];
  for (std::size_t* count : {&header.utc_flags, &header.standard_flags, &header.leaps, &header.times,
                             &header.types, &header.characters}) {
    const std::int64_t value = reader.number(4);
    if (value < 0 || value > 1'000'000) return std::nullopt;
    *count = static_cast<std::size_t>(value);
  }
  return reader.failed ? std::nullopt : std::optional(header);
}

}  // namespace

std::optional<ZoneRules> ZoneRules::from_file(std::string_view bytes) {
  Reader reader(bytes);
  std::optional<Header> header = read_header(reader);
  std::size_t time_size = 4;
  if (header && header->version >= '2') {  // the first block is for old readers; the second has 64 bits
    reader.text(header->times * 5 + header->types * 6 + header->characters + header->leaps * 8 +
                header->standard_flags + header->utc_flags);
    header = read_header(reader);
    time_size = 8;
  }
  if (!header || header->types == 0) return std::nullopt;

  ZoneRules rules;
  for (std::size_t i = 0; i < header->times; ++i) rules.transitions_.push_back(reader.number(time_size));
  for (const char type : reader.text(header->times)) rules.types_.push_back(static_cast<std::uint8_t>(type));
  std::vector<std::size_t> name_starts;
  for (std::size_t i = 0; i < header->types; ++i) {
    rules.offsets_.push_back({static_cast<std::int32_t>(reader.number(4)), {}});
    reader.number(1);  // whether it is daylight time does not matter here
    name_starts.push_back(static_cast<std::size_t>(reader.number(1)));
  }
  const std::string_view names = reader.text(header->characters);
  reader.text(header->leaps * (time_size + 4) + header->standard_flags + header->utc_flags);
  const auto bad_type = [&](std::uint8_t type) { return type >= rules.offsets_.size(); };
  if (reader.failed || std::any_of(rules.types_.begin(), rules.types_.end(), bad_type) ||
      !std::is_sorted(rules.transitions_.begin(), rules.transitions_.end())) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < name_starts.size(); ++i) {
    const std::string_view name = names.substr(std::min(name_starts[i], names.size()));
    rules.offsets_[i].abbreviation = name.substr(0, name.find('\0'));
  }
  std::string_view footer = reader.rest();
  if (time_size == 8 && footer.size() >= 2 && footer.front() == '\n') {
    footer.remove_prefix(1);
    rules.footer_ = PosixZone::parse(footer.substr(0, footer.find('\n')));
  }
  return rules;
}

std::optional<ZoneRules> ZoneRules::from_posix(std::string_view text) {
  ZoneRules rules;
  rules.footer_ = PosixZone::parse(text);
  if (!rules.footer_) return std::nullopt;
  rules.offsets_.emplace_back();
  return rules;
}

const ZoneOffset& ZoneRules::at(std::int64_t seconds) const {
  const auto next = std::upper_bound(transitions_.begin(), transitions_.end(), seconds);
  if (next == transitions_.end() && footer_) return footer_->at(seconds);
  if (next == transitions_.begin()) return offsets_.front();
  return offsets_[types_[static_cast<std::size_t>(next - transitions_.begin()) - 1]];
}

}  // namespace dates
