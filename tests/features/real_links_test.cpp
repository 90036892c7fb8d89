// Sites with every form of link, right and wrong, against the installed Jekyll: for each address of each
// built page our verdict is what the built site answers. Skips itself where there is no Jekyll.
#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "server/features/diagnostics.h"
#include "server/features/diagnostics/rule_table.h"
#include "tests/features/real_links_sites.h"
#include "tests/site/conformance/model.h"
#include "tests/support/fixture.h"
#include "tests/support/ruby.h"

namespace features {
namespace {

using nlohmann::json;

struct Verdicts {
  std::map<std::string, std::set<std::string>> broken;  // addresses by output path
};

// What the rules say of each page and of the files around it: addresses that readers cannot use.
Verdicts our_verdicts(const site::SitePtr& site) {
  const std::set<RuleCode> silent = {rules.own_site_absolute.code, rules.redirected_link.code};
  std::set<std::string> everywhere;
  Verdicts result;
  const Surroundings surroundings{.site = site};
  const auto check = [&](const std::string& path, std::set<std::string>& into) {
    const Context context(surroundings, path,
                          std::make_shared<const syntax::Document>(site->files().read(path).value(),
                                                                   site->parse_options(path)));
    for (const Problem& problem : diagnose(context)) {
      if (problem.link && !silent.contains(problem.code) && !problem.link->url.empty())
        into.insert(problem.link->url);
    }
  };
  for (const std::string& path : site->templates()) check(path, everywhere);
  site->for_each_page([&](const site::Page& page) {
    std::set<std::string>& broken = result.broken[page.output];
    check(page.path, broken);
    if (!page.layout.value.empty() || page.path == "links.md")
      broken.insert(everywhere.begin(), everywhere.end());
    return true;
  });
  return result;
}

std::vector<std::string> differences(const json& built, const Verdicts& ours) {
  std::vector<std::string> result;
  for (const auto& [output, addresses] : built.items()) {
    const auto page = ours.broken.find(output);
    if (page == ours.broken.end()) {
      result.push_back(output + ": not known to us");
      continue;
    }
    for (const auto& [address, answers] : addresses.items()) {
      const bool broken = page->second.contains(address);
      if (broken == answers.get<bool>())
        result.push_back(output + ": " + address + (broken ? " answers" : " is broken"));
    }
    // What we tell of must stand in the page, but for what layouts and includes bring to others.
    for (const std::string& address : page->second) {
      if (!addresses.contains(address) && address.find("layout-no") == std::string::npos &&
          address.find("nothing-in") == std::string::npos)
        result.push_back(output + ": " + address + " stands nowhere");
    }
  }
  return result;
}

// What differs between the built site and what we say of it, a line for each address.
std::string compare(std::string_view pages) {
  const support::Drawing drawing = support::read_drawing(std::string(pages) + std::string(shared_pages));
  const TemporaryFolder work;
  for (const auto& [path, text] : drawing.files) work.write("site/" + path, text);
  const std::string folder = (work.path() / "site").string();
  const auto list = work.write("folders.txt", folder + '\n');
  const json built = json::parse(output_of("ruby '" JEKYLL_LS_TEST_DIR "/support/jekyll_links.rb' < '" +
                                           list.string() + "' 2>/dev/null"));
  if (built.contains("error")) return built.dump();
  std::filesystem::remove_all(work.path() / "site/_site");
  std::string result;
  for (const std::string& line : differences(built, our_verdicts(conformance::load(folder))))
    result += line + '\n';
  return result;
}

TEST(RealLinks, AnswerAsWeSay) {
  if (!ruby_has("jekyll")) GTEST_SKIP() << "no Jekyll here";
  EXPECT_EQ(compare(plain_site), "");
}

TEST(RealLinks, AnswerBelowABaseurlAsWeSay) {
  if (!ruby_has("jekyll")) GTEST_SKIP() << "no Jekyll here";
  EXPECT_EQ(compare(project_site), "");
}

TEST(RealLinks, OfOddPlacesAnswerAsWeSay) {
  if (!ruby_has("jekyll")) GTEST_SKIP() << "no Jekyll here";
  EXPECT_EQ(compare(odd_site), "");
}

}  // namespace
}  // namespace features
