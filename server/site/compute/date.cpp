// The date of a post or document: front matter, defaults, file name, else the time of the build (drafts: of
// the file). Rules: jekyll/lib/jekyll/document.rb (merge_date!, modify_date, date).

#include "server/site/compute/page_data.h"
#include "server/site/compute/page_facts.h"

namespace site {
namespace {

Origin origin_of(Origin::Kind kind) {
  Origin origin;
  origin.kind = kind;
  return origin;
}

// As Jekyll reads any value: its text, parsed. A list's text may hold a date as well.
std::optional<dates::LocalTime> read_date(const Environment& environment, const syntax::Value& value) {
  if (const syntax::Scalar* scalar = value.scalar())
    return to_time(*scalar, environment.zone, environment.now);
  return dates::parse_time(ruby_inspect(value), environment.zone, environment.now);
}

void set_date(Page& page, std::optional<dates::LocalTime> date, Origin origin) {
  page.date = date;
  page.date_origin = origin;
  if (!date) page.publication = Publication::bad_date;
}

}  // namespace

std::optional<dates::LocalTime> to_time(const syntax::Scalar& value, const dates::TimeZone& zone,
                                        dates::LocalTime now) {
  if (const auto* date = std::get_if<syntax::Date>(&value))
    return zone.local(date->year, date->month, date->day);
  if (const auto* timestamp = std::get_if<syntax::Timestamp>(&value)) return zone.at(timestamp->seconds);
  return dates::parse_time(syntax::to_ruby_string(value), zone, now);
}

void compute_date(const Environment& environment, const PageData& data, Page& page) {
  const EffectiveValue value = data.find("date");
  if (value.value != nullptr) {
    set_date(page, read_date(environment, *value.value), value.origin);
    // A date that equals the build time counts as none (document.rb, modify_date).
    if (!page.date || page.date->seconds != environment.now.seconds) return;
  }
  if (data.dated && !data.broken) {
    set_date(page, dates::parse_time(data.dated->date, environment.zone, environment.now),
             origin_of(Origin::Kind::file_name));
  } else if (value.value == nullptr && data.draft) {
    const std::int64_t seconds = data.file.modified.value_or(environment.now.seconds);
    set_date(page, environment.zone.at(seconds), origin_of(Origin::Kind::file_time));
  } else if (value.value == nullptr) {
    set_date(page, environment.zone.at(environment.now.seconds), origin_of(Origin::Kind::build_time));
  }
}

}  // namespace site
