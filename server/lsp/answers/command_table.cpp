#include "server/lsp/answers/command_table.h"

#include <utility>

#include "protocol/types/codec.h"
#include "protocol/uri.h"
#include "server/lsp/answers/command_arguments.h"
#include "server/lsp/convert/code_actions.h"
#include "server/lsp/convert/positions.h"

namespace lsp {
namespace {

using nlohmann::json;

CommandOutcome outcome_of(json result) {
  CommandOutcome outcome;
  outcome.result = std::move(result);
  return outcome;
}

CommandResult file_command(const CommandView& at, features::FileCommandResult result) {
  if (auto* refusal = std::get_if<features::Refusal>(&result)) return std::move(*refusal);
  auto& command = std::get<features::FileCommand>(result);
  CommandOutcome outcome;
  outcome.show_file = to_uri(at.view, command.path);
  outcome.result = {{"uri", outcome.show_file}};
  outcome.edit = std::move(command.edit);
  return outcome;
}

CommandResult new_post(const CommandView& at, const NewPostArgument& argument) {
  return file_command(at, features::new_post(at.view.context, {argument.title, argument.categories}));
}

CommandResult new_draft(const CommandView& at, const NewDraftArgument& argument) {
  return file_command(at, features::new_draft(at.view.context, argument.title));
}

CommandResult publish_draft(const CommandView& at, const FileArgument&) {
  const syntax::DocumentPtr draft = at.view.context.document_of(at.path);
  if (!draft) return features::Refusal{"There is no file " + at.path + " in the site."};
  return file_command(at, features::publish_draft(at.view.context, at.path, *draft));
}

CommandResult open_address(const CommandView& at, const OpenAddressArgument& argument) {
  auto address = features::browser_address(*at.view.context.site, at.path,
                                           argument.base.value_or("http://localhost:4000"));
  if (auto* refusal = std::get_if<features::Refusal>(&address)) return std::move(*refusal);
  CommandOutcome outcome;
  outcome.show_address = std::get<std::string>(std::move(address));
  outcome.result = {{"url", outcome.show_address}};
  return outcome;
}

CommandResult file_facts(const CommandView& at, const FileArgument&) {
  const std::string& path = at.path;
  features::FileFacts facts = features::file_facts(*at.view.context.site, path);
  json result = {{"markdown", std::move(facts.markdown)},
                 {"url", std::move(facts.url)},
                 {"path", path},
                 {"published", facts.published}};
  if (!facts.date.empty()) result["date"] = std::move(facts.date);
  return outcome_of(std::move(result));
}

json counts(const std::vector<site::TermCount>& terms) {
  json list = json::array();
  for (const site::TermCount& term : terms) list.push_back({{"name", term.name}, {"count", term.count}});
  return list;
}

json about(const CommandView& at, const SiteView& view) {
  const features::SiteInfo info = view.site ? features::site_info(*view.site->get()) : features::SiteInfo{};
  json site = {{"root", protocol::path_to_uri(view.folder)},
               {"title", info.title},
               {"pages", info.pages},
               {"posts", info.posts},
               {"drafts", info.drafts},
               {"indexing", view.loading}};
  if (const auto known = at.problems.find(view.folder); known != at.problems.end()) {
    site["errors"] = known->second.errors;
    site["warnings"] = known->second.warnings;
  }
  return site;
}

CommandResult site_info(const CommandView& at, const SiteArgument&) {
  json sites = json::array();
  for (const SiteView& view : at.sites) {
    sites.push_back(about(at, view));
    if (!at.path.empty()) break;
  }
  const site::SitePtr& site = at.view.context.site;
  return outcome_of({{"sites", std::move(sites)},
                     {"categories", site ? counts(site->categories()) : json::array()},
                     {"tags", site ? counts(site->tags()) : json::array()}});
}

CommandResult apply_fix(const CommandView&, const ApplyFixArgument& argument) {
  CommandOutcome outcome;
  outcome.given_edit = argument.edit;
  outcome.given_for = {argument.uri, argument.version};
  return outcome;
}

template <class Argument>
Command command(std::string name, std::string title, bool waits,
                CommandResult (*run)(const CommandView&, const Argument&)) {
  return {std::move(name), std::move(title), waits, [run](const CommandView& at, const json& argument) {
            return run(at, types::decode<Argument>(argument));
          }};
}

}  // namespace

const std::vector<Command>& command_table() {
  static const std::vector<Command> table = {
      command("jekyll.newPost", "New post", true, new_post),
      command("jekyll.newDraft", "New draft", true, new_draft),
      command("jekyll.publishDraft", "Publishing the draft", true, publish_draft),
      command("jekyll.openAddress", "Opening the page", true, open_address),
      command("jekyll.fileFacts", "Facts of the file", true, file_facts),
      command("jekyll.siteInfo", "Sites", false, site_info),
      command(std::string(apply_fix_command), "Quick fix", false, apply_fix),
  };
  return table;
}

}  // namespace lsp
