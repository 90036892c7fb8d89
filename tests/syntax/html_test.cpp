#include "server/syntax/html.h"

#include <gtest/gtest.h>

namespace syntax {
namespace {

// "element[attribute] address" of each link, "#id" of each anchor, as they stand in the text.
std::string found(std::string_view text, const std::vector<text::Range>& masks = {}) {
  const Markdown html = parse_html(text, 0, masks);
  std::string result;
  for (const Link& link : html.links) {
    result += link.tag + (link.masked ? "? " : " ") + link.href + "; ";
    EXPECT_TRUE(link.range.contains(link.href_range)) << text;
  }
  for (const Anchor& anchor : html.anchors) result += "#" + anchor.id + (anchor.masked ? "?" : "") + "; ";
  return result;
}

TEST(Html, FindsAddressesAndIds) {
  EXPECT_EQ(found("<a href=\"/a\">a</a> <IMG SRC='b.png' id=x> <a name=y>"),
            "a[href] /a; img[src] b.png; #x; #y; ");
  EXPECT_EQ(found("<a class = 'c'\n href = /d>"), "a[href] /d; ");
  EXPECT_EQ(found("<img srcset=\"a.png 1x, b.png 2x\">"), "img[srcset] a.png; img[srcset] b.png; ");
  EXPECT_EQ(found("<a href=' /a?b&amp;c '>"), "a[href] /a?b&c; ");
}

TEST(Html, TheFirstOfTwoAttributesCounts) {
  EXPECT_EQ(found("<a href=/a href=/b>"), "a[href] /a; ");
}

TEST(Html, CommentsScriptsAndTextHoldNoElements) {
  EXPECT_EQ(found("<!-- <a href=/a> --><script>'<a href=/b>'</script><style><a href=/c></style>"), "");
  EXPECT_EQ(found("<textarea><a href=/a></textarea><a href=/b>"), "a[href] /b; ");
  EXPECT_EQ(found("a < b <a href=/c>"), "a[href] /c; ");
}

TEST(Html, WhatIsBeingTypedIsNoElementYet) {
  EXPECT_EQ(found("<a href=\"/a"), "");
  EXPECT_EQ(found("<a href=/b"), "");
  EXPECT_EQ(found("<!-- <a href=/a>"), "");
  EXPECT_EQ(found("<"), "");
}

TEST(Html, MaskedBytesMakeAnAddressUnknown) {
  EXPECT_EQ(found("<a href=\"xxx/a\"><b id=yyy>", {{9, 12}, {23, 26}}), "a[href]? xxx/a; #yyy?; ");
}

TEST(Html, ManyOpeningsTakeLinearTime) {
  std::string text;
  for (int i = 0; i < 200'000; ++i) text += "<a ";
  EXPECT_EQ(found(text), "");
  text.clear();
  for (int i = 0; i < 100'000; ++i) text += "<!-- <a x=' ";
  EXPECT_EQ(found(text), "");
}

}  // namespace
}  // namespace syntax
