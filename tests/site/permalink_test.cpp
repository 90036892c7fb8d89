#include "server/site/compute/permalink.h"

#include <gtest/gtest.h>

#include "server/dates/calendar.h"
#include "server/text/url.h"
#include "tests/support/golden.h"

namespace {

dates::LocalTime utc(const nlohmann::json& date) {
  const auto part = [&](std::size_t index) { return index < date.size() ? date[index].get<int>() : 0; };
  return {dates::days_from_civil(part(0), part(1), part(2)) * 86400 + part(3) * 3600 + part(4) * 60 + part(5),
          0};
}

site::PlaceholderSource source_of(const nlohmann::json& json) {
  site::PlaceholderSource source;
  source.collection = json["collection"];
  source.cleaned_relative_path = json["path"];
  source.basename = json["basename"];
  if (!json["slug"].is_null()) source.slug = json["slug"].get<std::string>();
  source.categories = json["categories"].get<std::vector<std::string>>();
  source.output_ext = json["output_ext"];
  source.date = utc(json["date"]);
  return source;
}

TEST(DocumentUrl, AgreesWithJekyllForEveryPlaceholderAndStyle) {
  const nlohmann::json cases = golden("document_url");
  ASSERT_GT(cases.size(), 200U);
  for (const auto& one : cases) {
    const site::ComputedUrl computed =
        site::document_url(one["template"].get<std::string>(), source_of(one["source"]));
    EXPECT_EQ(computed.unknown_placeholder.has_value(), one["url"].is_object()) << one.dump();
    if (one["url"].is_string()) {
      EXPECT_EQ(computed.url, one["url"].get<std::string>()) << one.dump();
    }
  }
}

TEST(DocumentUrl, NamesTheUnknownPlaceholder) {
  const site::ComputedUrl computed = site::document_url("/:year/:nme/", {});
  EXPECT_EQ(computed.unknown_placeholder, "nme");
  EXPECT_EQ(computed.url, "");
}

TEST(DocumentUrl, CountsWeeksAndDaysAsRubyDoes) {
  const nlohmann::json cases = golden("weeks");
  ASSERT_GT(cases.size(), 100U);
  for (const auto& one : cases) {
    site::PlaceholderSource source;
    source.date = utc(one["date"]);
    EXPECT_EQ(site::document_url("/:w_year/:week/:w_day/:y_day/:short_day", source).url,
              one["url"].get<std::string>());
  }
}

TEST(PageUrl, AgreesWithJekyll) {
  const nlohmann::json cases = golden("page_url");
  ASSERT_GT(cases.size(), 200U);
  for (const auto& one : cases) {
    EXPECT_EQ(site::page_url(one["template"].get<std::string>(), one["path"].get<std::string>(),
                             one["basename"].get<std::string>(), one["output_ext"].get<std::string>()),
              one["url"].get<std::string>())
        << one.dump();
  }
}

TEST(PermalinkTemplate, AgreesWithJekyllForEveryStyle) {
  const nlohmann::json cases = golden("templates");
  ASSERT_GT(cases.size(), 5U);
  for (const auto& one : cases) {
    const std::string permalink = one["permalink"];
    EXPECT_EQ(site::permalink_template(permalink), one["posts"].get<std::string>());
    EXPECT_EQ(site::page_permalink_template(permalink, true, false), one["page"].get<std::string>());
    EXPECT_EQ(site::collection_permalink_template(permalink), one["collection"].get<std::string>());
  }
}

TEST(PermalinkTemplate, OfIndexPagesAndFilesThatAreNoHtmlKnowsNoStyle) {
  EXPECT_EQ(site::page_permalink_template("pretty", true, true), "/:path/");
  EXPECT_EQ(site::page_permalink_template("pretty", false, true), "/:path/:basename:output_ext");
}

TEST(EscapePath, AgreesWithJekyll) {
  const nlohmann::json cases = golden("escape_path");
  ASSERT_GT(cases.size(), 50U);
  for (const auto& one : cases) {
    const std::string input = one["input"];
    EXPECT_EQ(site::sanitize_url(input), one["sanitized"].get<std::string>()) << one.dump();
    if (one["unescaped"].is_string()) {
      EXPECT_EQ(text::percent_decode(input), one["unescaped"].get<std::string>()) << one.dump();
    }
    if (one["escaped"].is_string()) {
      EXPECT_EQ(site::escape_path(input), one["escaped"].get<std::string>()) << one.dump();
    }
  }
}

TEST(OutputPath, EndsInIndexForAFolder) {
  EXPECT_EQ(site::output_path("/a/b/", ".html"), "a/b/index.html");
  EXPECT_EQ(site::output_path("/", ".html"), "index.html");
}

TEST(OutputPath, OfAFolderDependsOnTheKindOfFile) {
  EXPECT_EQ(site::output_path("/css/", ".css", true), "css/index.css");
  EXPECT_EQ(site::output_path("/css/", ".css"), "css/index.html");
}

TEST(OutputPath, GetsTheExtensionUnlessItHasIt) {
  EXPECT_EQ(site::output_path("/a", ".html"), "a.html");
  EXPECT_EQ(site::output_path("/a.html", ".html"), "a.html");
  EXPECT_EQ(site::output_path("/v1.2", ".2"), "v1.2");
}

TEST(OutputPath, IsDecodedAndStaysBelowTheDestination) {
  EXPECT_EQ(site::output_path("/%ED%95%9C%20a", ".html"), "한 a.html");
  EXPECT_EQ(site::output_path("/a/%2e%2e/%2e%2e/b", ".html"), "b.html");
}

}  // namespace
