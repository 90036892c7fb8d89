// The sample blog's whole report is a golden file: `cli_tests --update` rewrites it.
#include <fstream>
#include <gtest/gtest.h>
#include <iterator>
#include <string_view>

#include "server/cli/check.h"
#include "server/cli/report.h"
#include "server/platform/disk.h"
#include "tests/support/fixture.h"

namespace {

bool update = false;

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

TEST(SampleBlog, ItsReportIsTheGoldenFile) {
  const std::string folder = JEKYLL_LS_TEST_DIR;
  site::LoadOptions options;
  options.now = support::fixture_time();
  const site::SitePtr site = site::load_site(platform::disk(folder + "/sites/blog"), options);
  const std::string report = cli::report_text(cli::check(site, {}), {});
  const std::string golden = folder + "/cli/golden/blog.txt";
  if (update) std::ofstream(golden, std::ios::binary) << report;
  EXPECT_EQ(report, read(golden)) << "If the new report is right: cli_tests --update";
}

}  // namespace

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  update = argc > 1 && std::string_view(argv[1]) == "--update";
  return RUN_ALL_TESTS();
}
