// What a feature gets: one snapshot of the site, one document of it, and where the cursor stands. Features
// are pure functions of this; they know neither LSP nor the disk.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <string_view>

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
  Memory(Memory&& /*other*/) noexcept {}
  Memory& operator=(const Memory& /*other*/) { return forget(); }
  Memory& operator=(Memory&& /*other*/) noexcept { return forget(); }
  ~Memory() = default;

 private:
  friend struct Context;
  Memory& forget() {
    rendered.reset();
    asked = false;
    return *this;
  }
  std::optional<site::Rendered> rendered;
  bool asked = false;
};

struct Context {
  // nullptr while the site is still being read, and for files outside any site. Features then say what the
  // document alone tells.
  site::SitePtr site;
  syntax::DocumentPtr document;  // never nullptr
  std::string path;              // relative to the site's source; outside a site: the file's name
  site::PagePtr page;  // of this very text; nullptr without site or if Jekyll makes nothing of the file
  std::shared_ptr<const Preferences> settings;  // never nullptr
  std::stop_token stop;                         // loops over the whole site look at it
  // What an editor holds of a file of the site; nullopt for files that are not open. Empty without an editor.
  std::function<std::optional<std::string>(std::string_view path)> unsaved;

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
