#include "server/text/url.h"

#include <gtest/gtest.h>
#include <string>
#include <string_view>

namespace {

std::string together(const text::UriParts& parts) {
  std::string uri(parts.scheme);
  if (!parts.scheme.empty()) uri += ':';
  if (parts.has_authority) uri += "//" + std::string(parts.authority);
  uri += parts.path;
  if (parts.has_query) uri += "?" + std::string(parts.query);
  if (parts.has_fragment) uri += "#" + std::string(parts.fragment);
  return uri;
}

TEST(SplitUri, ThePartsMakeTheAddressAgain) {
  for (const std::string_view uri : {"",
                                     "a",
                                     "a:",
                                     ":a",
                                     "a:b:c",
                                     "//",
                                     "//h",
                                     "//h/",
                                     "///a",
                                     "a/b:c",
                                     "?",
                                     "#",
                                     "?#",
                                     "#?",
                                     "http://h:80?q#f",
                                     "https://h/a/b?c?d#e#f",
                                     "1a://h/x",
                                     "file:///a/b",
                                     "mailto:ann@example.org",
                                     "a#b:c",
                                     "a?//b",
                                     "한:글/#"}) {
    EXPECT_EQ(together(text::split_uri(uri)), uri);
  }
}

TEST(SplitUri, TheFirstDelimiterDecides) {
  const text::UriParts parts = text::split_uri("https://h.org:8080/a:b?c=/#d?e");
  EXPECT_EQ(parts.scheme, "https");
  EXPECT_EQ(parts.authority, "h.org:8080");
  EXPECT_EQ(parts.path, "/a:b");
  EXPECT_EQ(parts.query, "c=/");
  EXPECT_EQ(parts.fragment, "d?e");
  EXPECT_EQ(text::split_uri("a/b:c").scheme, "");
}

TEST(SplitUri, APartMayBeThereAndEmpty) {
  EXPECT_TRUE(text::split_uri("file:///a").has_authority);
  EXPECT_FALSE(text::split_uri("file:/a").has_authority);
  EXPECT_TRUE(text::split_uri("a#").has_fragment);
  EXPECT_FALSE(text::split_uri("a").has_query);
}

TEST(SplitUri, ASchemeBeginsWithALetter) {
  EXPECT_TRUE(text::is_uri_scheme("git+ssh"));
  EXPECT_FALSE(text::is_uri_scheme("1a"));
  EXPECT_FALSE(text::is_uri_scheme("a b"));
  EXPECT_FALSE(text::is_uri_scheme(""));
}

TEST(SplitUrl, ReadsAnAddressAsABrowserDoes) {
  const text::UrlParts parts = text::split_url(" HTTPS://Example.ORG:443/A/\nb?q#F ");
  EXPECT_EQ(parts.scheme, "https");
  EXPECT_EQ(parts.authority, "example.org");
  EXPECT_EQ(parts.path, "/A/b");
  EXPECT_EQ(parts.fragment, "F");
}

TEST(SplitUrl, WhatIsNoSchemeIsAPath) {
  const text::UrlParts parts = text::split_url("2024: a year?b#c");
  EXPECT_FALSE(parts.has_scheme);
  EXPECT_EQ(parts.path, "2024: a year");
  EXPECT_EQ(parts.fragment, "c");
}

TEST(ResolvePath, ARelativePathBeginsInTheFolderOfItsBase) {
  EXPECT_EQ(text::resolve_path("/a/b", "c"), "/a/c");
  EXPECT_EQ(text::resolve_path("/a/b/", "c"), "/a/b/c");
  EXPECT_EQ(text::resolve_path("/a/b", "/c"), "/c");
  EXPECT_EQ(text::resolve_path("/a/b/c", "../../../d"), "/d");
}

// The examples of RFC 3986, section 5.2.4, and what its words say of doubled slashes.
TEST(RemoveDotSegments, LeavesEmptySegmentsAndTheSlashAtTheEnd) {
  EXPECT_EQ(text::remove_dot_segments("/a/b/c/./../../g"), "/a/g");
  EXPECT_EQ(text::remove_dot_segments("mid/content=5/../6"), "mid/6");
  EXPECT_EQ(text::remove_dot_segments("/a/b/.."), "/a/");
  EXPECT_EQ(text::remove_dot_segments("/a/."), "/a/");
  EXPECT_EQ(text::remove_dot_segments("/.."), "/");
  EXPECT_EQ(text::remove_dot_segments("/a//b/../"), "/a//");
  EXPECT_EQ(text::remove_dot_segments("///.."), "//");
  EXPECT_EQ(text::remove_dot_segments("../a"), "a");
  EXPECT_EQ(text::remove_dot_segments(""), "");
}

TEST(PercentEncoding, WhatIsNoSequenceStays) {
  EXPECT_EQ(text::percent_decode("a%20b%EA%B8%80"), "a b글");
  EXPECT_EQ(text::percent_decode("100%"), "100%");
  EXPECT_EQ(text::percent_decode("%4"), "%4");
  EXPECT_EQ(text::percent_decode("%zz%25"), "%zz%");
}

TEST(PercentEncoding, EachRuleNamesWhatItKeeps) {
  EXPECT_EQ(text::percent_encode("/a b/글.md", text::plain_path_bytes), "/a%20b/%EA%B8%80.md");
  EXPECT_EQ(text::percent_encode("a/b:c", text::KeptBytes(":")), "a%2Fb:c");
  const std::string all = [] {
    std::string bytes;
    for (int code = 0; code < 256; ++code) bytes += static_cast<char>(code);
    return bytes;
  }();
  EXPECT_EQ(text::percent_decode(text::percent_encode(all, text::plain_path_bytes)), all);
}

}  // namespace
