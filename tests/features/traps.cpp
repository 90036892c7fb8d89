#include "tests/features/traps.h"

#include <algorithm>
#include <fstream>

#include "server/features/diagnostics.h"

namespace features {

const std::filesystem::path& traps() {
  static const std::filesystem::path folder = std::filesystem::path(JEKYLL_LS_TEST_DIR) / "sites/traps";
  return folder;
}

std::vector<std::filesystem::path> folders_of(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> folders;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) folders.push_back(entry.path());
  std::sort(folders.begin(), folders.end());
  return folders;
}

std::vector<std::string> problems_of(const site::Site& site, const std::filesystem::path& folder,
                                     std::optional<Severity> severity) {
  const Surroundings surroundings{.site = std::make_shared<const site::Site>(site)};
  std::vector<std::string> lines;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    const std::string path = std::filesystem::relative(entry.path(), folder).generic_string();
    if (path.ends_with(".json")) continue;
    const auto text = site.files().read(path);
    if (!text) continue;
    const Context context(surroundings, path,
                          std::make_shared<const syntax::Document>(*text, site.parse_options(path)));
    for (const Problem& problem : diagnose(context)) {
      if (!severity || problem.severity == *severity)
        lines.push_back(path + ": " + std::string(problem.code.text()));
    }
  }
  std::sort(lines.begin(), lines.end());
  return lines;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += line + "\n";
  return text;
}

std::vector<std::string> lines_of(const std::filesystem::path& path) {
  std::vector<std::string> lines;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && !line.starts_with('#')) lines.push_back(line);
  }
  return lines;
}

}  // namespace features
