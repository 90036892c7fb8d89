#include "server/lsp/answers/completion_trigger.h"

#include <string_view>

namespace lsp {
namespace {

bool in_front_matter(const features::Cursor& cursor) {
  const syntax::Document& document = *cursor.context.document;
  if (document.options.format == syntax::ParseOptions::Format::yaml) return true;
  return document.front_matter.state != syntax::FrontMatter::State::absent &&
         document.front_matter.yaml.touches(cursor.offset);
}

// Behind an opener that is not closed before the cursor, on the cursor's line.
bool behind_open(std::string_view before, std::string_view opener, std::string_view closer) {
  const std::size_t open = before.rfind(opener);
  return open != std::string_view::npos &&
         before.find(closer, open + opener.size()) == std::string_view::npos;
}

}  // namespace

std::vector<std::string> completion_triggers() {
  return {"(", "/", "#", "[", "{", "%", "|", ".", "`", "\"", "'", ":", ",", " ", "-"};
}

bool is_worth_asking(const features::Cursor& cursor, const protocol::types::CompletionContext& context) {
  if (context.triggerKind != protocol::types::CompletionTriggerKind::TriggerCharacter ||
      !context.triggerCharacter)
    return true;
  const std::string& typed = *context.triggerCharacter;
  if (in_front_matter(cursor)) return std::string_view("({%|.`").find(typed) == std::string_view::npos;
  const std::string_view text = cursor.context.text().substr(0, cursor.offset);
  const std::size_t line_end = text.find_last_of("\r\n");
  const std::string_view before = text.substr(line_end == std::string_view::npos ? 0 : line_end + 1);
  const bool in_liquid = behind_open(before, "{%", "%}") || behind_open(before, "{{", "}}");
  const bool in_address = behind_open(before, "](", ")") || behind_open(before, "<", ">") ||
                          before.find("]:") != std::string_view::npos;
  if (typed == "(") return before.ends_with("](");
  if (typed == "[") return before.ends_with("][");
  if (typed == "{") return before.ends_with("{{");
  if (typed == "%") return before.ends_with("{%");
  if (typed == "`") return before.find_first_not_of(" ") == before.size() - 3 && before.ends_with("```");
  if (typed == "/" || typed == "#" || typed == "\"" || typed == "'") return in_liquid || in_address;
  return in_liquid;
}

}  // namespace lsp
