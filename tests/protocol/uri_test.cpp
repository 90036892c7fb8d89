#include "protocol/uri.h"

#include <gtest/gtest.h>

namespace {

using protocol::canonical_uri;
using protocol::is_file_uri;
using protocol::path_to_uri;
using protocol::PathStyle;
using protocol::same_uri;
using protocol::uri_to_path;

constexpr PathStyle posix = PathStyle::posix;
constexpr PathStyle windows = PathStyle::windows;

TEST(UriToPath, DecodesEscapesIncludingNonAscii) {
  EXPECT_EQ(uri_to_path("file:///site/_posts/caf%C3%A9%20noir.md", posix), "/site/_posts/café noir.md");
}

TEST(UriToPath, TakesUnescapedNonAsciiAsItIs) {
  EXPECT_EQ(uri_to_path("file:///site/café.md", posix), "/site/café.md");
}

TEST(UriToPath, KeepsAPlusSign) {
  EXPECT_EQ(uri_to_path("file:///c++.md", posix), "/c++.md");
}

TEST(UriToPath, LetsABrokenEscapeStandForItself) {
  EXPECT_EQ(uri_to_path("file:///100%zz.md", posix), "/100%zz.md");
  EXPECT_EQ(uri_to_path("file:///100%", posix), "/100%");
  EXPECT_EQ(uri_to_path("file:///100%4", posix), "/100%4");
}

TEST(UriToPath, DecodesOnlyOnce) {
  EXPECT_EQ(uri_to_path("file:///a%2520b", posix), "/a%20b");
}

TEST(UriToPath, AcceptsLocalhostAndTheShortForm) {
  EXPECT_EQ(uri_to_path("file://localhost/a/b", posix), "/a/b");
  EXPECT_EQ(uri_to_path("FILE:/a/b", posix), "/a/b");
}

TEST(UriToPath, CutsOffQueryAndFragment) {
  EXPECT_EQ(uri_to_path("file:///a/b.md?x=1#top", posix), "/a/b.md");
  EXPECT_EQ(uri_to_path("file:///a/b%23c.md#top", posix), "/a/b#c.md");
}

TEST(UriToPath, DropsTrailingAndRepeatedSlashesAndDotSegments) {
  EXPECT_EQ(uri_to_path("file:///site/", posix), "/site");
  EXPECT_EQ(uri_to_path("file:///site//a/./b/../c", posix), "/site/a/c");
  EXPECT_EQ(uri_to_path("file:///../..", posix), "/");
  EXPECT_EQ(uri_to_path("file:///", posix), "/");
}

TEST(UriToPath, RefusesWhatIsNoLocalFile) {
  EXPECT_EQ(uri_to_path("untitled:Untitled-1", posix), std::nullopt);
  EXPECT_EQ(uri_to_path("git:/site/a.md?ref", posix), std::nullopt);
  EXPECT_EQ(uri_to_path("file://server/share/a.md", posix), std::nullopt);
  EXPECT_EQ(uri_to_path("file:a.md", posix), std::nullopt);
  EXPECT_EQ(uri_to_path("file://", posix), std::nullopt);
  EXPECT_EQ(uri_to_path("file:///a%00b", posix), std::nullopt);
  EXPECT_EQ(uri_to_path("/a/b", posix), std::nullopt);
  EXPECT_EQ(uri_to_path("", posix), std::nullopt);
}

TEST(UriToPath, ReadsEverySpellingOfAWindowsDrive) {
  for (const char* uri :
       {"file:///c%3A/site/a.md", "file:///C:/site/a.md", "file:///c:/site/a.md", "file://c:/site/a.md",
        "file:///c:\\site\\a.md", "file://localhost/C%3a/site/a.md"}) {
    EXPECT_EQ(uri_to_path(uri, windows), "C:/site/a.md") << uri;
  }
  EXPECT_EQ(uri_to_path("file:///c%3A/", windows), "C:/");
}

TEST(UriToPath, ReadsAWindowsShareFromHostOrPath) {
  EXPECT_EQ(uri_to_path("file://Server/share/a.md", windows), "//server/share/a.md");
  EXPECT_EQ(uri_to_path("file:////server/share/a.md", windows), "//server/share/a.md");
}

TEST(UriToPath, SeesNoDriveInAPosixPath) {
  EXPECT_EQ(uri_to_path("file:///c%3A/a", posix), "/c:/a");
  EXPECT_EQ(uri_to_path("file:///a\\b", posix), "/a\\b");
}

TEST(PathToUri, EscapesAllButUnreservedCharacters) {
  EXPECT_EQ(path_to_uri("/a-b_c.d~e/f", posix), "file:///a-b_c.d~e/f");
  EXPECT_EQ(path_to_uri("/[x] #1?.md", posix), "file:///%5Bx%5D%20%231%3F.md");
  EXPECT_EQ(path_to_uri("/é%", posix), "file:///%C3%A9%25");
}

TEST(PathToUri, SpellsDrivesAsVsCodeDoes) {
  EXPECT_EQ(path_to_uri("C:\\site\\a b.md", windows), "file:///c%3A/site/a%20b.md");
  EXPECT_EQ(path_to_uri("//Server/share/a", windows), "file://server/share/a");
}

TEST(PathToUri, IsUndoneByUriToPath) {
  for (const char* path : {"/", "/a", "/a b/ü/日本.md", "/%41", "/a#b?c", "/\xE9", "/c:/x"}) {
    EXPECT_EQ(uri_to_path(path_to_uri(path, posix), posix), path);
  }
  for (const char* path : {"C:/", "C:/a b/ü.md", "//server/share/x"}) {
    EXPECT_EQ(uri_to_path(path_to_uri(path, windows), windows), path);
  }
}

TEST(SameUri, SeesThroughSpelling) {
  EXPECT_TRUE(same_uri("file:///a/caf%c3%a9.md", "file://localhost/a/café.md", posix));
  EXPECT_TRUE(same_uri("file:///C:/a(1).md", "file:///c%3A/a%281%29.md", windows));
  EXPECT_TRUE(same_uri("Untitled:X", "untitled:X", posix));
}

TEST(SameUri, KeepsDifferentResourcesApart) {
  EXPECT_FALSE(same_uri("file:///a/B.md", "file:///a/b.md", posix));
  EXPECT_FALSE(same_uri("file:///a%2520b", "file:///a%20b", posix));
  EXPECT_FALSE(same_uri("untitled:a%20b", "untitled:a b", posix));
}

TEST(CanonicalUri, IsStable) {
  const std::string once = canonical_uri("file:///c%3a/a//b/", windows);
  EXPECT_EQ(once, "file:///c%3A/a/b");
  EXPECT_EQ(canonical_uri(once, windows), once);
}

TEST(IsFileUri, LooksAtTheSchemeAlone) {
  EXPECT_TRUE(is_file_uri("File:///a"));
  EXPECT_FALSE(is_file_uri("files:///a"));
  EXPECT_FALSE(is_file_uri("untitled:file"));
  EXPECT_FALSE(is_file_uri("file"));
}

}  // namespace
