// Dates of posts, drafts and documents: unreadable, other than the file name says, in the future. Rules:
// jekyll/lib/jekyll/document.rb (populate_title, modify_date), utils.rb (parse_date), publisher.rb.
#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <string>
#include <vector>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/words.h"
#include "server/site/compute/page_facts.h"
#include "server/syntax/slugify.h"
#include "server/text/ascii.h"
#include "server/text/path.h"

namespace features::diagnostics {
namespace {

using syntax::Date;

std::string iso(const Date& day) {
  const auto two = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
  std::string year = std::to_string(day.year);
  if (year.size() < 4) year.insert(0, 4 - year.size(), '0');
  return year + "-" + two(day.month) + "-" + two(day.day);
}

Date day_of(dates::LocalTime time) {
  const dates::CivilTime civil = dates::civil(time);
  return {static_cast<std::int32_t>(civil.year), static_cast<std::uint8_t>(civil.month),
          static_cast<std::uint8_t>(civil.day)};
}

// `2024-1-5` at the start of a text; two-digit years as Ruby's Time.parse reads them. The numbers need not be
// a day.
std::optional<std::array<int, 3>> leading_numbers(std::string_view text) {
  std::array<int, 3> numbers{};
  std::size_t year_digits = 0;
  const char* at = text.data();
  const char* const end = text.data() + text.size();
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0) {
      if (at == end || *at != '-') return std::nullopt;
      ++at;
    }
    if (at == end || !text::is_digit(*at)) return std::nullopt;
    const auto [next, error] = std::from_chars(at, end, numbers[i]);
    if (error != std::errc{}) return std::nullopt;
    if (i == 0) year_digits = static_cast<std::size_t>(next - at);
    at = next;
  }
  if (year_digits == 2) numbers[0] += numbers[0] < 69 ? 2000 : 1900;
  if (year_digits != 2 && year_digits != 4) return std::nullopt;
  return numbers;
}

bool is_day(const std::array<int, 3>& numbers) {
  constexpr std::array<int, 12> days_of_months = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const auto [year, month, day] = numbers;
  if (month < 1 || month > 12 || day < 1 || day > days_of_months[static_cast<std::size_t>(month - 1)])
    return false;
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month != 2 || day < 29 || leap;
}

std::optional<Date> leading_day(std::string_view text) {
  const auto numbers = leading_numbers(text);
  if (!numbers || !is_day(*numbers)) return std::nullopt;
  return Date{(*numbers)[0], static_cast<std::uint8_t>((*numbers)[1]),
              static_cast<std::uint8_t>((*numbers)[2])};
}

// Zone-dependent rules: the site's zone; without `timezone:` both the machine's and UTC, where sites are
// built.
std::vector<dates::TimeZone> possible_zones(const site::Site& site) {
  std::vector<dates::TimeZone> zones = {site.environment().zone};
  if (site.config().timezone.empty()) zones.emplace_back("UTC");
  return zones;
}

// The calendar days that the author may have written; more than one where the zone decides.
std::vector<Date> written_days(const site::Site& site, const syntax::Scalar& value) {
  if (const auto* date = std::get_if<Date>(&value)) return {*date};
  if (const auto* time = std::get_if<syntax::Timestamp>(&value))
    return {day_of({time->seconds, time->utc_offset})};
  const auto* text = std::get_if<std::string>(&value);
  if (!text) return {};
  if (const auto day = leading_day(*text)) return {*day};
  std::vector<Date> days;
  for (const dates::TimeZone& zone : possible_zones(site)) {
    const auto time = site::to_time(value, zone, site.environment().now);
    if (!time) return {};
    days.push_back(day_of(*time));
  }
  return days;
}

void unreadable(const Context& context, const syntax::Member& member, Report& report) {
  const text::Range value = member.value.range;
  const bool empty = value.empty() || member.value.is_null();
  std::string message =
      empty ? "`date` is empty" : code(shorten(text::slice(context.text(), value), 40)) + " is no date";
  const bool draft = context.page->kind == site::PageKind::draft;
  message +=
      draft ? ": Jekyll stops the build as soon as drafts are built. " : ": Jekyll stops the build here. ";
  message += empty ? "Write one, such as `2024-05-01`, or delete the line."
                   : "Write it as `2024-05-01` or `2024-05-01 12:30:00 +0900`.";
  Problem& problem = report.add(rules.invalid_date, empty ? member.key_range : value, std::move(message));
  if (draft) problem.severity = Severity::warning;
}

