#include "server/site/links/answers.h"

namespace site {
namespace {

std::optional<Answer> answer_at(const Site& site, const std::string& output) {
  if (const auto pages = site.pages_writing(output); !pages.empty()) return Answer{pages.front(), {}, false};
  if (site.static_file_at(output)) return Answer{nullptr, output, false};
  if (!site.generated_at(output).empty()) {
    PagePtr target = site.redirected_from(output);
    const bool redirects = target != nullptr;
    return Answer{std::move(target), {}, redirects};
  }
  return std::nullopt;
}

// WEBrick reads several slashes as one (httputils.rb, normalize_path), and so do other servers.
std::string squeezed(const std::string& path) {
  std::string result;
  for (const char c : path) {
    if (c != '/' || !result.ends_with('/')) result += c;
  }
  return result;
}

}  // namespace

std::vector<std::string> answering_files(const std::string& path) {
  if (path.empty() || path.ends_with('/')) {
    // WEBrick's DirectoryIndex as Jekyll sets it (commands/serve.rb).
    return {path + "index.html", path + "index.htm", path + "index.xhtml", path + "index.xml",
            path + "index.json"};
  }
  return {path, path + ".html", path + "/index.html", path + ".xhtml"};
}

std::optional<Answer> answer(const Site& site, const std::string& path) {
  if (path.find("//") != std::string::npos) return answer(site, squeezed(path));
  for (const std::string& output : answering_files(path)) {
    if (auto found = answer_at(site, output)) return found;
  }
  return std::nullopt;
}

}  // namespace site
