#include "server/features/code_actions.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

#include "server/features/code_actions/silence.h"
#include "server/features/diagnostics.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/front_matter/rename_term.h"
#include "server/features/knowledge/words.h"

namespace features {
namespace {

constexpr std::size_t most_silenced_lines = 20;

bool touches(text::Range problem, text::Range wanted) {
  return problem.begin <= wanted.end && wanted.begin <= problem.end;
}

// The edits of a fix that changes this file and nothing else; nullptr for others.
const std::vector<text::Edit>* own_edits(const Context& context, const Fix& fix) {
  const bool plain = fix.edit.renames.empty() && fix.edit.creations.empty() && fix.edit.files.size() == 1;
  return plain && fix.edit.files.front().path == context.path ? &fix.edit.files.front().edits : nullptr;
}

// Edits of several fixes: of two that collide the first one counts. Inserting twice at one place collides
// too: the order would be left to chance.
class Merged {
 public:
  bool add(const std::vector<text::Edit>& edits) {
    if (std::any_of(edits.begin(), edits.end(), [this](const text::Edit& edit) { return collides(edit); }))
      return false;
    for (const text::Edit& edit : edits) by_begin_.emplace(edit.range.begin, edit);
    return true;
  }
  [[nodiscard]] std::vector<text::Edit> take() {
    std::vector<text::Edit> edits;
    for (auto& [begin, edit] : by_begin_) edits.push_back(std::move(edit));
    return edits;
  }

 private:
  // Those that are there lie apart, so the neighbours tell.
  [[nodiscard]] bool collides(const text::Edit& edit) const {
    const auto next = by_begin_.lower_bound(edit.range.begin);
    if (next != by_begin_.end() &&
        (next->first == edit.range.begin || next->second.range.overlaps(edit.range)))
      return true;
    return next != by_begin_.begin() && std::prev(next)->second.range.overlaps(edit.range);
  }

  std::map<text::Offset, text::Edit> by_begin_;
};

SafeFixes safe_among(const Context& context, const std::vector<Problem>& problems,
                     const std::vector<std::string>& only) {
  SafeFixes safe;
  Merged merged;
  for (const Problem& problem : problems) {
    if (!only.empty() && std::find(only.begin(), only.end(), problem.code.text()) == only.end()) continue;
    for (const Fix& fix : problem.fixes) {
      const std::vector<text::Edit>* edits = fix.safe ? own_edits(context, fix) : nullptr;
      if (!edits) continue;
      if (merged.add(*edits)) safe.rules.push_back(problem.code);
      break;
    }
  }
  safe.edits = merged.take();
  return safe;
}

Problem without_fixes(const Problem& problem) {
  Problem bare = problem;
  bare.fixes.clear();
  return bare;
}

CodeAction quick_fix(Fix fix, std::vector<Problem> solves) {
  return {CodeAction::Kind::quick_fix, std::move(fix.title), std::move(fix.edit), fix.preferred,
          std::move(solves)};
}

// The problems that the editor names: is one of them this one? Their places are compared with some tolerance,
// since the text may have changed since they were shown.
class Named {
 public:
  explicit Named(const std::vector<NamedProblem>& named) {
    for (const NamedProblem& one : named) by_code_[one.code].push_back(one.range);
    for (auto& [code, ranges] : by_code_) {
      std::sort(ranges.begin(), ranges.end(), [](text::Range a, text::Range b) { return a.begin < b.begin; });
      // From now on each one reaches as far as any before it.
      for (std::size_t i = 1; i < ranges.size(); ++i)
        ranges[i].end = std::max(ranges[i].end, ranges[i - 1].end);
    }
  }
  [[nodiscard]] bool has(const Problem& problem) const {
    const auto found = by_code_.find(problem.code.text());
    if (found == by_code_.end()) return false;
    const std::vector<text::Range>& ranges = found->second;
    const auto behind =
        std::upper_bound(ranges.begin(), ranges.end(), problem.range.end,
                         [](text::Offset end, text::Range range) { return end < range.begin; });
    return behind != ranges.begin() && std::prev(behind)->end >= problem.range.begin;
  }

