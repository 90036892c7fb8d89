// Images that say nothing to those who do not see them.
#include <array>
#include <string>

#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/markdown/text.h"
#include "server/features/knowledge/words.h"
#include "server/text/ascii.h"

namespace features::diagnostics {
namespace {

bool names(std::string_view element, std::string_view attribute) {
  for (std::size_t at = element.find(attribute); at != std::string_view::npos;
       at = element.find(attribute, at + 1)) {
    if (at > 0 && std::string_view(" \t\r\n\"'").find(element[at - 1]) != std::string_view::npos) return true;
  }
  return false;
}

// `<img alt="">` says that it is decoration.
bool says_enough(std::string_view element) {
  constexpr std::array<std::string_view, 5> attributes = {"alt", "aria-", "role", "title", "{"};
  for (const std::string_view attribute : attributes) {
    if (names(element, attribute)) return true;
  }
  return false;
}

}  // namespace

void images(const Context& context, Report& report) {
  if (!judges_markdown(context)) return;
  const std::string_view text = context.text();
  const std::vector<syntax::Link>& links = context.markdown().links;
  for (std::size_t i = 0; i < links.size(); ++i) {
    const syntax::Link& link = links[i];
    if (!link.image || !link_stands_here(context, i)) continue;
    if (link.kind == syntax::Link::Kind::html) {
      const std::string element = text::ascii_lower(text::slice(text, link.range));
      if (says_enough(element) || !element.starts_with("<img") ||
          holds_liquid(context, {link.range.begin, link.href_range.begin}) ||
          holds_liquid(context, {link.href_range.end, link.range.end}))
        continue;
      report.add(rules.image_without_alt, {link.range.begin, link.range.begin + 4},
                 "This image has no `alt` text: those who do not see it learn nothing of it. An empty one, "
                 "`alt=\"\"`, says that it is decoration.");
      continue;
    }
    if (!text::holds_only(text::slice(text, link.text), text::is_blank_or_line_end)) continue;
    // An attribute list may give it one.
    const std::string_view behind =
        text.substr(link.range.end, text.find('\n', link.range.end) - link.range.end);
    if (behind.starts_with("{:") && behind.find("alt=") != std::string_view::npos) continue;
    report.add(rules.image_without_alt, {link.range.begin, link.text.end + 1},
               "This image has no text between its brackets: those who do not see it learn nothing of it.");
  }
}

}  // namespace features::diagnostics
