#include "server/cli/fix.h"

#include <algorithm>
#include <atomic>
#include <memory>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "server/cli/checked_files.h"
#include "server/features/code_actions.h"

namespace cli {
namespace {

// Fixes that undo each other would go on for ever; none is known to.
constexpr int most_rounds = 10;

struct Mended {
  std::string text;
  std::vector<features::RuleCode> rules;
};

// nullopt: nothing to mend.
std::optional<Mended> mend(const features::Surroundings& surroundings, const std::string& path,
                           const Texts& texts, const std::vector<std::string>& only) {
  const site::Site& site = *surroundings.site;
  const auto changed = texts.find(path);
  syntax::DocumentPtr document =
      changed == texts.end() || path == site.config().file
          ? read_document(site, path)
          : std::make_shared<const syntax::Document>(changed->second, site.parse_options(path));
  if (!document) return std::nullopt;
  const features::Context context(surroundings, path, std::move(document));
  features::SafeFixes fixes = features::safe_fixes(context, only);
  if (fixes.edits.empty()) return std::nullopt;
  return Mended{text::apply(context.text(), std::move(fixes.edits)), std::move(fixes.rules)};
}

std::vector<std::optional<Mended>> mend_all(const features::Surroundings& shared,
                                            const std::vector<std::string>& paths, const Texts& texts,
                                            const std::vector<std::string>& only) {
  std::vector<std::optional<Mended>> mended(paths.size());
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (std::size_t i = next++; i < paths.size(); i = next++)
      mended[i] = mend(shared, paths[i], texts, only);
  };
  std::vector<std::jthread> helpers;
  const unsigned threads = std::max(1U, std::thread::hardware_concurrency());
  for (unsigned i = 1; i < threads && i < paths.size(); ++i) helpers.emplace_back(work);
  work();
  helpers.clear();
  return mended;
}

}  // namespace

std::vector<FixedFile> fix(const site::SitePtr& site, const std::vector<std::string>& below,
                           const std::vector<std::string>& only,
                           const std::function<site::SitePtr(const Texts& changed)>& reload) {
  const std::vector<std::string> paths = paths_to_check(*site, below);
  Texts texts;
  std::map<std::string, std::set<std::string>> rules;
  features::Surroundings shared{.site = site};
  shared.unsaved = [&texts](std::string_view path) -> std::optional<std::string> {
    const auto found = texts.find(path);
    return found == texts.end() ? std::nullopt : std::optional(found->second);
  };
  for (int round = 0; round < most_rounds; ++round) {
    std::vector<std::optional<Mended>> mended = mend_all(shared, paths, texts, only);
    std::vector<site::Change> changes;
    for (std::size_t i = 0; i < paths.size(); ++i) {
      if (!mended[i]) continue;
      for (const features::RuleCode rule : mended[i]->rules) rules[paths[i]].emplace(rule.text());
      texts[paths[i]] = mended[i]->text;
      changes.push_back({paths[i], std::move(mended[i]->text)});
    }
    if (changes.empty()) break;
    const bool anew = std::ranges::any_of(
        changes, [&](const site::Change& change) { return shared.site->needs_reload(change.path); });
    shared.site = anew ? reload(texts) : shared.site->with_changes(changes);
  }

  std::vector<FixedFile> files;
  for (auto& [path, text] : texts) {
    const syntax::DocumentPtr before = read_document(*site, path);
    if (!before || before->text == text) continue;
    const std::set<std::string>& mended = rules[path];
    files.push_back({path, before->text, std::move(text), {mended.begin(), mended.end()}});
  }
  return files;
}

}  // namespace cli
