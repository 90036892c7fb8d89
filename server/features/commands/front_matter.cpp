#include "server/features/commands/front_matter.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <utility>

#include "server/features/knowledge/terms.h"
#include "server/site/compute/defaults_for.h"
#include "server/syntax/yaml/write.h"
#include "server/text/ascii.h"

namespace features::commands {
namespace {

namespace yaml = syntax::yaml;

using Form = KeyHabit::Form;

std::string_view trimmed(std::string_view text) {
  return text::trim_front(text, [](char c) { return c == ' ' || c == '\n'; });
}

// 'd' stands for a digit, everything else for itself.
bool has_form(std::string_view text, std::string_view form) {
  return text.size() == form.size() && std::equal(text.begin(), text.end(), form.begin(), [](char c, char f) {
           return f == 'd' ? text::is_digit(c) : c == f;
         });
}

std::string offset_text(std::int32_t offset, bool colon) {
  const std::int32_t minutes = (offset < 0 ? -offset : offset) / 60;
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%c%02d%s%02d", offset < 0 ? '-' : '+', minutes / 60,
                colon ? ":" : "", minutes % 60);
  return text.data();
}

struct Entry {
  std::string name;
  std::string value;  // with its leading blank or line end
  bool blank_before = false;
};

// Keys that name one post alone, and mean something else when they are empty.
bool is_identity(std::string_view key) {
  constexpr std::array<std::string_view, 8> names = {"permalink", "slug", "redirect_from", "redirect_to",
                                                     "id",        "guid", "uuid",          "ref"};
  return std::find(names.begin(), names.end(), key) != names.end();
}

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

// In the quotes of a value as it stands in a file.
yaml::WriteStyle like(std::string_view source) {
  return {.quotes = yaml::quotes_of(source)};
}

// Behind the colon, in the form that the key usually has. `name` may be the plural of the habit's key.
std::string term_list(const KeyHabit* habit, std::string_view name, const std::vector<std::string>& terms) {
  const Form form = habit ? habit->form : Form::flow_list;
  if (terms.empty()) return form == Form::flow_list ? " []" : "";
  if (form == Form::block_list) {
    const std::string lead = habit->newest.substr(0, habit->newest.find('-'));
    std::string list;
    for (const std::string& term : terms) list += lead + "- " + yaml::write_text(term);
    return list;
  }
  const bool splits = name == "categories" || name == "tags";
  const bool blanks = std::any_of(terms.begin(), terms.end(), [](const std::string& term) {
    return term.find(' ') != std::string::npos;
  });
  if (form != Form::flow_list && (splits ? !blanks : terms.size() == 1))
    return " " + yaml::write_text(joined(terms), like(trimmed(habit->newest)));
  return " " + yaml::write_list(terms);
}

class Writer {
 public:
  Writer(const Context& context, const PostHabit& habit, const NewFile& file)
      : context_(context),
        habit_(habit),
        file_(file),
        defaults_(site::defaults_for(
            context.site->config(),
            {file.path, file.draft ? site::PageKind::draft : site::PageKind::post, "posts", std::nullopt})) {}

  std::string write() {
    if (habit_.posts == 0) add_layout_of_new_site();
    for (const KeyHabit& key : habit_.keys) add(key);
    if (!has("title")) insert_after("layout", {"title", title(nullptr)});
    if (habit_.posts == 0 && !file_.draft) add_entry({"date", " " + time_like("", context_.now)});
    if (file_.categories && !file_.categories->empty() && !has("categories") && !has("category"))
      insert_after("title", {"categories", term_list(nullptr, "categories", *file_.categories)});

    std::string text = "---\n";
    for (const Entry& entry : entries_) {
      if (entry.blank_before && text.size() > 4) text += "\n";
      text += yaml::write_text(entry.name) + ":" + entry.value + "\n";
    }
    text += "---\n\n";
    return habit_.line_end == "\n" ? text : with_line_ends(text);
  }

 private:
  void add(const KeyHabit& key) {
    if (key.name == "title") return add_entry({key.name, title(&key), key.blank_before});
    if (key.time) {
      if (!file_.draft)
        add_entry({key.name, " " + time_like(trimmed(key.newest), context_.now), key.blank_before});
      return;
    }
    if (const auto kind = term_kind(key.name)) return add_terms(key, *kind);
    if (key.name == "permalink" && !habit_.permalink_folder.empty()) return add_permalink(key);
    if (key.name == "layout" && is_default(key)) return;
    if (!trimmed(key.usual).empty()) return add_entry({key.name, key.usual, key.blank_before});
    // They all differ, so this one will as well. An empty value must not hide a default.
    if (key.text && !is_identity(key.name) && !defaults_.find(key.name))
      add_entry({key.name, "", key.blank_before});
  }

