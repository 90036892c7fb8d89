#include "server/site/compute/static_file.h"

#include <algorithm>
#include <utility>

#include "server/site/compute/permalink.h"
#include "server/site/settings/defaults.h"
#include "server/text/ascii.h"
#include "server/text/path.h"
#include "server/text/url.h"

namespace site {
namespace {

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

std::string collection_url(const Collection& collection, const Config& config, std::string_view cleaned,
                           std::string_view basename) {
  std::string url = collection.permalink.value_or(collection_permalink_template(config.permalink));
  const std::pair<std::string_view, std::string> placeholders[] = {{":collection", collection.label},
                                                                   {":path", std::string(cleaned)},
                                                                   {":output_ext", ""},
                                                                   {":name", std::string(basename)},
                                                                   {":title", ""}};
  for (const auto& [key, value] : placeholders) {
    if (url.find(':') == std::string::npos) break;
    replace_all(url, key, escape_path(value));
  }
  return sanitize_url(url);
}

}  // namespace

StaticFile compute_static_file(const Config& config, std::string_view path, std::string_view label) {
  StaticFile file;
  file.path = path;
  const Collection* collection = label.empty() ? nullptr : config.collection(label);
  // Jekyll's relative_path: of a collection without `collections_dir` and without a leading slash.
  std::string relative = '/' + file.path;
  if (collection) {
    relative = file.path.substr(config.collections_dir.empty() ? 0 : config.collections_dir.size() + 1);
  }
  const std::string_view ext = text::extension(relative);
  std::string cleaned(text::without_extension(relative));
  while (cleaned.ends_with('.')) cleaned.pop_back();
  file.url = cleaned;
  if (collection) {
    const std::string folder = '_' + collection->label;
    if (const std::size_t at = cleaned.find(folder); at != std::string::npos)
      cleaned.erase(at, folder.size());
    file.url = collection_url(*collection, config, cleaned, text::file_name(cleaned));
  }
  if (file.url.ends_with('/')) file.url.pop_back();
  file.url += ext;
  file.output = text::normalized_path(text::percent_decode(file.url));

  // StaticFile#write?: the defaults for its address, not its path.
  file.written = !collection || collection->output;
  const std::string_view address = std::string_view(file.url).substr(1);
  const auto matching = ranked_defaults(config, matching_defaults(config, label, address, address));
  for (auto set = matching.rbegin(); set != matching.rend(); ++set) {
    const syntax::Value* published = config.defaults[*set].values.find("published");
    if (!published) continue;
    const bool* flag = published->boolean();
    if (published->is_null() || (flag && !*flag)) file.written = false;
    break;
  }
  return file;
}

bool hides_front_matter(std::string_view beginning) {
  if (beginning.starts_with("\xFF\xFE") || beginning.starts_with("\xFE\xFF")) return true;
  if (beginning.starts_with("\xEF\xBB\xBF")) beginning.remove_prefix(3);
  constexpr int most_lines = 4;
  for (int lines = 0; !beginning.empty() && lines < most_lines;) {
    const std::size_t end = std::min(beginning.find('\n'), beginning.size());
    std::string_view line = beginning.substr(0, end);
    beginning.remove_prefix(std::min(end + 1, beginning.size()));
    line = text::trim(line, text::is_blank_or_return);
    if (line.empty()) continue;
    if (line.size() >= 3 && line.find_first_not_of('-') == std::string_view::npos) return true;
    ++lines;
  }
  return false;
}

}  // namespace site
