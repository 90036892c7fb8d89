#include <algorithm>
#include <utility>

#include "server/features/commands/front_matter.h"
#include "server/features/commands/habit.h"
#include "server/features/commands/new_file.h"
#include "server/features/knowledge/words.h"
#include "server/syntax/slugify.h"
#include "server/text/path.h"

namespace features {
namespace {

using syntax::FrontMatter;
namespace yaml = syntax::yaml;

// `_drafts/x/y.md` -> `_posts/x/`; "" for what is no draft.
std::string posts_folder(std::string_view path) {
  const std::string_view drafts = "_drafts/";
  const std::size_t at = path.starts_with(drafts) ? 0 : path.find("/_drafts/");
  if (at == std::string_view::npos) return {};
  const std::size_t name = at + (at == 0 && path.starts_with(drafts) ? 0 : 1);
  const std::string_view below = path.substr(name + drafts.size());
  return std::string(path.substr(0, name)) + "_posts/" + std::string(text::folder_of(below));
}

// The draft's own name, without a date that it may have: its address stays what the preview showed.
std::string slug_of(std::string_view path) {
  const std::string_view name = text::file_name(path);
  if (const auto dated = syntax::parse_post_name(name); dated && !dated->slug.empty())
    return std::string(dated->slug);
  std::string slug(text::without_dot_ending(name));
  return slug.find(' ') == std::string::npos ? slug : syntax::slugify(slug, {}, true);
}

std::string line_end(std::string_view text) {
  const std::size_t newline = text.find('\n');
  return newline != std::string_view::npos && newline > 0 && text[newline - 1] == '\r' ? "\r\n" : "\n";
}

text::Offset behind_line(std::string_view text, text::Offset at) {
  const std::size_t newline = text.find('\n', at);
  return static_cast<text::Offset>(newline == std::string_view::npos ? text.size() : newline + 1);
}

// How the site's posts write their dates; "" for the long form.
std::string usual_date(const Context& context) {
  const commands::PostHabit habit = commands::read_habit(context);
  for (const commands::KeyHabit& key : habit.keys) {
    if (key.name == "date")
      return key.newest.substr(std::min(key.newest.find_first_not_of(' '), key.newest.size()));
  }
  return {};
}

// The least edit that makes `date` the present moment.
text::Edit set_date(const Context& context, const syntax::Document& draft) {
  const std::string_view text = draft.text;
  const FrontMatter& front = draft.front_matter;
  const yaml::Entry* date = yaml::find_entry(front.tree.root, "date");
  if (date != nullptr) {
    const std::string_view written = text::slice(text, date->value.range);
    const std::string form = written.empty() ? usual_date(context) : std::string(written);
    const std::string blank =
        written.empty() && date->value.range.begin > 0 && text[date->value.range.begin - 1] == ':' ? " " : "";
    return {date->value.range, blank + commands::time_like(form, context.now)};
  }
  const std::string end = line_end(text);
  const std::string line = "date: " + commands::time_like(usual_date(context), context.now) + end;
  if (front.state == FrontMatter::State::absent) return {{0, 0}, "---" + end + line + "---" + end + end};
  const yaml::Entry* title = yaml::find_entry(front.tree.root, "title");
  const text::Offset at = title != nullptr
                              ? behind_line(text, std::max(title->key.range.end, title->value.range.end))
                              : front.yaml.end;
  return {{at, at}, line};
}

}  // namespace

FileCommandResult publish_draft(const Context& context, std::string_view path,
                                const syntax::Document& draft) {
  const std::string folder = posts_folder(path);
  if (folder.empty())
    return Refusal{code(path) + " is no draft: drafts lie in a folder `_drafts` of the site."};
  const FrontMatter& front = draft.front_matter;
  if (front.state == FrontMatter::State::not_closed)
    return Refusal{"The front matter of " + code(path) + " is not closed: end it with a line `---` first."};
  const yaml::Node& root = front.tree.root;
  const bool empty = root.kind == yaml::Node::Kind::scalar && root.value.empty();
  if (!front.tree.valid || (root.kind != yaml::Node::Kind::mapping && !empty) ||
      (root.style == yaml::Node::Style::flow))
    return Refusal{"The front matter of " + code(path) + " cannot be read: mend it before it is published."};

  const std::string stem = folder + commands::day_of(context.now) + "-" + slug_of(path);
  const std::string_view ending = text::dot_ending(path);
  FileCommand command;
  command.path = commands::free_path(*context.site, stem, ending.empty() ? ".md" : ending);
  command.edit.files.push_back({std::string(path), {set_date(context, draft)}});
  command.edit.renames.push_back({std::string(path), command.path});
  return command;
}

}  // namespace features
