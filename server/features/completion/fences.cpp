// The language behind ```: those that the text has used already, then the common ones.
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "server/features/completion/body_place.h"
#include "server/features/completion/ranked.h"
#include "server/features/completion/sources.h"

namespace features::completion {
namespace {

// Names by which Rouge, Jekyll's highlighter, knows them (rouge/lib/rouge/lexers).
constexpr std::array<std::string_view, 44> languages = {
    "bash",   "c",          "clojure", "console",    "cpp",     "csharp",     "css",  "dart", "diff",
    "docker", "elixir",     "erlang",  "go",         "graphql", "haskell",    "html", "http", "ini",
    "java",   "javascript", "json",    "julia",      "kotlin",  "liquid",     "lua",  "make", "markdown",
    "nginx",  "perl",       "php",     "powershell", "python",  "r",          "ruby", "rust", "scala",
    "scss",   "shell",      "sql",     "swift",      "toml",    "typescript", "xml",  "yaml"};

}  // namespace

void fences(const Cursor& cursor, CompletionList& list) {
  const auto range = fence_info_at(*cursor.context.document, cursor.offset);
  if (!range) return;
  Ranked ranked(typed_in(cursor, *range));
  const auto offer = [&](std::string_view name, std::size_t tier) {
    if (name.empty()) return;
    Completion item;
    item.label = name;
    item.kind = Completion::Kind::value;
    item.edit = {*range, item.label};
    ranked.offer(std::move(item), tier);
  };
  for (const syntax::CodeBlock& block : cursor.context.document->markdown.code_blocks) {
    if (block.fenced && block.info != *range) offer(text::slice(cursor.context.text(), block.info), 0);
  }
  for (const std::string_view name : languages) offer(name, 1);
  ranked.add_to(list);
}

}  // namespace features::completion
