#include "tests/features/fixes_law.h"

#include <gtest/gtest.h>
#include <utility>

#include "server/features/diagnostics/rule_table.h"

namespace features {
namespace {

// Facts worth knowing (info) are no problems that a fix may not bring: who writes `published: false` is told
// that the post is not published.
std::map<RuleCode, int> count_problems(const support::Fixture& fixture, const RuleSettings& severities,
                                       bool facts) {
  std::map<RuleCode, int> counts;
  for (const std::string& path : fixture.drawing.order) {
    if (!is_text(path)) continue;
    Context context = context_of(fixture, path);
    context.settings = with_rules(severities);
    for (const Problem& problem : diagnose(context)) {
      if (facts || problem.severity != Severity::info) ++counts[problem.code];
    }
  }
  return counts;
}

// What is wrong already may come to light when something in front of it is mended.
bool uncovers(const Problem& problem, const Fix& fix, RuleCode code) {
  const RuleCode mended = problem.code;
  // A front matter that could not be read hides what is wrong inside it.
  if (mended.text().starts_with("yaml-") || mended.text().starts_with("front-matter-") ||
      mended == rules.byte_order_mark.code)
    return true;
  // Tags that Jekyll did not see, or saw as others.
  if (mended == rules.tag_hides_tags.code || mended == rules.tags_ignored.code ||
      mended == rules.retyped_value.code)
    return code.text().starts_with("tag-");
  // Of two pages at one address either could be meant by a link.
  if (mended == rules.url_conflict.code) return code == rules.broken_anchor.code;
  // The reading of a date that was not meant differs from the file name.
  return mended == rules.ambiguous_date.code && code == rules.date_differs_from_name.code && !fix.preferred;
}

}  // namespace

void apply(Files& files, const SiteEdit& edit) {
  for (const FileEdits& file : edit.files) files[file.path] = text::apply(files[file.path], file.edits);
  for (const FileCreation& file : edit.creations) files[file.path] = file.text;
  for (const FileRename& rename : edit.renames) {
    files[rename.to] = files[rename.from];
    files.erase(rename.from);
  }
}

support::Fixture fixture_with(const Files& files) {
  support::Fixture fixture;
  fixture.drawing.files = files;
  fixture.disk = std::make_shared<support::MemoryFileSystem>(files);
  site::LoadOptions options;
  options.now = support::fixture_time();
  options.machine_zone = "UTC";
  options.threads = 1;
  fixture.site = site::load_site(fixture.disk, options);
  for (const auto& [path, text] : files) fixture.drawing.order.push_back(path);
  return fixture;
}

bool is_text(std::string_view path) {
  return path.ends_with(".md") || path.ends_with(".markdown") || path.ends_with(".html") ||
         path.ends_with(".yml") || path.ends_with(".txt") || path.ends_with(".mdx");
}

std::shared_ptr<const Preferences> with_rules(const RuleSettings& severities) {
  Preferences settings;
  settings.rules = severities;
  return std::make_shared<const Preferences>(std::move(settings));
}

void check_law(const support::Fixture& fixture, const Problem& problem, const Fix& fix,
               const RuleSettings& severities, int solved) {
  Files files = fixture.drawing.files;
  apply(files, fix.edit);
  std::map<RuleCode, int> before = count_problems(fixture, severities, true);
  const std::map<RuleCode, int> after = count_problems(fixture_with(files), severities, false);
  const std::string what = std::string(problem.code.text()) + ", fix \"" + fix.title + "\"";
  const auto left = after.find(problem.code);
  EXPECT_LE(left == after.end() ? 0 : left->second, before[problem.code] - solved)
      << what << " leaves its problem";
  for (const auto& [code, count] : after) {
    if (uncovers(problem, fix, code)) continue;
    EXPECT_LE(count, before[code]) << what << " brings " << code.text();
  }
}

}  // namespace features
