// The few shapes that features give back. Ranges are byte ranges in the context's document unless a path is
// beside them; lsp/convert turns them into positions.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "server/features/diagnostics/rule.h"
#include "server/text/edit.h"
#include "server/text/range.h"

namespace features {

struct FileRange {
  std::string path;  // relative to the site's source
  text::Range range;
  // Where the range's file is not at hand to turn bytes into positions: zero-based line, the range then is
  // empty.
  std::optional<std::uint32_t> line;
};

struct Related {
  FileRange place;
  std::string message;
};

// The facts of a link problem, for scripts (docs/rules.md, "JSON").
struct LinkFacts {
  std::string href;    // as written in the source
  std::string url;     // the attribute as it will stand in the built HTML
  std::string target;  // the resolved path
  std::string where = "body";
  std::string attribute;  // "a[href]", "img[src]", …
};

// Text edits of one file; their ranges all refer to its present text and do not overlap.
struct FileEdits {
  std::string path;  // relative to the site's source
  std::vector<text::Edit> edits;
};

struct FileRename {
  std::string from;
  std::string to;
};

struct FileCreation {
  std::string path;
  std::string text;
};

// Everything that one action changes in the site's files. Edits come first, then renames.
struct SiteEdit {
  std::vector<FileEdits> files;
  std::vector<FileCreation> creations;
  std::vector<FileRename> renames;
};

// A way to mend a problem.
struct Fix {
  std::string title;  // what it does, as an order: "Put the value in quotes"
  SiteEdit edit;
  bool safe = false;       // changes nothing but what the problem says; "fix all" may apply it unasked
  bool preferred = false;  // the one that most writers want; at most one of a problem's fixes
};

// Before it is an LSP diagnostic.
struct Problem {
  RuleCode code;
  Severity severity = Severity::warning;
  text::Range range;
  std::string message;
  std::vector<Related> related;
  std::optional<LinkFacts> link;
  std::vector<Fix> fixes;
  bool unnecessary = false;
  bool deprecated = false;
};

struct Completion {
  enum class Kind : std::uint8_t {
    key,
    value,
    tag,
    category,
    layout,
    page,
    post,
    file,
    folder,
    anchor,
    label,
    liquid_tag,
    filter,
    variable,
    snippet
  };
  std::string label;
  Kind kind = Kind::value;
  std::string detail;         // beside the label: "12 posts"
  std::string documentation;  // Markdown; may be empty
  text::Edit edit;            // replaces what is typed
  std::string filter_text;    // what the client matches the typed text against; "" : the label
  std::string sort_text;
  bool snippet = false;  // `edit.replacement` holds LSP snippet syntax
  bool deprecated = false;
  // Instead of `edit.replacement`, for clients that insert further lines as they are; "" if it is the same.
  std::string lines_as_they_are;
};

struct CompletionList {
  std::vector<Completion> items;
  bool incomplete = false;  // there are more than were sent: ask again with more letters
};

// Names and structure for the outline.
struct Symbol {
  enum class Kind : std::uint8_t { front_matter, key, heading };
  std::string name;
  std::string detail;
  Kind kind = Kind::heading;
  text::Range range;      // the whole section
  text::Range selection;  // the name's place; inside range
  std::vector<Symbol> children;
};

struct HoverText {
  std::string markdown;
  text::Range range;
  std::string image;  // a file to show above the text; relative to the site's source, "" for none
};

}  // namespace features