 private:
  std::map<std::string, std::vector<text::Range>, std::less<>> by_code_;
};

std::vector<const Problem*> meant_problems(const std::vector<Problem>& problems,
                                           const CodeActionRequest& request) {
  std::vector<const Problem*> meant;
  const Named named(request.named);
  for (const Problem& problem : problems) {
    if (named.has(problem)) meant.push_back(&problem);
  }
  if (!meant.empty()) return meant;
  for (const Problem& problem : problems) {
    if (touches(problem.range, request.range)) meant.push_back(&problem);
  }
  return meant;
}

// The preferred fix of every problem of a rule, where that makes at least two edits that go together.
void add_whole_rule(const Context& context, const std::vector<Problem>& problems, RuleCode rule,
                    std::vector<CodeAction>& actions) {
  Merged merged;
  std::vector<Problem> solved;
  for (const Problem& problem : problems) {
    if (problem.code != rule) continue;
    for (const Fix& fix : problem.fixes) {
      const std::vector<text::Edit>* edits = fix.preferred ? own_edits(context, fix) : nullptr;
      if (edits && merged.add(*edits)) solved.push_back(without_fixes(problem));
    }
  }
  if (solved.size() < 2) return;
  Fix fix;
  fix.title = "Mend all " + count_of(solved.size(), "problem") + " of " + code(rule.text()) + " in this file";
  fix.edit.files.push_back({context.path, merged.take()});
  const syntax::yaml::Tree& tree = context.document->front_matter.tree;
  const bool has_yaml = context.document->front_matter.state == syntax::FrontMatter::State::present;
  if (has_yaml && tree.valid && !diagnostics::reads_after(context, fix.edit.files.front().edits)) return;
  actions.push_back(quick_fix(std::move(fix), std::move(solved)));
}

void add_silence(const Context& context, const Problem& problem, std::vector<CodeAction>& actions) {
  for (Fix& fix : code_actions::silence_line(context, problem))
    actions.push_back(quick_fix(std::move(fix), {without_fixes(problem)}));
}

void add_quick_fixes(const Context& context, const std::vector<Problem>& problems,
                     const CodeActionRequest& request, std::vector<CodeAction>& actions) {
  const std::vector<const Problem*> meant = meant_problems(problems, request);
  std::vector<RuleCode> broken;
  for (const Problem* problem : meant) {
    if (std::find(broken.begin(), broken.end(), problem->code) == broken.end())
      broken.push_back(problem->code);
    std::vector<Fix> fixes = problem->fixes;
    if (auto everywhere = diagnostics::rename_term_everywhere(context, *problem))
      fixes.push_back(std::move(*everywhere));
    for (Fix& fix : fixes) actions.push_back(quick_fix(std::move(fix), {without_fixes(*problem)}));
  }
  for (const RuleCode rule : broken) add_whole_rule(context, problems, rule, actions);
  // Each of these reads the text anew: for the problems at a cursor, not for a whole file that is selected.
  if (meant.size() <= most_silenced_lines) {
    for (const Problem* problem : meant) add_silence(context, *problem, actions);
  }
  for (const RuleCode rule : broken) {
    std::vector<Problem> silenced;
    for (const Problem* problem : meant) {
      if (problem->code == rule) silenced.push_back(without_fixes(*problem));
    }
    for (Fix& fix : code_actions::silence_rule(context, rule))
      actions.push_back(quick_fix(std::move(fix), silenced));
  }
}

}  // namespace

SafeFixes safe_fixes(const Context& context, const std::vector<std::string>& only) {
  return safe_among(context, diagnose(context), only);
}

std::vector<CodeAction> actions_for(const Context& context, const CodeActionRequest& request) {
  std::vector<CodeAction> actions;
  if (!request.quick_fixes && !request.fix_all) return actions;
  const std::vector<Problem> problems = diagnose(context);
  if (request.quick_fixes) add_quick_fixes(context, problems, request, actions);
  if (!request.fix_all) return actions;
  SafeFixes safe = safe_among(context, problems, {});
  if (safe.edits.empty()) return actions;
  CodeAction& all = actions.emplace_back();
  all.kind = CodeAction::Kind::fix_all;
  all.title = "Mend everything in this file that can be mended safely";
  all.edit.files.push_back({context.path, std::move(safe.edits)});
  return actions;
}

}  // namespace features
