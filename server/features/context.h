// What a feature gets: one snapshot of the site, one document of it, and where the cursor stands. Features
// are pure functions of this; they know neither LSP nor the disk.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

#include "server/dates/time_zone.h"
#include "server/features/knowledge/knowledge.h"
#include "server/features/preferences.h"
#include "server/site/rendered/render_document.h"
#include "server/site/site.h"
#include "server/syntax/document.h"

namespace features {

// What a context has worked out for itself. A copy begins anew: it may become the context of another
// document.
class Memory {
 public:
  Memory() = default;
  Memory(const Memory& /*other*/) {}
  Memory& operator=(const Memory&) = delete;
  ~Memory() = default;

 private:
  friend struct Context;
  std::optional<site::Rendered> rendered_;
  bool asked_ = false;
};

// What an editor holds of a file of the site; nullopt for files that are not open. Empty without an editor.
using UnsavedTexts = std::function<std::optional<std::string>(std::string_view path)>;

// What all documents have in common that are looked at for one request, or in one run of the program.
// (The braces let an initializer name some members only.)
struct Surroundings {
  site::SitePtr site{};
  std::optional<dates::LocalTime> now{};  // nullopt: when the site was read
  std::shared_ptr<const Knowledge> knowledge = std::make_shared<const Knowledge>();
  std::shared_ptr<const Preferences> settings = std::make_shared<const Preferences>();
  std::stop_token stop{};
  UnsavedTexts unsaved{};
};

struct Context {
  // The only way to make one. `path` is relative to the site's source; outside a site: the file's name.
  Context(Surroundings surroundings, std::string path, syntax::DocumentPtr document);
  // For what is asked of the site alone: its document is empty.
  explicit Context(Surroundings surroundings);
  // The same for another file of the site.
  [[nodiscard]] Context of(std::string path, syntax::DocumentPtr document) const;

  // nullptr while the site is still being read, and for files outside any site. Features then say what the
  // document alone tells.
  site::SitePtr site;
  // The clock in the site's zone. The site knows only when it was read, and that is what it is judged by.
  dates::LocalTime now;
  std::shared_ptr<const Knowledge> knowledge;   // never nullptr
  std::shared_ptr<const Preferences> settings;  // never nullptr
  std::stop_token stop;                         // loops over the whole site look at it
  UnsavedTexts unsaved;
  std::string path;
  syntax::DocumentPtr document;  // never nullptr
  site::PagePtr page;  // of this very text; nullptr without site or if Jekyll makes nothing of the file

  [[nodiscard]] std::string_view text() const { return document->text; }
  // Headings, links and anchors as they are after Liquid, with ranges in this document: what features judge
  // and navigate by. What an include brings stands at its tag; what only a build can tell is masked. Worked
  // out once; a context belongs to one thread.
  [[nodiscard]] const syntax::Markdown& markdown() const;
  // The same with where everything comes from; nullptr for documents without Liquid, or outside of a site.
  [[nodiscard]] const site::Rendered* rendered() const;
  // The present text of any file of the site, this one included: the editor's where it is open, else the
  // disk's. Whatever gives ranges in another file reads it this way. nullopt: cannot be read.
  [[nodiscard]] std::optional<std::string> read(std::string_view file) const;
  // That text, parsed as the site says; nullptr if it cannot be read.
  [[nodiscard]] syntax::DocumentPtr document_of(std::string_view file) const;

  mutable Memory memory;
};

// A place in the context's document. For a call: the context stays with its owner, who outlives it.
struct Cursor {
  Cursor(const Context& the_context, text::Offset the_offset) : context(the_context), offset(the_offset) {}
  Cursor(const Context&& temporary, text::Offset offset) = delete;

  const Context& context;
  text::Offset offset;
};

}  // namespace features
