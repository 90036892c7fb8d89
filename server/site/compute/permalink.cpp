#include "server/site/compute/permalink.h"

#include <algorithm>
#include <array>

#include "server/dates/calendar.h"
#include "server/syntax/slugify.h"
#include "server/text/ascii.h"
#include "server/text/path.h"
#include "server/text/unicode.h"
#include "server/text/url.h"

namespace site {
namespace {

// Public methods of Jekyll's UrlDrop that are no placeholders. Jekyll takes a name of one for a known
// placeholder and puts nothing in its place (drops/drop.rb, `key?` against `[]`), so they must not count as
// unknown.
constexpr std::array<std::string_view, 108> ruby_methods = {"__id__",
                                                            "__send__",
                                                            "chain",
                                                            "chunk",
                                                            "chunk_while",
                                                            "class",
                                                            "clone",
                                                            "collect",
                                                            "collect_concat",
                                                            "compact",
                                                            "content_methods",
                                                            "count",
                                                            "cycle",
                                                            "define_singleton_method",
                                                            "detect",
                                                            "display",
                                                            "drop",
                                                            "drop_while",
                                                            "dup",
                                                            "each",
                                                            "each_cons",
                                                            "each_entry",
                                                            "each_key",
                                                            "each_slice",
                                                            "each_with_index",
                                                            "each_with_object",
                                                            "entries",
                                                            "enum_for",
                                                            "extend",
                                                            "fetch",
                                                            "filter",
                                                            "filter_map",
                                                            "find",
                                                            "find_all",
                                                            "find_index",
                                                            "first",
                                                            "flat_map",
                                                            "freeze",
                                                            "grep",
                                                            "grep_v",
                                                            "group_by",
                                                            "hash",
                                                            "hash_for_json",
                                                            "inject",
                                                            "inspect",
                                                            "instance_eval",
                                                            "instance_exec",
                                                            "instance_variable_get",
                                                            "instance_variable_set",
                                                            "instance_variables",
                                                            "invoke_drop",
                                                            "itself",
                                                            "keys",
                                                            "lazy",
                                                            "liquid_method_missing",
                                                            "map",
                                                            "max",
                                                            "max_by",
                                                            "merge",
                                                            "method",
                                                            "methods",
                                                            "min",
                                                            "min_by",
                                                            "minmax",
                                                            "minmax_by",
                                                            "object_id",
                                                            "partition",
                                                            "private_methods",
                                                            "protected_methods",
                                                            "public_method",
                                                            "public_methods",
                                                            "public_send",
                                                            "reduce",
                                                            "reject",
                                                            "remove_instance_variable",
                                                            "reverse_each",
                                                            "select",
                                                            "send",
                                                            "singleton_class",
                                                            "singleton_method",
                                                            "singleton_methods",
                                                            "slice_after",
                                                            "slice_before",
                                                            "slice_when",
                                                            "sort",
                                                            "sort_by",
                                                            "sum",
                                                            "taint",
                                                            "take",
                                                            "take_while",
                                                            "tally",
                                                            "tap",
                                                            "then",
                                                            "to_a",
                                                            "to_enum",
                                                            "to_h",
                                                            "to_hash",
                                                            "to_json",
                                                            "to_liquid",
                                                            "to_s",
                                                            "to_set",
                                                            "to_yaml",
                                                            "trust",
                                                            "uniq",
                                                            "untaint",
                                                            "untrust",
                                                            "yield_self",
                                                            "zip"};

constexpr std::array<std::string_view, 7> day_names = {"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                       "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> month_names = {"January",   "February", "March",    "April",
                                                          "May",       "June",     "July",     "August",
                                                          "September", "October",  "November", "December"};

std::string padded(std::int64_t value, std::size_t width) {
  std::string digits = std::to_string(value < 0 ? -value : value);
  if (value < 0 && width > 0) --width;
  if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
  return value < 0 ? "-" + digits : digits;
}

struct IsoWeek {
  std::int64_t year = 1970;
  int week = 1;
};

// ISO 8601: week 1 holds the year's first Thursday.
IsoWeek iso_week(const dates::CivilTime& time) {
  const int weekday = time.weekday == 0 ? 7 : time.weekday;
  const int week = (time.yday - weekday + 10) / 7;
  // A year has 53 weeks when it begins or ends on a Thursday.
  const auto weeks_in = [](std::int64_t year) {
    return dates::weekday_from_days(dates::days_from_civil(year, 1, 1)) == 4 ||
                   dates::weekday_from_days(dates::days_from_civil(year, 12, 31)) == 4
               ? 53
               : 52;
  };
  if (week < 1) return {time.year - 1, weeks_in(time.year - 1)};
  if (week > weeks_in(time.year)) return {time.year + 1, 1};
  return {time.year, week};
}

std::string joined_unique(const std::vector<std::string>& values) {
  std::string out;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (std::find(values.begin(), values.begin() + static_cast<std::ptrdiff_t>(i), values[i]) !=
        values.begin() + static_cast<std::ptrdiff_t>(i)) {
      continue;
    }
    if (i > 0) out += '/';
    out += values[i];
  }
  return out;
}

std::string categories_value(const PlaceholderSource& source, bool slugified) {
  std::vector<std::string> names;
  names.reserve(source.categories.size());
  for (const std::string& category : source.categories) {
    names.push_back(slugified ? syntax::slugify(category) : text::downcase(category));
  }
  return joined_unique(names);
}

std::optional<std::string> date_value(std::string_view key, dates::LocalTime date) {
  const dates::CivilTime time = dates::civil(date);
  const auto month_name = month_names[static_cast<std::size_t>(time.month - 1)];
  const auto day_name = day_names[static_cast<std::size_t>(time.weekday)];
  if (key == "year") return padded(time.year, 4);
  if (key == "short_year") return padded(((time.year % 100) + 100) % 100, 2);
  if (key == "month") return padded(time.month, 2);
  if (key == "i_month") return std::to_string(time.month);
  if (key == "short_month") return std::string(month_name.substr(0, 3));
  if (key == "long_month") return std::string(month_name);
  if (key == "day") return padded(time.day, 2);
  if (key == "i_day") return std::to_string(time.day);
  if (key == "short_day") return std::string(day_name.substr(0, 3));
  if (key == "long_day") return std::string(day_name);
  if (key == "y_day") return padded(time.yday, 3);
  if (key == "hour") return padded(time.hour, 2);
  if (key == "minute") return padded(time.minute, 2);
  if (key == "second") return padded(time.second, 2);
  if (key == "week") return padded(iso_week(time).week, 2);
  if (key == "w_year") return padded(iso_week(time).year, 4);
  if (key == "w_day") return std::to_string(time.weekday == 0 ? 7 : time.weekday);
  return std::nullopt;
}

// nullopt: no such placeholder.
std::optional<std::string> placeholder(std::string_view key, const PlaceholderSource& source) {
  if (key == "title") return syntax::slugify(source.slug ? *source.slug : source.basename, "pretty", true);
  if (key == "categories") return categories_value(source, false);
  if (key == "output_ext") return source.output_ext;
  if (key == "collection") return source.collection;
  if (key == "path") return source.cleaned_relative_path;
  if (key == "name") return syntax::slugify(source.basename);
  if (key == "slug") return syntax::slugify(source.slug ? *source.slug : source.basename);
  if (key == "slugified_categories") return categories_value(source, true);
  if (std::optional<std::string> value = date_value(key, source.date)) return value;
  if (std::find(ruby_methods.begin(), ruby_methods.end(), key) != ruby_methods.end()) return std::string();
  return std::nullopt;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

std::string add_suffix(std::string_view stem, std::string_view permalink) {
  std::string out(stem);
  if (permalink == "pretty") {
    out += '/';
  } else if (permalink == "date" || permalink == "ordinal" || permalink == "none" ||
             permalink.ends_with(":output_ext")) {
    out += ":output_ext";
  } else if (permalink.ends_with('/')) {
    out += '/';
  }
  return out;
}

// Jekyll::URL.escape_path: Addressable's path characters and `?`.
constexpr text::KeptBytes path_characters("-._~!$&'()*+,;=:@/?");

}  // namespace

std::string permalink_template(std::string_view style) {
  if (style == "date") return "/:categories/:year/:month/:day/:title:output_ext";
  if (style == "pretty") return "/:categories/:year/:month/:day/:title/";
  if (style == "none") return "/:categories/:title:output_ext";
  if (style == "ordinal") return "/:categories/:year/:y_day/:title:output_ext";
  if (style == "weekdate") return "/:categories/:year/W:week/:short_day/:title:output_ext";
  return std::string(style);
}

std::string page_permalink_template(std::string_view site_permalink, bool html, bool index) {
  if (!html) return "/:path/:basename:output_ext";
  if (index) return "/:path/";
  return add_suffix("/:path/:basename", site_permalink);
}

std::string collection_permalink_template(std::string_view site_permalink) {
  return add_suffix("/:collection/:path", site_permalink);
}

ComputedUrl document_url(std::string_view permalink_template, const PlaceholderSource& source) {
  std::string url;
  for (std::size_t i = 0; i < permalink_template.size();) {
    std::size_t end = i + 1;
    if (permalink_template[i] == ':') {
      while (end < permalink_template.size() &&
             (permalink_template[end] == '_' || text::is_ascii_lowercase(permalink_template[end]))) {
        ++end;
      }
    }
    if (end == i + 1) {
      url += permalink_template[i++];
      continue;
    }
    // One underscore at the end belongs to the text: `:month_:day` (Jekyll::URL#generate_url_from_drop).
    std::string_view key = permalink_template.substr(i + 1, end - i - 1);
    const bool underscore = key.back() == '_';
    if (underscore) key.remove_suffix(1);
    const std::optional<std::string> value = placeholder(key, source);
    if (!value) return {{}, std::string(key)};
    url += escape_path(*value);
    if (underscore) url += '_';
    i = end;
  }
  return {sanitize_url(url), std::nullopt};
}

std::string page_url(std::string_view permalink_template, std::string_view path, std::string_view basename,
                     std::string_view output_ext) {
  std::string url(permalink_template);
  // In this order, each over what the one before has left: a value may hold a placeholder itself.
  replace_all(url, ":path", escape_path(path));
  replace_all(url, ":basename", escape_path(basename));
  replace_all(url, ":output_ext", escape_path(output_ext));
  return sanitize_url(url);
}

std::string output_path(std::string_view url, std::string_view output_ext, bool page) {
  std::string path = text::normalized_path(text::percent_decode(url), text::Above::ignored);
  if (url.ends_with('/')) {
    if (!path.empty()) path += '/';
    if (!page) return path + "index.html";
    path += "index";
  }
  if (!std::string_view(path).ends_with(output_ext)) path += output_ext;
  return path;
}

std::string escape_path(std::string_view path) {
  return text::percent_encode(path, path_characters);
}

std::string sanitize_url(std::string_view url) {
  std::string out = "/" + std::string(url);
  replace_all(out, "..", "/");
  replace_all(out, "./", "");
  out.erase(std::unique(out.begin(), out.end(), [](char a, char b) { return a == '/' && b == '/'; }),
            out.end());
  return out;
}

}  // namespace site
