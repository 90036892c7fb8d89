#include "server/lsp/convert/completion.h"

#include <string>

#include "server/features/knowledge/plain_text.h"
#include "server/lsp/convert/positions.h"
#include "server/text/ascii.h"

namespace lsp {
namespace {

types::CompletionItemKind to_completion_kind(features::Completion::Kind kind) {
  using Kind = features::Completion::Kind;
  switch (kind) {
    case Kind::key:
      return types::CompletionItemKind::Property;
    case Kind::value:
      return types::CompletionItemKind::Value;
    case Kind::tag:
    case Kind::category:
      return types::CompletionItemKind::EnumMember;
    case Kind::layout:
      return types::CompletionItemKind::Module;
    case Kind::page:
    case Kind::post:
      return types::CompletionItemKind::Reference;
    case Kind::file:
      return types::CompletionItemKind::File;
    case Kind::folder:
      return types::CompletionItemKind::Folder;
    case Kind::anchor:
      return types::CompletionItemKind::Field;
    case Kind::label:
      return types::CompletionItemKind::Reference;
    case Kind::liquid_tag:
      return types::CompletionItemKind::Keyword;
    case Kind::filter:
      return types::CompletionItemKind::Function;
    case Kind::variable:
      return types::CompletionItemKind::Variable;
    case Kind::snippet:
      break;
  }
  return types::CompletionItemKind::Snippet;
}

// The key of a front matter alone, for clients without snippets: "tags: " of "tags: [$0]".
std::string plain_key(const std::string& snippet) {
  return plain_snippet(snippet.substr(0, snippet.rfind(':', snippet.find('$')))) + ": ";
}

types::CompletionItem to_completion_item(const View& view, const features::Completion& completion) {
  types::CompletionItem item;
  item.label = completion.label;
  item.kind = to_completion_kind(completion.kind);
  if (!completion.detail.empty()) item.detail = completion.detail;
  if (!completion.documentation.empty()) {
    item.documentation = view.client->markdown_completion
                             ? types::MarkupContent{types::MarkupKind::Markdown, completion.documentation}
                             : types::MarkupContent{types::MarkupKind::PlainText,
                                                    features::plain_text(completion.documentation)};
  }
  if (!completion.filter_text.empty()) item.filterText = completion.filter_text;
  if (!completion.sort_text.empty()) item.sortText = completion.sort_text;
  const bool snippet = completion.snippet && view.client->snippets;
  const bool lines =
      view.client->snippets && view.client->lines_as_they_are && !completion.lines_as_they_are.empty();
  if (lines) item.insertTextMode = types::InsertTextMode::AsIs;
  const std::string& text = lines ? completion.lines_as_they_are : completion.edit.replacement;
  types::TextEdit edit{.range = to_range(view, completion.edit.range), .newText = text};
  if (completion.snippet && !snippet && !lines)
    edit.newText = completion.kind == features::Completion::Kind::key ? plain_key(text) : plain_snippet(text);
  item.textEdit = std::move(edit);
  if (snippet || lines) item.insertTextFormat = types::InsertTextFormat::Snippet;
  if (completion.deprecated && view.client->deprecated_tag) {
    item.tags = std::vector{types::CompletionItemTag::Deprecated};
  } else if (completion.deprecated && view.client->deprecated_member) {
    item.deprecated = true;
  }
  return item;
}

}  // namespace

std::string plain_snippet(std::string_view snippet) {
  std::string plain;
  const auto is_digit = [&](std::size_t at) { return at < snippet.size() && text::is_digit(snippet[at]); };
  std::size_t open = 0;  // placeholders that wait for their brace
  for (std::size_t at = 0; at < snippet.size(); ++at) {
    const char byte = snippet[at];
    if (byte == '\\' && at + 1 < snippet.size()) {
      plain += snippet[++at];
    } else if (byte == '$' && is_digit(at + 1)) {
      while (is_digit(at + 1)) ++at;
    } else if (byte == '$' && at + 1 < snippet.size() && snippet[at + 1] == '{' && is_digit(at + 2)) {
      ++at;
      while (is_digit(at + 1)) ++at;
      const bool choice = at + 1 < snippet.size() && snippet[at + 1] == '|';
      if (const std::size_t end = snippet.find("|}", at + 2); choice && end != std::string_view::npos) {
        at = end + 1;
        continue;
      }
      if (at + 1 < snippet.size() && snippet[at + 1] == ':') ++at;
      ++open;
    } else if (byte == '}' && open > 0) {
      --open;
    } else {
      plain += byte;
    }
  }
  return plain;
}

types::CompletionList to_completion_list(const View& view, const features::CompletionList& list) {
  types::CompletionList converted{.isIncomplete = list.incomplete};
  converted.items.reserve(list.items.size());
  for (const features::Completion& completion : list.items)
    converted.items.push_back(to_completion_item(view, completion));
  return converted;
}

}  // namespace lsp
