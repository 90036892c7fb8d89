// The law of fixes over whole sites: the traps, which hold every rule, and the sample blog. Drawn sites are
// held to it by check_diagnostics.
#include "tests/features/fixes_law.h"

#include <filesystem>
#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <iterator>
#include <set>
#include <string>

#include "server/features/code_actions.h"
#include "server/features/code_actions/silence.h"

namespace features {
namespace {

namespace fs = std::filesystem;

Files read_site(const std::string& folder) {
  const fs::path root = fs::path(JEKYLL_LS_TEST_DIR) / "sites" / folder;
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(root)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    files[fs::relative(entry.path(), root).generic_string()] =
        std::string(std::istreambuf_iterator<char>(stream), {});
  }
  return files;
}

// Every fix of every problem; the rules that have one.
std::set<RuleCode> check_fixes(const support::Fixture& fixture) {
  std::set<RuleCode> mended;
  for (const std::string& path : fixture.drawing.order) {
    if (!is_text(path)) continue;
    const Context context = context_of(fixture, path);
    for (const Problem& problem : diagnose(context)) {
      for (const Fix& fix : problem.fixes) {
        check_law(fixture, problem, fix);
        mended.insert(problem.code);
      }
    }
    // All of a rule at once, and everything that is safe.
    for (const CodeAction& action :
         actions_for(context, {.range = {0, static_cast<text::Offset>(context.text().size())}})) {
      if (action.solves.size() < 2 || !action.title.starts_with("Mend all")) continue;
      check_law(fixture, action.solves.front(), {action.title, action.edit}, {},
                static_cast<int>(action.solves.size()));
    }
  }
  return mended;
}

// Applied until nothing is left to do, safe fixes leave fewer problems and no new kind of them.
void check_safe_fixes(const support::Fixture& fixture) {
  for (const std::string& path : fixture.drawing.order) {
    if (!is_text(path)) continue;
    const Context context = context_of(fixture, path);
    const SafeFixes safe = safe_fixes(context);
    if (safe.edits.empty()) continue;
    Fix all;
    all.title = "all safe ones of " + path;
    all.edit.files.push_back({path, safe.edits});
    Problem first;
    first.code = safe.rules.front();
    check_law(fixture, first, all);
  }
}

TEST(FixesLaw, HoldsForEveryTrap) {
  const support::Fixture fixture = fixture_with(read_site("traps/site"));
  EXPECT_GT(check_fixes(fixture).size(), 25U);
  check_safe_fixes(fixture);
}

TEST(FixesLaw, HoldsForEveryTrapOfTheText) {
  const support::Fixture fixture = fixture_with(read_site("traps/text"));
  EXPECT_GE(check_fixes(fixture).size(), 12U);
  check_safe_fixes(fixture);
}

TEST(FixesLaw, HoldsWhereTheBuildStops) {
  for (const char* group : {"traps/stops", "traps/text_stops"}) {
    for (const auto& entry : fs::directory_iterator(fs::path(JEKYLL_LS_TEST_DIR) / "sites" / group))
      check_fixes(fixture_with(read_site(group + ("/" + entry.path().filename().string()))));
  }
}

TEST(FixesLaw, HoldsForTheSampleBlog) {
  const support::Fixture fixture = fixture_with(read_site("blog"));
  check_fixes(fixture);
  check_safe_fixes(fixture);
}

// Each problem can be silenced in each of the ways that are offered, and nothing else changes.
TEST(FixesLaw, HoldsForSilencing) {
  for (const char* folder : {"traps/site", "traps/text"}) {
    const support::Fixture fixture = fixture_with(read_site(folder));
    for (const std::string& path : fixture.drawing.order) {
      if (!is_text(path)) continue;
      const Context context = context_of(fixture, path);
      for (const Problem& problem : diagnose(context)) {
        for (const Fix& fix : code_actions::silence_line(context, problem)) check_law(fixture, problem, fix);
        for (const Fix& fix : code_actions::silence_rule(context, problem.code))
          check_law(fixture, problem, fix);
      }
    }
  }
}

}  // namespace
}  // namespace features
