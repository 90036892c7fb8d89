#include "server/platform/zone_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdlib.h>
#include <string>
#include <string_view>
#include <vector>

#include "tests/support/temporary_folder.h"

namespace {

using support::TemporaryFolder;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Optional;

// All that would be shown.
std::vector<std::string> zone_files(std::string_view name) {
  std::vector<std::string> files;
  platform::read_zone_files(name, [&](const std::string& bytes) {
    files.push_back(bytes);
    return false;
  });
  return files;
}

// Zone folders of the test's own, before the machine's.
class ZoneFiles : public testing::Test {
 protected:
  ZoneFiles() { ::setenv("TZDIR", folder_.path("zones").c_str(), 1); }
  ~ZoneFiles() override { ::unsetenv("TZDIR"); }

  TemporaryFolder folder_;
};

TEST_F(ZoneFiles, OfAUsersOwnFolderComeFirst) {
  folder_.write("zones/Own/Zone", "bytes");
  EXPECT_THAT(zone_files("Own/Zone"), ElementsAre("bytes"));
}

TEST_F(ZoneFiles, AreReadUntilOneIsTaken) {
  folder_.write("zones/UTC", "bytes");  // the machine has this one as well
  int shown = 0;
  platform::read_zone_files("UTC", [&](const std::string& bytes) {
    ++shown;
    return bytes == "bytes";
  });
  EXPECT_EQ(shown, 1);
}

TEST_F(ZoneFiles, OutsideOfTheirFoldersAreNotReadByName) {
  folder_.write("zones/Here", "");
  folder_.write("secret", "secret");
  EXPECT_THAT(zone_files("../secret"), IsEmpty());
  EXPECT_THAT(zone_files(folder_.path("secret")), IsEmpty());
  EXPECT_THAT(zone_files(""), IsEmpty());
}

TEST_F(ZoneFiles, AreSmall) {
  folder_.write("zones/Large", std::string((1 << 20) + 1, 'x'));
  EXPECT_THAT(zone_files("Large"), IsEmpty());
}

TEST_F(ZoneFiles, MayLieAnywhereForWhoNamesAPath) {
  folder_.write("zone", "bytes");
  EXPECT_THAT(platform::zone_file_at(folder_.path("zone")), Optional(std::string("bytes")));
  EXPECT_EQ(platform::zone_file_at(folder_.path()), std::nullopt);
}

}  // namespace
