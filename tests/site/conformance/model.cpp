#include "tests/site/conformance/model.h"

#include <map>
#include <set>
#include <sstream>

#include "server/platform/disk.h"
#include "tests/support/ruby.h"

namespace conformance {
namespace {

using nlohmann::json;

class Comparison {
 public:
  Comparison(const json& theirs, const site::Site& ours) : theirs_(theirs), ours_(ours) {}

  std::vector<std::string> run() {
    for (const json& document : theirs_["documents"]) compare(document, true);
    bool complete = true;
    for (const json& document : theirs_["left_out"]) {
      if (document.contains("error")) {
        complete = false;
      } else {
        compare(document, false);
      }
    }
    ours_.for_each_page([&](const site::Page& page) {
      const bool lost = page.publication == site::Publication::dropped || !complete;
      if (!known_.contains(page.path) && (!lost || page.published()))
        say(page.path, "document", "none", page.url);
      return true;
    });
    compare_static_files();
    compare_conflicts();
    return std::move(result_);
  }

 private:
  void say(const std::string& path, const std::string& what, const std::string& jekyll,
           const std::string& we) {
    result_.push_back(path + ": " + what + ": Jekyll " + jekyll + ", we " + we);
  }

  void same(const std::string& path, const std::string& what, const json& jekyll, const std::string& we) {
    if (jekyll.is_object()) return;  // an error of this one value
    std::string expected = jekyll.is_string() ? jekyll.get<std::string>()
                           : jekyll.is_null() ? ""
                                              : jekyll.dump();
    if (expected != we) say(path, what, expected, we);
  }

  static std::string joined(const std::vector<site::Term>& terms) {
    std::string result;
    for (const site::Term& term : terms) result += term.name + '|';
    return result;
  }

  static std::string joined(const json& terms) {
    std::string result;
    for (const json& term : terms) result += (term.is_string() ? term.get<std::string>() : term.dump()) + '|';
    return result;
  }

  void compare(const json& document, bool read) {
    const std::string path = document["path"];
    known_.insert(path);
    const site::PagePtr page = ours_.page(path);
    if (!page) {
      say(path, "document", "known", "unknown");
      return;
    }
    const json& written = document["written"];
    if (written.is_boolean() && written.get<bool>() != page->published()) {
      say(path, "written", written.dump(), page->published() ? "true" : "false");
    }
    static_cast<void>(read);
    same(path, "address", document["url"], page->url);
    same(path, "output", document["destination"], page->output);
    same(path, "title", document["title"], page->title.value);
    if (document["layout"] != "none") same(path, "layout", document["layout"], page->layout.value);
    if (document["kind"] == "page") return;
    if (document["date"].is_string() && (!page->date || dates::iso8601(*page->date) != document["date"])) {
      const auto theirs = dates::parse_iso8601(document["date"].get<std::string>());
      const bool equal = theirs && page->date && theirs->seconds == page->date->seconds;
      if (!equal) say(path, "date", document["date"], page->date ? dates::iso8601(*page->date) : "none");
    }
    same(path, "categories", joined(document["categories"]), joined(page->categories));
    same(path, "tags", joined(document["tags"]), joined(page->tags));
  }

  void compare_static_files() {
    std::map<std::string, std::string> ours;
    const std::string collections = ours_.config().collections_dir;
    for (const auto& [path, url] : ours_.static_files()) ours[path] = url;
    for (const json& file : theirs_["static_files"]) {
      std::string path = file["path"];
      // Jekyll shows files of collections without their folder.
      if (!ours.contains(path) && !collections.empty()) path = collections + '/' + path;
      const auto found = ours.find(path);
      if (found == ours.end()) {
        say(path, "static file", "known", "unknown");
        continue;
      }
      same(path, "address", file["url"], found->second);
      if (file["written"] == true && !ours_.static_file_at(file["destination"].get<std::string>())) {
        say(path, "output", file["destination"], "none");
      }
      ours.erase(found);
    }
    for (const auto& [path, url] : ours) say(path, "static file", "unknown", url);
  }

  void compare_conflicts() {
    std::map<std::string, int> writers;
    for (const char* list : {"documents", "static_files"}) {
      for (const json& item : theirs_[list]) {
        if (item["written"] == true && item["destination"].is_string()) ++writers[item["destination"]];
      }
    }
    std::size_t theirs = 0;
    for (const auto& [output, count] : writers) theirs += count > 1 ? 1 : 0;
    if (theirs != ours_.conflicts().size()) {
      say("site", "conflicts", std::to_string(theirs), std::to_string(ours_.conflicts().size()));
    }
  }

  const json& theirs_;
  const site::Site& ours_;
  std::set<std::string> known_;
  std::vector<std::string> result_;
};

}  // namespace

site::SitePtr load(const std::string& folder) {
  site::LoadOptions options;
  options.now = dates::parse_iso8601(now_text);
  options.machine_zone = "UTC";
  options.threads = 1;
  return site::load_site(platform::disk(folder), options);
}

std::vector<json> jekyll_models(const std::vector<std::string>& folders) {
  const TemporaryFolder work;
  std::string list;
  for (const std::string& folder : folders) list += folder + '\n';
  const auto file = work.write("folders.txt", list);
  std::istringstream answers(output_of("JEKYLL_MODEL_TZ=UTC ruby '" JEKYLL_LS_TEST_DIR
                                       "/support/jekyll_model.rb' --batch --now " +
                                       std::string(now_text) + " < '" + file.string() + "'"));
  std::vector<json> models;
  for (std::string line; std::getline(answers, line);) models.push_back(json::parse(line));
  return models;
}

std::vector<std::string> differences(const json& theirs, const site::Site& ours) {
  if (theirs.contains("error")) return {};
  return Comparison(theirs, ours).run();
}

}  // namespace conformance
