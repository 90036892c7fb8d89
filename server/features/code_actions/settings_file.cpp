#include "server/features/code_actions/settings_file.h"

#include <algorithm>
#include <string>

#include "server/features/knowledge/own_schemas.h"
#include "server/site/settings/project_settings.h"
#include "server/syntax/yaml/parse.h"
#include "server/syntax/yaml/write.h"

namespace features::code_actions {
namespace {

namespace yaml = syntax::yaml;

// What is known of the file's text while edits are made for it.
struct File {
  std::string_view text;
  std::string_view line_end;

  // Behind the line that holds `at`; the replacement begins with a line end where the last line has none.
  [[nodiscard]] text::Edit line_behind(text::Offset at, const std::string& line) const {
    const std::size_t newline = text.find('\n', at);
    const bool open = newline == std::string_view::npos;
    const auto place = static_cast<text::Offset>(open ? text.size() : newline + 1);
    const std::string end(line_end);
    return {{place, place}, open ? end + line : line + end};
  }
  [[nodiscard]] std::string indentation_of(text::Offset at) const {
    const std::size_t newline = text.substr(0, at).rfind('\n');
    const std::size_t begin = newline == std::string_view::npos ? 0 : newline + 1;
    return std::string(text.substr(begin, at - begin));
  }
};

// YAML's false.
syntax::Member off(std::string_view code) {
  return {std::string(code), true, {}, {syntax::Scalar(false), {}}};
}

std::string_view line_end_of(std::string_view text) {
  const std::size_t newline = text.find('\n');
  const bool both = newline != std::string_view::npos && newline > 0 && text[newline - 1] == '\r';
  return both ? "\r\n" : "\n";
}

text::Edit at_the_end(const File& file, const std::string& line) {
  const auto end = static_cast<text::Offset>(file.text.size());
  const bool open = !file.text.empty() && !file.text.ends_with('\n');
  const std::string gap(open ? file.line_end : "");
  return {{end, end}, gap + "rules:" + std::string(file.line_end) + "  " + line + std::string(file.line_end)};
}

text::Edit in_rules(const File& file, const yaml::Entry& entry, std::string_view code,
                    const std::string& line) {
  const yaml::Node& value = entry.value;
  if (value.kind != yaml::Node::Kind::mapping)  // nothing yet
    return file.line_behind(entry.key.range.end, file.indentation_of(entry.key.range.begin) + "  " + line);
  if (const yaml::Entry* present = yaml::find_entry(value, code)) return {present->value.range, "off"};
  if (value.style == yaml::Node::Style::flow) {
    const text::Offset at =
        value.entries.empty() ? value.range.begin + 1 : value.entries.back().value.range.end;
    return {{at, at}, (value.entries.empty() ? "" : ", ") + line};
  }
  const yaml::Entry& last = value.entries.back();
  return file.line_behind(std::max(last.key.range.end, last.value.range.end),
                          file.indentation_of(last.key.range.begin) + line);
}

// Switched off now, and nothing else has changed.
bool holds(std::string_view before, const std::string& after, std::string_view code) {
  if (!yaml::parse(after).valid) return false;
  const site::ProjectSettings old = site::read_project_settings(before);
  const site::ProjectSettings now = site::read_project_settings(after);
  auto wanted = old.rules;
  wanted[std::string(code)] = "off";
  return now.rules == wanted && now.schemas.size() == old.schemas.size() && now.tags == old.tags &&
         now.categories == old.categories && now.problems.size() <= old.problems.size();
}

}  // namespace

std::optional<SiteEdit> switch_off(const Context& context, std::string_view code) {
  if (!context.site) return std::nullopt;
  const std::string path = from_root(context.site->config(), site::project_settings_name);
  const std::string line = yaml::write_lines({off(code)}, yaml::Booleans::on_off);
  SiteEdit edit;
  const std::optional<std::string> text = context.read(path);
  if (!text) {
    if (context.site->files().exists(path)) return std::nullopt;
    const syntax::Mapping rules = {{"rules", true, {}, {syntax::Mapping{off(code)}, {}}}};
    edit.creations.push_back({path, yaml::write_lines(rules, yaml::Booleans::on_off) + "\n"});
    return edit;
  }
  const yaml::Tree tree = yaml::parse(*text);
  if (!tree.valid) return std::nullopt;
  const File file{*text, line_end_of(*text)};
  const yaml::Entry* entry = yaml::find_entry(tree.root, "rules");
  const text::Edit change = entry ? in_rules(file, *entry, code, line) : at_the_end(file, line);
  const std::string after = text::apply(*text, {change});
  if (after == *text || !holds(*text, after, code)) return std::nullopt;
  edit.files.push_back({path, {change}});
  return edit;
}

}  // namespace features::code_actions