// Without `date` in the front matter the file name gives it, and Ruby takes 30 February for 1 March.
void name_alone(const Context& context, std::string_view name_date, Report& report) {
  const auto numbers = leading_numbers(name_date);
  if (!numbers || is_day(*numbers)) return;
  const site::Environment& environment = context.site->environment();
  const auto time = site::to_time(syntax::Scalar(std::string(name_date)), environment.zone, environment.now);
  if (!time) {
    report.add(rules.invalid_date, {},
               "The file name's day " + code(name_date) +
                   " does not exist: Jekyll stops the build here. Rename the file.");
    return;
  }
  Problem& problem = report.add(rules.invalid_date, {},
                                "The file name's day " + code(name_date) + " does not exist: Jekyll takes " +
                                    iso(day_of(*time)) + ". Rename the file.");
  problem.severity = Severity::warning;
}

// `_posts/2024-01-31-x.md` under another day.
std::string renamed(const Context& context, const syntax::PostName& name, const Date& day) {
  return std::string(text::folder_of(context.path)) + iso(day) + "-" + std::string(name.slug) +
         std::string(name.extension);
}

// The calendar day at the beginning of the value as written, without its quote; empty if it is written
// otherwise.
text::Range written_day(const Context& context, text::Range value) {
  std::string_view source = text::slice(context.text(), value);
  text::Offset begin = value.begin;
  if (source.starts_with('"') || source.starts_with('\'')) {
    source.remove_prefix(1);
    ++begin;
  }
  if (!leading_numbers(source)) return {};
  const std::size_t end = std::min(source.find_first_not_of("0123456789-"), source.size());
  return {begin, begin + static_cast<text::Offset>(end)};
}

bool differs(const Context& context, const syntax::Member& member, const syntax::PostName& name,
             Report& report) {
  const std::optional<Date> named = leading_day(name.date);
  const std::vector<Date> days = written_days(*context.site, *member.value.scalar());
  if (!named || days.empty()) return false;
  if (std::find(days.begin(), days.end(), *named) != days.end()) return false;
  Problem& problem = report.add(
      rules.date_differs_from_name, member.value.range,
      "Jekyll goes by `date` (" + iso(days.front()) + "); the file name says " + iso(*named) +
          ". The address and the order of posts follow `date`. Rename the file, or change the date.");
  const text::Range day = written_day(context, member.value.range);
  if (!day.empty()) offer(problem, context, "Change the date to " + iso(*named), {{day, iso(*named)}});
  if (days.size() == 1) offer_rename(problem, context, renamed(context, name, days.front()));
  return true;
}

std::string two_digits(int number) {
  return (number < 10 ? "0" : "") + std::to_string(number);
}

std::string offset_text(std::int32_t seconds) {
  const int minutes = (seconds < 0 ? -seconds : seconds) / 60;
  return (seconds < 0 ? "-" : "+") + two_digits(minutes / 60) + two_digits(minutes % 60);
}

// Does the page's address show this day?
bool shows_day(const std::string& url, const Date& day) {
  const std::string year = std::to_string(day.year);
  const std::string month = two_digits(day.month);
  const std::string number = two_digits(day.day);
  for (const char* between : {"/", "-", ""}) {
    if (url.find(year + between + month + between + number) != std::string::npos) return true;
  }
  return url.find("/" + month + "/" + number + "/") != std::string::npos;
}

// The day as written against the day in the address; only where the address shows one.
void shifted(const Context& context, const syntax::Member& member, const syntax::Scalar& value,
             Report& report) {
  if (context.page->kind == site::PageKind::draft || !context.page->date) return;
  const std::vector<Date> written = written_days(*context.site, value);
  if (written.size() != 1) return;
  const site::Environment& environment = context.site->environment();
  for (const dates::TimeZone& zone : possible_zones(*context.site)) {
    const auto time = site::to_time(value, zone, environment.now);
    if (!time || day_of(*time) == written.front()) return;
  }
  const Date in_address = day_of(*context.page->date);
  if (!shows_day(context.page->url, in_address)) return;
  const auto* time = std::get_if<syntax::Timestamp>(&value);
  const text::Range range = member.value.range;
  if (!time || time->has_zone) {
    report.add(rules.day_shifted, range,
               "In the site's zone this is " + iso(in_address) +
                   ", and that is the day in the address: " + code(context.page->url) + ".");
    return;
  }
  Problem& problem =
      report.add(rules.date_without_offset, range,
                 "Without an offset Jekyll reads this as UTC; in the site's zone it is " + iso(in_address) +
                     ", and the address is " + code(context.page->url) + ". Add the offset.");
  const dates::CivilTime clock = dates::civil({time->seconds, 0});
  const dates::LocalTime local =
      environment.zone.local(clock.year, clock.month, clock.day, clock.hour, clock.minute, clock.second);
  offer(problem, context, "Add the site's offset " + offset_text(local.utc_offset),
        {{{range.end, range.end}, " " + offset_text(local.utc_offset)}});
}

