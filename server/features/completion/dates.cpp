// `date:` and its like: now, with the offset that holds in the site's zone at that moment, and the day of the
// file's name.
#include <algorithm>
#include <string>
#include <utility>

#include "server/features/completion/sources.h"
#include "server/features/completion/value_list.h"
#include "server/text/ascii.h"
#include "server/text/path.h"

namespace features::completion {
namespace {

// "2024-02-23 09:30:00 +0900".
std::string written(dates::LocalTime time) {
  const std::string iso = dates::iso8601(time);  // 2024-02-23T09:30:00+09:00
  return iso.substr(0, 10) + " " + iso.substr(11, 8) + " " + iso.substr(19, 3) + iso.substr(23, 2);
}

// "2024-05-01" of `_posts/2024-05-01-x.md`; "" for other names.
std::string day_of_name(std::string_view path) {
  const std::string_view name = text::file_name(path);
  if (name.size() < 11 || name[10] != '-') return {};
  for (std::size_t i = 0; i < 10; ++i) {
    const bool dash = i == 4 || i == 7;
    if (dash ? name[i] != '-' : !text::is_digit(name[i])) return {};
  }
  return std::string(name.substr(0, 10));
}

// Do the files that were looked at write the day alone?
bool writes_days(const KeyUsage& usage) {
  std::size_t days = 0;
  std::size_t times = 0;
  for (const UsedValue& value : usage.values) (value.text.size() <= 10 ? days : times) += value.count;
  return days > times;
}

}  // namespace

void dates(const Cursor& cursor, const ValuePlace& place, CompletionList& list) {
  if (!cursor.context.site || place.kind() != "date") return;
  const site::Environment& environment = cursor.context.site->environment();
  const std::string moment = written(cursor.context.now);
  const std::string today = moment.substr(0, 10);
  std::vector<std::pair<std::string, std::string>> offers = {{moment, "now"}, {today, "today"}};
  if (writes_days(place.usage)) std::swap(offers[0], offers[1]);
  const bool own_date = place.slot.path == std::vector<std::string>{"date"};
  if (const std::string day = day_of_name(cursor.context.path); own_date && !day.empty() && day != today) {
    const int year = std::stoi(day.substr(0, 4));
    const dates::LocalTime midnight =
        environment.zone.local(year, std::stoi(day.substr(5, 2)), std::stoi(day.substr(8, 2)));
    const std::string text = writes_days(place.usage) ? day : written(midnight);
    // A month or day that does not exist rolls over: nothing to offer.
    if (text.starts_with(day)) offers.emplace_back(text, "day of the file name");
  }
  ValueList values(cursor, place.slot, false, list);
  for (auto& [text, detail] : offers) values.add({.value = text, .literal = true, .detail = detail});
}

}  // namespace features::completion
