#include "server/cli/new_file.h"

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>

#include "server/cli/open_site.h"
#include "server/features/commands.h"

namespace cli {
namespace {

namespace fs = std::filesystem;

constexpr int cannot_write = 2;

features::CommandContext context_of(const Opened& opened, const std::optional<dates::LocalTime>& now) {
  return {opened.site, now ? *now : opened.site->environment().now};
}

// "" or why not. Never replaces what is there.
std::string create_file(const fs::path& path, std::string_view text) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error) return error.message();
  const int file = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return std::strerror(errno);
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0) {
      const std::string reason = std::strerror(errno);
      ::close(file);
      fs::remove(path, error);
      return reason;
    }
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return ::close(file) == 0 ? std::string() : std::strerror(errno);
}

// Writes what the command makes and prints its path; `text` is that of the new file.
int create(const Opened& opened, const std::string& path, std::string_view text) {
  const fs::path file = fs::path(opened.source_folder) / path;
  if (const std::string reason = create_file(file, text); !reason.empty()) {
    complain(path + ": " + reason);
    return cannot_write;
  }
  std::printf("%s\n", fs::proximate(file).c_str());
  return 0;
}

}  // namespace

int run_new(const NewArguments& arguments) {
  const std::optional<Opened> opened = open_site({arguments.path}, arguments.now);
  if (!opened) return cannot_write;
  const features::CommandContext context = context_of(*opened, arguments.now);
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
      features::publish_draft(context_of(*opened, arguments.now), path, draft);
  if (const auto* refusal = std::get_if<features::Refusal>(&result)) {
    complain(refusal->message);
    return cannot_write;
  }
  const auto& command = std::get<features::FileCommand>(result);
  const int status = create(*opened, command.path, text::apply(*text, command.edit.files.front().edits));
  std::error_code error;
  if (status == 0 && !fs::remove(fs::path(opened->source_folder) / path, error)) {
    complain(path + ": " + error.message());
    return cannot_write;
  }
  return status;
}

}  // namespace cli
