#include "server/cli/run_fix.h"

#include <cstdio>
#include <string_view>
#include <utility>

#include "server/cli/diff.h"
#include "server/cli/fix.h"
#include "server/cli/open_site.h"
#include "server/cli/printable.h"
#include "server/features/knowledge/words.h"
#include "server/platform/disk.h"
#include "server/platform/write_file.h"

namespace cli {
namespace {

constexpr int done = 0;
constexpr int would_change = 1;
constexpr int cannot_write = 2;

// A file as seen from the root: the configuration lies there, everything else below the source.
std::string path_from_root(const Opened& opened, const std::string& path) {
  const site::Config& config = opened.site->config();
  const bool at_root = path == config.file || config.source.empty() || config.source == ".";
  return at_root ? path : config.source + "/" + path;
}

site::SitePtr load_changed(const Opened& opened, const FixArguments& arguments, const Texts& changed) {
  Texts texts;
  for (const auto& [path, text] : changed) texts[path_from_root(opened, path)] = text;
  site::LoadOptions options;
  options.now = arguments.now;
  return site::load_site(platform::with_texts(platform::disk(opened.root), std::move(texts)), options);
}

bool print(std::string_view text) {
  return std::fwrite(text.data(), 1, text.size(), stdout) == text.size() && std::fflush(stdout) == 0;
}

int print_diff(const std::vector<FixedFile>& files, const std::string& folder) {
  std::string diff;
  for (const FixedFile& file : files) diff += unified_diff(folder + file.path, file.before, file.after);
  if (!print(diff)) return cannot_write;
  return files.empty() ? done : would_change;
}

int write(const Opened& opened, const std::vector<FixedFile>& files, const std::string& folder) {
  int status = done;
  std::size_t written = 0;
  std::string report;
  for (const FixedFile& file : files) {
    const std::string path = path_from_root(opened, file.path);
    if (const std::string reason = platform::replace_file(opened.root, path, file.before, file.after);
        !reason.empty()) {
      complain(file.path + ": " + reason);
      status = cannot_write;
      continue;
    }
    ++written;
    std::string rules;
    for (const std::string& rule : file.rules) rules += (rules.empty() ? "" : ", ") + rule;
    report += printable(folder + file.path) + ": " + rules + "\n";
  }
  report += written == 0 ? "Nothing to mend.\n" : "Mended " + features::count_of(written, "file") + ".\n";
  return print(report) ? status : cannot_write;
}

}  // namespace

int run_fix(const FixArguments& arguments) {
  const std::optional<Opened> opened = open_site(arguments.paths, arguments.now);
  if (!opened) return cannot_write;
  const std::vector<FixedFile> files =
      fix(opened->site, opened->below, arguments.only,
          [&](const Texts& changed) { return load_changed(*opened, arguments, changed); });
  // `patch -p1` and `git apply` take the diff where the program ran.
  const std::string folder = shown_folder(*opened);
  return arguments.dry_run ? print_diff(files, folder) : write(*opened, files, folder);
}

}  // namespace cli
