// Tags and categories that exist in another spelling, share an archive page with another one, or are not on
// the project's list. Rules: jekyll-archives/lib/jekyll-archives/archive.rb (slug_mode).
#include <algorithm>
#include <string>
#include <vector>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/front_matter/rename_term.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/own_schemas.h"
#include "server/features/knowledge/terms.h"
#include "server/features/knowledge/words.h"
#include "server/syntax/slugify.h"
#include "server/syntax/yaml/write.h"
#include "server/text/unicode.h"

namespace features::diagnostics {
namespace {

using Kind = WrittenTerm::Kind;

std::string_view word(Kind kind) {
  return kind == Kind::tag ? "tag" : "category";
}

std::vector<site::TermCount> alike(const Context& context, const WrittenTerm& term) {
  return term.kind == Kind::tag ? context.site->tags_like(term.name)
                                : context.site->categories_like(term.name);
}

std::string times(std::size_t count) {
  return count == 1 ? "once" : std::to_string(count) + " times";
}

std::size_t count_in(const std::vector<site::TermCount>& counts, std::string_view name) {
  for (const site::TermCount& count : counts) {
    if (count.name == name) return count.count;
  }
  return 0;
}

bool in_flow(const Context& context, const WrittenTerm& term) {
  for (const syntax::yaml::Entry& entry : context.document->front_matter.tree.root.entries) {
    if (entry.value.range.contains(term.range)) return entry.value.style == syntax::yaml::Node::Style::flow;
  }
  return false;
}

// Another name in the place of a term; no edit where a text that is split would fall apart.
std::vector<text::Edit> replace_term(const Context& context, const WrittenTerm& term, std::string_view name) {
  for (const syntax::yaml::Entry& entry : context.document->front_matter.tree.root.entries) {
    const bool inside = entry.value.range.contains(term.range);
    if (!inside || entry.value.kind != syntax::yaml::Node::Kind::scalar) continue;
    const bool splits = entry.key.value == "tags" || entry.key.value == "categories";
    if (splits && name.find(' ') != std::string_view::npos) return {};
    if (splits && entry.value.range != term.range) return {{term.range, std::string(name)}};
  }
  const std::string_view source = text::slice(context.text(), term.range);
  return {{term.range, in_style_of(source, name, in_flow(context, term))}};
}

bool other_case(const Context& context, const WrittenTerm& term, const std::vector<site::TermCount>& like,
                Report& report) {
  const std::string lower = text::downcase(term.name);
  const std::size_t own = count_in(like, term.name);
  for (const site::TermCount& other : like) {  // most used first
    if (other.name == term.name || text::downcase(other.name) != lower) continue;
    if (other.count <= own) return false;
    Problem& problem =
        report.add(rules.tag_case, term.range,
                   "The " + std::string(word(term.kind)) + " " + code(term.name) + " is used " + times(own) +
                       ", " + code(other.name) + " " + times(other.count) + ": to Jekyll they are two.");
    auto edits = replace_term(context, term, other.name);
    if (!edits.empty()) offer(problem, context, "Write " + code(other.name), std::move(edits));
    return true;
  }
  return false;
}

// Which terms jekyll-archives makes pages for, and its mode of slugs.
bool has_archives(const site::Config& config, Kind kind, std::string& mode) {
  if (!config.has_plugin("jekyll-archives")) return false;
  const syntax::Value* settings = config.data.find("jekyll-archives");
  if (!settings) return false;
  if (const syntax::Value* slug_mode = settings->find("slug_mode"); slug_mode && slug_mode->string())
    mode = *slug_mode->string();
  const syntax::Value* enabled = settings->find("enabled");
  if (!enabled) return false;
  if (enabled->boolean()) return *enabled->boolean();
  if (enabled->string()) return *enabled->string() == "all";
  if (!enabled->list()) return false;
  const std::string_view wanted = kind == Kind::tag ? "tags" : "categories";
  return std::any_of(enabled->list()->begin(), enabled->list()->end(),
                     [&](const syntax::Value& item) { return item.string() && *item.string() == wanted; });
}

void clash(const Context& context, const WrittenTerm& term, const std::vector<site::TermCount>& like,
           Report& report) {
  std::string mode;
  if (!has_archives(context.site->config(), term.kind, mode)) return;
  const std::string slug = syntax::slugify(term.name, mode);
  const std::string lower = text::downcase(term.name);
  const std::size_t own = count_in(like, term.name);
  for (const site::TermCount& other : like) {
    if (text::downcase(other.name) == lower || syntax::slugify(other.name, mode) != slug || other.count < own)
      continue;
    report.add(rules.tag_clash, term.range,
               "The archive page of this " + std::string(word(term.kind)) +
                   " has the same address as that of " + code(other.name) + " (`" + slug +
                   "`): one replaces the other.");
    return;
  }
}

// One more line, or one more item between brackets, in the project's list.
void offer_allowing(Problem& problem, const Context& context, const WrittenTerm& term, text::Range list) {
  const std::string path = from_root(context.site->config(), site::project_settings_name);
  const auto text = context.read(path);
  if (!text || list.end > text->size() || list.empty()) return;
  Fix fix;
  fix.title = "Allow " + code(term.name) + " in `.jekyll-ls.yml`";
  const std::string_view written = text::slice(*text, list);
  if (written.ends_with(']')) {
    const text::Offset at = list.end - 1;
    const bool empty = written.find_first_not_of("[ ]") == std::string_view::npos;
    fix.edit.files.push_back(
        {path, {{{at, at}, (empty ? "" : ", ") + syntax::yaml::write_text(term.name, {.flow = true})}}});
  } else {
    const std::size_t line = text->rfind('\n', list.end - 1) + 1;  // npos + 1 is 0
    const std::size_t dash = text->find('-', line);
    if (dash == std::string::npos || dash >= list.end) return;
    const std::string lead = text->substr(line, dash - line) + "- ";
    if (lead.find_first_not_of(" -") != std::string::npos) return;
    const std::size_t found = text->find('\n', list.end);
    const bool last = found == std::string::npos;
    const auto at = static_cast<text::Offset>(last ? text->size() : found + 1);
    fix.edit.files.push_back(
        {path, {{{at, at}, (last ? "\n" : "") + lead + syntax::yaml::write_text(term.name) + "\n"}}});
  }
  fix.preferred = problem.fixes.empty();
  problem.fixes.push_back(std::move(fix));
}

void unknown(const Context& context, const WrittenTerm& term, Report& report) {
  const site::ProjectSettings& project = context.site->project();
  const std::vector<std::string>& allowed = term.kind == Kind::tag ? project.tags : project.categories;
  const text::Range list = term.kind == Kind::tag ? project.tags_range : project.categories_range;
  if (list.empty() || std::find(allowed.begin(), allowed.end(), term.name) != allowed.end()) return;
  const std::string nearest = nearest_name(allowed, term.name);
  Problem& problem = report.add(rules.tag_unknown, term.range,
                                "The " + std::string(word(term.kind)) + " " + code(term.name) +
                                    " is not on the project's list in `.jekyll-ls.yml`." +
                                    (nearest.empty() ? "" : " Did you mean " + code(nearest) + "?"));
  if (!nearest.empty()) {
    auto edits = replace_term(context, term, nearest);
    if (!edits.empty()) offer(problem, context, "Write " + code(nearest), std::move(edits));
  }
  offer_allowing(problem, context, term, list);
}

// The words that count: `tag` hides `tags`, and what Jekyll cannot use is no term.
std::vector<WrittenTerm> terms_in_force(const Context& context) {
  std::vector<WrittenTerm> terms = written_terms(*context.document);
  const syntax::Value& data = context.document->front_matter.data;
  const syntax::Value* tag = data.find("tag");
  const syntax::Member* tags = data.find_member("tags");
  const bool hides = tag && !tag->is_null() && tags;
  std::erase_if(terms, [&](const WrittenTerm& term) {
    const std::vector<site::Term>& kept =
        term.kind == Kind::tag ? context.page->tags : context.page->categories;
    const bool known =
        std::any_of(kept.begin(), kept.end(), [&](const site::Term& t) { return t.name == term.name; });
    return !known || (hides && term.kind == Kind::tag && tags->value.range.contains(term.range));
  });
  return terms;
}

}  // namespace

void term_names(const Context& context, Report& report) {
  if (!context.site || !is_document(context) || !has_front_matter(context) || context.page->data_invalid)
    return;
  for (const WrittenTerm& term : terms_in_force(context)) {
    unknown(context, term, report);
    const std::vector<site::TermCount> like = alike(context, term);
    if (like.size() < 2) continue;
    if (!other_case(context, term, like, report)) clash(context, term, like, report);
  }
}

std::optional<Fix> rename_term_everywhere(const Context& context, const Problem& problem) {
  if (problem.code != rules.tag_case.code || !context.site) return std::nullopt;
  const auto term = term_at(*context.document, problem.range.begin);
  if (!term) return std::nullopt;
  const std::string lower = text::downcase(term->name);
  std::string better;
  for (const site::TermCount& other : alike(context, *term)) {
    if (text::downcase(other.name) == lower && better.empty()) better = other.name;
  }
  if (better.empty() || better == term->name) return std::nullopt;
  constexpr std::size_t most_files = 10'000;
  const auto pages = term->kind == Kind::tag ? context.site->tagged(term->name, most_files)
                                             : context.site->in_category(term->name, most_files);
  if (pages.size() < 2) return std::nullopt;
  Fix fix;
  fix.title = "Write " + code(better) + " in all " + count_of(pages.size(), "file");
  for (const site::PagePtr& page : pages) {
    if (context.stop.stop_requested()) return std::nullopt;
    Context there = context;
    there.path = page->path;
    there.page = page;
    if (page->path != context.path) {
      auto text = context.site->files().read(page->path);
      if (!text) continue;
      there.document =
          std::make_shared<const syntax::Document>(std::move(*text), context.site->parse_options(page->path));
    }
    FileEdits edits{page->path, {}};
    for (const WrittenTerm& other : written_terms(*there.document)) {
      if (other.kind != term->kind || other.name != term->name) continue;
      for (text::Edit& edit : replace_term(there, other, better)) edits.edits.push_back(std::move(edit));
    }
    if (!edits.edits.empty()) fix.edit.files.push_back(std::move(edits));
  }
  return fix;
}

}  // namespace features::diagnostics
