// Small sites made at random: mostly about which files Jekyll reads, and as what.
#pragma once

#include <map>
#include <random>
#include <string>
#include <vector>

namespace conformance {

struct RandomSite {
  std::map<std::string, std::string> files;                // path -> text
  std::vector<std::pair<std::string, std::string>> links;  // path -> what the symbolic link holds
};

class SiteGenerator {
 public:
  explicit SiteGenerator(unsigned seed) : random_(seed) {}
  [[nodiscard]] RandomSite site();
  // A path and a text of the same kinds, for changing a site.
  [[nodiscard]] std::pair<std::string, std::string> file();

 private:
  std::size_t below(std::size_t limit);
  bool chance(std::size_t one_in);
  std::string pick(const std::vector<std::string>& choices);
  std::string folder();
  std::string name();
  std::string front_matter();
  std::string text(const std::string& name);
  std::string config();

  std::mt19937 random_;
  std::string collections_dir_;
};

}  // namespace conformance
