// Which ids a layout or an include brings into a page, as far as its text shows them. A scan for attributes,
// no HTML parser: an id too many only makes us silent.
#pragma once

#include <compare>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/liquid/source.h"

namespace site {

// The parameters that a tag gives to an include; nullopt: a variable.
using IncludeParameters = std::map<std::string, std::optional<std::string>, std::less<>>;

struct IncludeCall {
  std::string file;  // below the includes folder, as written
  IncludeParameters parameters;
  friend auto operator<=>(const IncludeCall&, const IncludeCall&) = default;
};

// An id with Liquid in it. The text is escaped for fnmatch.
struct IdPiece {
  std::string text;       // `*` stands for Liquid of any kind
  std::string parameter;  // behind it, `{{ include.NAME }}`; "" for none
  friend auto operator<=>(const IdPiece&, const IdPiece&) = default;
};
using IdPattern = std::vector<IdPiece>;

struct Template {
  std::string path;
  std::string layout;               // layouts: the layout above; "" for none
  std::vector<std::string> ids;     // `id="…"` and `name="…"` without Liquid, sorted
  std::vector<IdPattern> patterns;  // those with Liquid in them
  std::vector<IncludeCall> includes;
  bool shows_title = false;  // `page.title` stands inside of an `<h1>`
  bool sets_base = false;    // `<base href>`: relative addresses start elsewhere
  bool unknown = false;      // an include whose name is computed, a tag whose output we do not know
  liquid::SourcePtr source;  // includes: their text, to be rendered
};

using TemplatePtr = std::shared_ptr<const Template>;

// Layouts and includes; `text` with its front matter.
[[nodiscard]] Template read_template(std::string_view path, std::string text);

// Does this HTML move the start of relative addresses (HTML standard, the base element)?
[[nodiscard]] bool sets_base(std::string_view html);

// May an element of this template carry `id`? Includes and the layout above are not looked at.
[[nodiscard]] bool may_have_id(const Template& scanned, const IncludeParameters& given, std::string_view id);

}  // namespace site
