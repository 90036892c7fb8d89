#include "server/cli/new_file.h"

#include <cstdio>
#include <string>
#include <string_view>

#include "server/cli/open_site.h"
#include "server/features/commands.h"
#include "server/platform/paths.h"
#include "server/platform/write_file.h"
#include "server/text/path.h"

namespace cli {
namespace {

constexpr int cannot_write = 2;

// Writes what the command makes and prints its path; `text` is that of the new file.
int create(const Opened& opened, const std::string& path, std::string_view text) {
  if (const std::string reason = platform::create_file(opened.source_folder, path, text); !reason.empty()) {
    complain(path + ": " + reason);
    return cannot_write;
  }
  const std::string file = text::join_path(opened.source_folder, path);
  std::printf("%s\n", platform::way_from_working_folder(file).c_str());
  return 0;
}

}  // namespace

int run_new(const NewArguments& arguments) {
  const std::optional<Opened> opened = open_site({arguments.path}, arguments.now);
  if (!opened) return cannot_write;
  const features::Context context({.site = opened->site, .now = arguments.now});
  features::NewPost post{arguments.title, std::nullopt};
  if (!arguments.categories.empty()) post.categories = arguments.categories;
  const features::FileCommandResult result =
      arguments.draft ? features::new_draft(context, post.title) : features::new_post(context, post);
  if (const auto* refusal = std::get_if<features::Refusal>(&result)) {
    complain(refusal->message);
    return cannot_write;
  }
  const features::FileCreation& file = std::get<features::FileCommand>(result).edit.creations.front();
  return create(*opened, file.path, file.text);
}

int run_publish(const PublishArguments& arguments) {
  const std::optional<Opened> opened = open_site({arguments.path}, arguments.now);
  if (!opened) return cannot_write;
  const std::string& path = opened->below.front();
  std::optional<std::string> text = opened->one_file ? opened->site->files().read(path) : std::nullopt;
  if (!text) {
    complain(arguments.path + ": no file that can be read");
    return cannot_write;
  }
  const syntax::Document draft(*text, opened->site->parse_options(path));
  const features::FileCommandResult result =
      features::publish_draft(features::Context({.site = opened->site, .now = arguments.now}), path, draft);
  if (const auto* refusal = std::get_if<features::Refusal>(&result)) {
    complain(refusal->message);
    return cannot_write;
  }
  const auto& command = std::get<features::FileCommand>(result);
  const int status = create(*opened, command.path, text::apply(*text, command.edit.files.front().edits));
  if (status != 0) return status;
  const std::string reason = platform::remove_file(text::join_path(opened->source_folder, path));
  if (reason.empty()) return status;
  complain(path + ": " + reason);
  return cannot_write;
}

}  // namespace cli
