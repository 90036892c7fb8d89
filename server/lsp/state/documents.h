// The open documents: the client's texts, which win over the disk. Knows how the client counts columns; knows
// nothing of sites, and parses nothing. Main strand only, except that texts and Overlays are immutable and
// may be kept by any thread.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/types/documents.h"
#include "server/lsp/state/client.h"
#include "server/lsp/state/lazy.h"
#include "server/syntax/document.h"

namespace lsp {

using TextPtr = std::shared_ptr<const std::string>;

struct OpenDocument {
  std::string uri;       // as the client spells it
  std::string path;      // absolute; "" for what is no file (untitled:)
  std::string language;  // the client's language id
  std::int32_t version = 0;
  TextPtr text;
  // The parsed text, made by the first who asks; replaced by the owner of the site when the text or the way
  // to parse it changes. nullptr until then.
  std::shared_ptr<const Lazy<syntax::DocumentPtr>> parsed;
};

// The texts of all open files at one moment, by absolute path.
struct Overlay {
  std::string uri;
  TextPtr text;
  std::int32_t version = 0;
};
using Overlays = std::map<std::string, Overlay, std::less<>>;

class Documents {
 public:
  // Opening twice replaces the text.
  const OpenDocument& open(const types::TextDocumentItem& item);
  // Applies the changes in order (LSP 3.17, "TextDocumentContentChangeEvent"). Positions past the end of a
  // line or the text are clamped, a range that is back to front is turned around. nullptr and a log line if
  // the document is not open.
  const OpenDocument* change(const types::DidChangeTextDocumentParams& params, text::Encoding encoding);
  // False and a log line if it was not open.
  bool close(std::string_view uri);

  [[nodiscard]] OpenDocument* find(std::string_view uri);
  [[nodiscard]] const OpenDocument* find_path(std::string_view path) const;
  [[nodiscard]] std::vector<OpenDocument*> all();
  [[nodiscard]] std::shared_ptr<const Overlays> overlays();

 private:
  std::map<std::string, OpenDocument, std::less<>> documents_;  // by canonical URI
  std::shared_ptr<const Overlays> overlays_;                    // nullptr after a change
};

// One change applied to a text; exposed for tests.
[[nodiscard]] std::string apply_change(std::string text, const types::TextDocumentContentChangeEvent& change,
                                       text::Encoding encoding);

}  // namespace lsp
