// A whole site in one raw string, drawn the way its author sees it:
//
//   -- _posts/2024-05-01-hello.md --      starts a file; `-- path (crlf) --` and `(bom)` change its bytes
//   ---
//   title: Hello
//   ^^^^^^^^^^^^ def                       a range of the line above, with its label word
//   ---
//   See [there](/a<|>bout/).              `<|>` is the cursor
//          ^^^^^ ref     ^ warning: text  several to a line; behind `label:` stands a note up to the next
//          caret
//   <fold>a range                         a range over several lines, or an empty one
//   over two lines</fold>
//
// Carets count code points of the line as drawn, markers included. Tags are markers for the words def, ref,
// edit, fold, range, symbol and hit alone, so that HTML stays HTML. A drawing that breaks these rules throws
// std::logic_error.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "server/site/site.h"
#include "server/syntax/document.h"
#include "server/text/range.h"
#include "tests/support/memory_file_system.h"

namespace support {

struct Place {
  std::string path;
  text::Offset offset = 0;
  friend auto operator<=>(const Place&, const Place&) = default;
};

struct LabelledRange {
  std::string path;
  text::Range range;
  std::string label;
  std::string note;  // what stands behind `label: `; "" if nothing does
  friend bool operator==(const LabelledRange&, const LabelledRange&) = default;
};

struct Drawing {
  std::map<std::string, std::string> files;  // texts without markers
  std::vector<std::string> order;            // the paths as drawn
  std::vector<Place> cursors;
  std::vector<LabelledRange> ranges;  // by file as drawn, then by begin and end
};

[[nodiscard]] Drawing read_drawing(std::string_view drawing);

// The opposite: the files of `paths` with `ranges` drawn into them. Equal lists of ranges give equal
// drawings, so a test compares two drawings and its failure shows both. Single-line ranges become carets,
// others tags.
[[nodiscard]] std::string draw(const std::map<std::string, std::string>& files,
                               const std::vector<std::string>& paths, std::vector<LabelledRange> ranges);

// 2026-11-23T00:00:00Z in UTC: the time of every fixture.
[[nodiscard]] dates::LocalTime fixture_time();

struct Fixture {
  Drawing drawing;
  std::shared_ptr<MemoryFileSystem> disk;
  site::SitePtr site;

  // The one cursor of the drawing; throws std::logic_error if there is none or more than one.
  [[nodiscard]] const Place& cursor() const;
  // The text without markers; throws if the drawing has no such file.
  [[nodiscard]] const std::string& text(const std::string& path) const;
  // The document of a drawn file, parsed as the site says.
  [[nodiscard]] syntax::DocumentPtr document(const std::string& path) const;
  // The page of a drawn file; throws if Jekyll makes none of it.
  [[nodiscard]] site::PagePtr page(const std::string& path) const;
  // The ranges with this label.
  [[nodiscard]] std::vector<LabelledRange> labelled(std::string_view label) const;
  // All files with these ranges drawn instead of the drawing's own.
  [[nodiscard]] std::string redraw(std::vector<LabelledRange> ranges) const;
};

// Reads the drawing and loads the site. Without a drawn `_config.yml` an empty one is added.
[[nodiscard]] Fixture load_fixture(std::string_view drawing);

}  // namespace support
