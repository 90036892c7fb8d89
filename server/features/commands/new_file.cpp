#include "server/features/commands/new_file.h"

#include <utility>

#include "server/features/commands/front_matter.h"
#include "server/features/commands/habit.h"
#include "server/features/knowledge/words.h"
#include "server/syntax/slugify.h"
#include "server/text/unicode.h"
#include "server/text/utf8.h"

namespace features::commands {
namespace {

// File systems allow 255 bytes; date, extension and a number want their share.
constexpr std::size_t longest_slug = 200;
constexpr std::size_t longest_title = 1000;

std::string shortened(std::string slug) {
  if (slug.size() <= longest_slug) return slug;
  std::size_t end = longest_slug;
  while (end > 0 && text::is_continuation(slug[end])) --end;  // a whole character
  slug.resize(end);
  if (slug.back() == '-') slug.pop_back();
  return slug;
}

std::string drafts_folder(const std::string& posts_folder) {
  std::string folder = posts_folder.substr(0, posts_folder.rfind("_posts"));
  return folder + "_drafts";
}

}  // namespace

std::string day_of(dates::LocalTime moment) {
  return dates::iso8601(moment).substr(0, 10);
}

std::string free_path(const site::Site& site, const std::string& stem, std::string_view extension) {
  std::string path = stem + std::string(extension);
  for (int number = 2; site.page(path) || site.files().exists(path); ++number)
    path = stem + "-" + std::to_string(number) + std::string(extension);
  return path;
}

FileCommandResult new_file(const Context& context, const NewFileRequest& request) {
  // Composed, as Korean typed on some systems is not; on one line, as titles are.
  std::string title = text::to_nfc(shorten(request.title, longest_title));
  if (title.empty()) return Refusal{"A title is missing."};
  const std::string slug = shortened(syntax::slugify(title));
  if (slug.empty()) {
    return Refusal{"The title `" + title + "` has no letter or digit that could stand in a file name."};
  }
  const PostHabit habit = read_habit(context);
  const std::string folder = request.draft ? drafts_folder(habit.folder) : habit.folder;
  NewFile file;
  const std::string stem = folder + "/" + (request.draft ? "" : day_of(context.now) + "-") + slug;
  file.path = free_path(*context.site, stem, habit.extension);
  file.slug = slug;
  file.title = std::move(title);
  file.categories = request.categories;
  file.draft = request.draft;

  FileCommand command;
  command.edit.creations.push_back({file.path, new_text(context, habit, file)});
  command.path = file.path;
  return command;
}

}  // namespace features::commands
