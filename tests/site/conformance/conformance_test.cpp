// Whole sites, read by the installed Jekyll and by us: the same documents at the same addresses.
//   JEKYLL_SITES_SEED, JEKYLL_SITES: another seed, more sites.
// The installed Jekyll may be Debian's, which reads YAML with plain Psych where the published gem uses
// SafeYAML; the samples use nothing in which the two differ.

#include <filesystem>
#include <gtest/gtest.h>

#include "tests/site/conformance/model.h"
#include "tests/site/conformance/random_site.h"
#include "tests/support/ruby.h"

namespace {

namespace fs = std::filesystem;

void write(const TemporaryFolder& folder, const std::string& below, const conformance::RandomSite& site) {
  for (const auto& [path, text] : site.files) folder.write(below + '/' + path, text);
  for (const auto& [path, target] : site.links) {
    const fs::path link = folder.path() / below / path;
    std::error_code ignored;  // a file may stand there already
    if (fs::is_directory(link.parent_path())) fs::create_symlink(target, link, ignored);
  }
}

TEST(Conformance, WrittenSitesAreReadAsJekyllReadsThem) {
  if (!ruby_has("jekyll")) GTEST_SKIP() << "no Jekyll here";
  std::vector<std::string> folders;
  for (const auto& entry : fs::directory_iterator(JEKYLL_LS_TEST_DIR "/sites/reading")) {
    if (entry.is_directory()) folders.push_back(entry.path().string());
  }
  ASSERT_FALSE(folders.empty());
  const auto models = conformance::jekyll_models(folders);
  ASSERT_EQ(models.size(), folders.size());
  for (std::size_t i = 0; i < folders.size(); ++i) {
    SCOPED_TRACE(folders[i]);
    EXPECT_FALSE(models[i].contains("error")) << models[i]["error"];
    EXPECT_EQ(conformance::differences(models[i], *conformance::load(folders[i])),
              std::vector<std::string>());
  }
}

TEST(Conformance, RandomSitesAreReadAsJekyllReadsThem) {
  if (!ruby_has("jekyll")) GTEST_SKIP() << "no Jekyll here";
  const unsigned seed = setting("JEKYLL_SITES_SEED", 20261123);
  const unsigned count = setting("JEKYLL_SITES", 150);
  const TemporaryFolder folder;
  std::vector<std::string> folders;
  for (unsigned i = 0; i < count; ++i) {
    write(folder, std::to_string(i), conformance::SiteGenerator(seed + i).site());
    folders.push_back((folder.path() / std::to_string(i)).string());
  }
  const auto models = conformance::jekyll_models(folders);
  ASSERT_EQ(models.size(), folders.size());
  std::size_t aborted = 0;
  for (std::size_t i = 0; i < folders.size(); ++i) {
    SCOPED_TRACE("seed " + std::to_string(seed + i));
    if (models[i].contains("error")) ++aborted;
    EXPECT_EQ(conformance::differences(models[i], *conformance::load(folders[i])),
              std::vector<std::string>());
  }
  EXPECT_LT(aborted, count / 2) << "most samples are sites that Jekyll cannot read";
}

}  // namespace