// `01/02/2024`: Ruby takes the day for first, many people the month.
bool ambiguous(const Context& context, const syntax::Member& member, const std::string& name_date,
               Report& report) {
  const std::string* text = member.value.string();
  if (!text) return false;
  std::array<int, 3> numbers{};
  const char* at = text->data();
  const char* const end = at + text->size();
  for (std::size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0 && (at == end || *at++ != '/')) return false;
    const auto [next, error] = std::from_chars(at, end, numbers[i]);
    const auto digits = next - at;
    if (error != std::errc{} || digits > (i == 2 ? 4 : 2) || (i == 2 && digits != 4)) return false;
    at = next;
  }
  if (at != end && *at != ' ') return false;
  const int first = numbers[0];
  const int second = numbers[1];
  if (first == second || first > 12 || second > 12 || first < 1 || second < 1) return false;
  const auto day = [&](int month, int number) {
    return iso({numbers[2], static_cast<std::uint8_t>(month), static_cast<std::uint8_t>(number)});
  };
  const std::string as_read = day(second, first);
  const std::string other = day(first, second);
  Problem& problem = report.add(
      rules.ambiguous_date, member.value.range,
      "Jekyll reads this as " + as_read + "; others would read " + other + ". Write the year first.");
  const bool whole = at == end;
  if (!whole) return true;
  std::vector<std::string> readings = {as_read, other};
  if (!name_date.empty() && name_date == other) std::swap(readings[0], readings[1]);
  for (const std::string& reading : readings)
    offer(problem, context, "Write " + reading, {{member.value.range, reading}});
  return true;
}

void future(const Context& context, const syntax::Scalar& value, text::Range range, Report& report) {
  const site::Page& page = *context.page;
  const site::Site& site = *context.site;
  const bool at_once = page.published() && site.config().github_pages && page.kind == site::PageKind::post &&
                       !site.config().data.find("future");
  if (page.publication != site::Publication::future && !at_once) return;
  for (const dates::TimeZone& zone : possible_zones(site)) {
    const auto time = site::to_time(value, zone, site.environment().now);
    if (!time || time->seconds <= site.environment().now.seconds) return;
  }
  const std::string when = page.date ? dates::iso8601(*page.date) : std::string("then");
  if (at_once) {
    report.add(rules.future_date, range,
               "This " + std::string(noun(context)) + " is dated " + when +
                   ", in the future; GitHub Pages publishes it at once all the same.");
  } else {
    report.add(rules.future_date, range,
               "This " + std::string(noun(context)) + " is not published before " + when +
                   ": builds until then leave it out, unless `future: true` is set.");
  }
}

}  // namespace

void dates(const Context& context, Report& report) {
  if (!context.site || !is_document(context) || context.page->data_invalid) return;
  const auto name = syntax::parse_post_name(context.path);
  const syntax::Member* member = context.document->front_matter.data.find_member("date");
  if (!member) {
    if (!name) return;
    name_alone(context, name->date, report);
    if (context.page->date_origin.kind == site::Origin::Kind::file_name) {
      future(context, syntax::Scalar(std::string(name->date)), {}, report);
    }
    return;
  }
  const site::Environment& environment = context.site->environment();
  const syntax::Scalar* scalar = member->value.scalar();
  if (!scalar || !site::to_time(*scalar, environment.zone, environment.now)) {
    unreadable(context, *member, report);
    return;
  }
  const std::string named = name ? std::string(name->date) : std::string();
  const bool told =
      ambiguous(context, *member, named, report) || (name && differs(context, *member, *name, report));
  if (!told) shifted(context, *member, *scalar, report);
  future(context, *scalar, member->value.range, report);
}

}  // namespace features::diagnostics