  void add_terms(const KeyHabit& key, WrittenTerm::Kind kind) {
    Entry entry{key.name, key.usual, key.blank_before};
    if (kind == WrittenTerm::Kind::category && file_.categories) {
      if (key.name == "category" && file_.categories->size() > 1) entry.name = "categories";
      entry.value = term_list(&key, entry.name, *file_.categories);
    } else if (entry.value.empty()) {
      entry.value = term_list(&key, entry.name, {});
    }
    if (!has(entry.name)) add_entry(std::move(entry));
  }

  void add_permalink(const KeyHabit& key) {
    std::string address = habit_.permalink_folder + file_.slug + habit_.permalink_end;
    for (int number = 2; !context_.site->pages_at_url(address).empty(); ++number)
      address = habit_.permalink_folder + file_.slug + "-" + std::to_string(number) + habit_.permalink_end;
    add_entry({key.name, " " + yaml::write_text(address, like(trimmed(key.newest))), key.blank_before});
  }

  void add_layout_of_new_site() {
    if (!defaults_.find("layout") && context_.site->has_layout("post")) add_entry({"layout", " post"});
  }

  [[nodiscard]] bool is_default(const KeyHabit& key) const {
    const syntax::Value* value = defaults_.find("layout");
    const std::string* text = value ? value->string() : nullptr;
    return text && (trimmed(key.usual) == *text || trimmed(key.usual).empty());
  }

  [[nodiscard]] std::string title(const KeyHabit* key) const {
    const Form form = key ? key->form : Form::plain;
    const yaml::Quotes quotes = form == Form::double_quoted   ? yaml::Quotes::double_quoted
                                : form == Form::single_quoted ? yaml::Quotes::single_quoted
                                                              : yaml::Quotes::where_needed;
    return " " + yaml::write_text(file_.title, {.quotes = quotes});
  }

  [[nodiscard]] bool has(std::string_view name) const {
    return std::any_of(entries_.begin(), entries_.end(),
                       [&](const Entry& entry) { return entry.name == name; });
  }
  void add_entry(Entry entry) { entries_.push_back(std::move(entry)); }
  // At the top if there is no such key.
  void insert_after(std::string_view name, Entry entry) {
    const auto place = std::find_if(entries_.begin(), entries_.end(),
                                    [&](const Entry& known) { return known.name == name; });
    entries_.insert(place == entries_.end() ? entries_.begin() : place + 1, std::move(entry));
  }
  [[nodiscard]] std::string with_line_ends(std::string_view text) const {
    std::string converted;
    for (const char c : text) converted += c == '\n' ? habit_.line_end : std::string(1, c);
    return converted;
  }

  const Context& context_;
  const PostHabit& habit_;
  const NewFile& file_;
  syntax::Value defaults_;
  std::vector<Entry> entries_;
};

}  // namespace

std::string time_like(std::string_view sample, dates::LocalTime now) {
  const yaml::WriteStyle style = like(sample);
  const bool quoted = style.quotes != yaml::Quotes::where_needed;
  if (quoted) sample = sample.substr(1, sample.size() - 2);
  const auto written = [&](const std::string& text) { return quoted ? yaml::write_text(text, style) : text; };
  const dates::CivilTime time = dates::civil(now);
  std::array<char, 32> day{};
  std::snprintf(day.data(), day.size(), "%04d-%02d-%02d", static_cast<int>(time.year), time.month, time.day);
  if (has_form(sample, "dddd-dd-dd")) return written(day.data());

  std::array<char, 16> clock{};
  const bool short_clock = has_form(sample.substr(0, 16), "dddd-dd-dd dd:dd") && sample.substr(16, 1) != ":";
  if (short_clock) {
    std::snprintf(clock.data(), clock.size(), "%02d:%02d", time.hour, time.minute);
  } else {
    std::snprintf(clock.data(), clock.size(), "%02d:%02d:%02d", time.hour, time.minute, time.second);
  }
  const bool known = short_clock || has_form(sample.substr(0, 19), "dddd-dd-dd dd:dd:dd") ||
                     has_form(sample.substr(0, 19), "dddd-dd-ddTdd:dd:dd");
  const bool letter = known && sample[10] == 'T';
  const std::string_view zone = known ? sample.substr(short_clock ? 16 : 19) : std::string_view(" +");
  std::string text = std::string(day.data()) + (letter ? "T" : " ") + clock.data();
  const bool colon = zone.find(':') != std::string_view::npos;
  const bool has_zone = zone.find_first_of("+-Z") != std::string_view::npos;
  if (letter) {
    if (has_zone || !quoted) text += offset_text(now.utc_offset, true);
  } else if (has_zone || (!quoted && !short_clock)) {
    text += " " + offset_text(now.utc_offset, colon);
  }
  return written(text);
}

std::string new_text(const Context& context, const PostHabit& habit, const NewFile& file) {
  return Writer(context, habit, file).write();
}

}  // namespace features::commands
