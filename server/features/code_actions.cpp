#include "server/features/code_actions.h"

#include <algorithm>
#include <utility>

#include "server/features/code_actions/silence.h"
#include "server/features/diagnostics.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/rename_term.h"
#include "server/features/words.h"

namespace features {
namespace {

bool touches(text::Range problem, text::Range wanted) {
  return problem.begin <= wanted.end && wanted.begin <= problem.end;
}

// Inserting twice at one place would leave the order to chance.
bool collides(const text::Edit& a, const text::Edit& b) {
  return a.range.overlaps(b.range) || a.range == b.range || a.range.begin == b.range.begin;
}

// The edits of a fix that changes this file and nothing else; nullptr for others.
const std::vector<text::Edit>* own_edits(const Context& context, const Fix& fix) {
  const bool plain = fix.edit.renames.empty() && fix.edit.creations.empty() && fix.edit.files.size() == 1;
  return plain && fix.edit.files.front().path == context.path ? &fix.edit.files.front().edits : nullptr;
}

// Edits of several fixes: of two that collide the first one counts.
class Merged {
 public:
  bool add(const std::vector<text::Edit>& edits) {
    const bool free = std::none_of(edits.begin(), edits.end(), [this](const text::Edit& edit) {
      return std::any_of(all_.begin(), all_.end(),
                         [&](const text::Edit& other) { return collides(edit, other); });
    });
    if (free) all_.insert(all_.end(), edits.begin(), edits.end());
    return free;
  }
  [[nodiscard]] std::vector<text::Edit> take() {
    std::sort(all_.begin(), all_.end(),
              [](const text::Edit& a, const text::Edit& b) { return a.range.begin < b.range.begin; });
    return std::move(all_);
  }

 private:
  std::vector<text::Edit> all_;
};

SafeFixes safe_among(const Context& context, const std::vector<Problem>& problems,
                     const std::vector<std::string>& only) {
  SafeFixes safe;
  Merged merged;
  for (const Problem& problem : problems) {
    if (!only.empty() && std::find(only.begin(), only.end(), problem.code) == only.end()) continue;
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

bool is_meant(const Problem& problem, const CodeActionRequest& request, bool by_name) {
  if (!by_name) return touches(problem.range, request.range);
  return std::any_of(request.named.begin(), request.named.end(), [&](const NamedProblem& named) {
    return named.code == problem.code && touches(problem.range, named.range);
  });
}

// The preferred fix of every problem of a rule, where that makes at least two edits that go together.
void add_whole_rule(const Context& context, const std::vector<Problem>& problems, const std::string& rule,
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
  fix.title = "Mend all " + count_of(solved.size(), "problem") + " of " + code(rule) + " in this file";
  fix.edit.files.push_back({context.path, merged.take()});
  const syntax::YamlTree& tree = context.document->front_matter.tree;
  const bool has_yaml = context.document->front_matter.state == syntax::FrontMatter::State::present;
  if (has_yaml && tree.valid && !checks::reads_after(context, fix.edit.files.front().edits)) return;
  actions.push_back(quick_fix(std::move(fix), std::move(solved)));
}

void add_quick_fixes(const Context& context, const std::vector<Problem>& problems,
                     const CodeActionRequest& request, std::vector<CodeAction>& actions) {
  const bool by_name = std::any_of(problems.begin(), problems.end(),
                                   [&](const Problem& problem) { return is_meant(problem, request, true); });
  std::vector<const Problem*> meant;
  for (const Problem& problem : problems) {
    if (is_meant(problem, request, by_name)) meant.push_back(&problem);
  }
  std::vector<std::string> rules;
  for (const Problem* problem : meant) {
    if (std::find(rules.begin(), rules.end(), problem->code) == rules.end()) rules.push_back(problem->code);
    std::vector<Fix> fixes = problem->fixes;
    if (auto everywhere = checks::rename_term_everywhere(context, *problem))
      fixes.push_back(std::move(*everywhere));
    for (Fix& fix : fixes) actions.push_back(quick_fix(std::move(fix), {without_fixes(*problem)}));
  }
  for (const std::string& rule : rules) add_whole_rule(context, problems, rule, actions);
  for (const Problem* problem : meant) {
    if (context.stop.stop_requested()) return;
    for (Fix& fix : silence::in_line(context, *problem))
      actions.push_back(quick_fix(std::move(fix), {without_fixes(*problem)}));
  }
  for (const std::string& rule : rules) {
    std::vector<Problem> silenced;
    for (const Problem& problem : problems) {
      if (problem.code == rule) silenced.push_back(without_fixes(problem));
    }
    for (Fix& fix : silence::rule(context, rule)) actions.push_back(quick_fix(std::move(fix), silenced));
  }
}

}  // namespace

SafeFixes safe_fixes(const Context& context, const std::vector<std::string>& only) {
  return safe_among(context, diagnostics(context), only);
}

std::vector<CodeAction> code_actions(const Context& context, const CodeActionRequest& request) {
  std::vector<CodeAction> actions;
  if (!request.quick_fixes && !request.fix_all) return actions;
  const std::vector<Problem> problems = diagnostics(context);
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
