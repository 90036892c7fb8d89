// Sites to measure with: as many posts as wanted, each of about 3 KB with 10 links, 6 headings and 4 tags,
// half Korean, half English, with front matter as people write it. The same number always gives the same
// bytes.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace bench {

// A folder in the system's temporary folder that is removed with the object.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  [[nodiscard]] const std::string& path() const { return path_; }

 private:
  std::string path_;
};

struct SampleSite {
  std::string root;
  std::vector<std::string> posts;  // absolute paths
};

// Writes `posts` posts and a configuration below `root`, which must exist.
[[nodiscard]] SampleSite write_site(const std::string& root, std::size_t posts);

// A healthy post of about `bytes` bytes for a site of `posts` posts; links and headings in the same density.
[[nodiscard]] std::string post_text(std::size_t number, std::size_t posts, std::size_t bytes);

}  // namespace bench
