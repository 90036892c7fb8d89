#include "tests/support/fixture.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>
#include <utility>

namespace support {
namespace {

constexpr std::array<std::string_view, 7> tag_words = {"def",   "ref",    "edit", "fold",
                                                       "range", "symbol", "hit"};
constexpr std::string_view cursor_marker = "<|>";

[[noreturn]] void refuse(const std::string& why) {
  throw std::logic_error("drawing: " + why);
}

// One marker of a drawn line, by place in that line.
struct Marker {
  enum class Kind { cursor, open, close };
  Kind kind;
  std::string word;
  std::size_t size;  // bytes of the marker
};

std::optional<Marker> marker_at(std::string_view line, std::size_t at) {
  const std::string_view rest = line.substr(at);
  if (rest.starts_with(cursor_marker)) return Marker{Marker::Kind::cursor, {}, cursor_marker.size()};
  if (!rest.starts_with('<')) return std::nullopt;
  for (const std::string_view word : tag_words) {
    const std::string open = '<' + std::string(word) + '>';
    if (rest.starts_with(open)) return Marker{Marker::Kind::open, std::string(word), open.size()};
    const std::string close = "</" + std::string(word) + '>';
    if (rest.starts_with(close)) return Marker{Marker::Kind::close, std::string(word), close.size()};
  }
  return std::nullopt;
}

// Where each drawn code point of the last line stands in the text; one entry more for the line's end.
using Columns = std::vector<text::Offset>;

text::Offset offset_of(std::string_view text) {
  return static_cast<text::Offset>(text.size());
}

class Reader {
 public:
  Drawing read(std::string_view drawing) {
    if (drawing.starts_with('\n')) drawing.remove_prefix(1);
    while (!drawing.empty()) {
      const std::size_t end = drawing.find('\n');
      const bool has_line_end = end != std::string_view::npos;
      line(drawing.substr(0, end), has_line_end);
      drawing.remove_prefix(has_line_end ? end + 1 : drawing.size());
    }
    finish_file();
    return std::move(drawing_);
  }

 private:
  void line(std::string_view line, bool has_line_end) {
    if (line.starts_with("-- ") && line.ends_with(" --") && line.size() > 6) {
      finish_file();
      start_file(line.substr(3, line.size() - 6));
    } else if (path_.empty()) {
      if (!line.empty()) refuse("text before the first `-- path --` line");
    } else if (!carets(line)) {
      plain(line, has_line_end);
    }
  }

  void start_file(std::string_view header) {
    crlf_ = false;
    bool bom = false;
    for (bool again = true; again;) {
      again = false;
      for (const auto& [suffix, flag] : {std::pair(std::string_view(" (crlf)"), &crlf_), {" (bom)", &bom}}) {
        if (!header.ends_with(suffix)) continue;
        header.remove_suffix(suffix.size());
        *flag = again = true;
      }
    }
    path_ = header;
    if (drawing_.files.contains(path_)) refuse("file drawn twice: " + path_);
    text_ = bom ? "\xEF\xBB\xBF" : "";
    columns_.clear();
  }

  void finish_file() {
    if (path_.empty()) return;
    if (!open_.empty()) refuse("tag not closed: " + open_.back().label + " in " + path_);
    std::stable_sort(ranges_.begin(), ranges_.end(), [](const LabelledRange& a, const LabelledRange& b) {
      return std::pair(a.range.begin, a.range.end) < std::pair(b.range.begin, b.range.end);
    });
    std::move(ranges_.begin(), ranges_.end(), std::back_inserter(drawing_.ranges));
    ranges_.clear();
    drawing_.order.push_back(path_);
    drawing_.files[path_] = std::move(text_);
    text_.clear();
    path_.clear();
  }

  void plain(std::string_view line, bool has_line_end) {
    columns_.clear();
    for (std::size_t i = 0; i < line.size();) {
      if (const auto marker = marker_at(line, i)) {
        take(*marker);
        columns_.insert(columns_.end(), marker->size, offset_of(text_));
        i += marker->size;
        continue;
      }
      if ((static_cast<unsigned char>(line[i]) & 0xC0) != 0x80) columns_.push_back(offset_of(text_));
      text_ += line[i++];
    }
    columns_.push_back(offset_of(text_));
    if (has_line_end) text_ += crlf_ ? "\r\n" : "\n";
  }

  void take(const Marker& marker) {
    if (marker.kind == Marker::Kind::cursor) {
      drawing_.cursors.push_back({path_, offset_of(text_)});
    } else if (marker.kind == Marker::Kind::open) {
      open_.push_back({path_, {offset_of(text_), offset_of(text_)}, marker.word, {}});
    } else {
      if (open_.empty() || open_.back().label != marker.word)
        refuse("no open tag for </" + marker.word + ">");
      open_.back().range.end = offset_of(text_);
      ranges_.push_back(std::move(open_.back()));
      open_.pop_back();
    }
  }

  // A line of carets with label words; false if `line` is not one.
  bool carets(std::string_view line) {
    std::vector<LabelledRange> found;
    std::size_t i = 0;
    while (true) {
      while (i < line.size() && line[i] == ' ') ++i;
      if (i == line.size()) break;
      const std::size_t begin = i;
      while (i < line.size() && line[i] == '^') ++i;
      if (i == begin) return false;
      const std::size_t end = i;
      if (i == line.size() || line[i] != ' ') return false;
      const std::size_t word = ++i;
      while (i < line.size() && (std::islower(static_cast<unsigned char>(line[i])) != 0 || line[i] == '-'))
        ++i;
      if (i == word) return false;
      LabelledRange range{path_, {}, std::string(line.substr(word, i - word)), {}};
      if (line.substr(i).starts_with(": ")) {
        i += 2;
        const std::size_t note = i;
        i = std::min(line.find(" ^", i), line.size());
        range.note = line.substr(note, i - note);
        while (range.note.ends_with(' ')) range.note.pop_back();
      } else if (i < line.size() && line[i] != ' ') {
        return false;
      }
      if (end >= columns_.size()) refuse("carets past the end of the line: " + std::string(line));
      range.range = {columns_[begin], columns_[end]};
      found.push_back(std::move(range));
    }
    std::move(found.begin(), found.end(), std::back_inserter(ranges_));
    return !found.empty();
  }

  Drawing drawing_;
  std::string path_;
  std::string text_;
  bool crlf_ = false;
  Columns columns_;
  std::vector<LabelledRange> open_;
  std::vector<LabelledRange> ranges_;
};

std::size_t code_points(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

bool by_place(const LabelledRange& a, const LabelledRange& b) {
  return std::tuple(a.range.begin, a.range.end, a.label, a.note) <
         std::tuple(b.range.begin, b.range.end, b.label, b.note);
}

// One file with its ranges, each caret line right below the line it points at.
std::string draw_file(const std::string& text, std::vector<LabelledRange> ranges) {
  std::sort(ranges.begin(), ranges.end(), by_place);
  std::string result;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::string drawn;
    std::string below;
    for (std::size_t i = begin; i <= end; ++i) {
      for (const LabelledRange& range : ranges) {
        const bool across =
            text.substr(range.range.begin, range.range.size()).find('\n') != std::string::npos;
        if (!across && !range.range.empty()) continue;
        if (range.range.end == i && !range.range.empty()) drawn += "</" + range.label + '>';
        if (range.range.begin == i)
          drawn += '<' + range.label + (range.note.empty() ? ">" : ": " + range.note + '>');
        if (range.range.end == i && range.range.empty()) drawn += "</" + range.label + '>';
      }
      for (const LabelledRange& range : ranges) {
        if (range.range.begin != i || range.range.empty() || range.range.end > end) continue;
        const std::size_t width = code_points(text.substr(i, range.range.size()));
        below += std::string(code_points(drawn), ' ') + std::string(width, '^') + ' ' + range.label +
                 (range.note.empty() ? "" : ": " + range.note) + '\n';
      }
      if (i < end && text[i] != '\r') drawn += text[i];
    }
    result += drawn + '\n' + below;
    begin = end + 1;
  }
  return result;
}

}  // namespace

Drawing read_drawing(std::string_view drawing) {
  return Reader().read(drawing);
}

std::string draw(const std::map<std::string, std::string>& files, const std::vector<std::string>& paths,
                 std::vector<LabelledRange> ranges) {
  std::string result;
  for (const std::string& path : paths) {
    std::vector<LabelledRange> own;
    for (const LabelledRange& range : ranges) {
      if (range.path == path) own.push_back(range);
    }
    result += "-- " + path + " --\n" + draw_file(files.at(path), std::move(own));
  }
  for (const LabelledRange& range : ranges) {
    if (std::find(paths.begin(), paths.end(), range.path) == paths.end()) {
      result += "(outside the drawing: " + range.label + " in " + range.path + ")\n";
    }
  }
  return result;
}

dates::LocalTime fixture_time() {
  return {1795392000, 0};
}

const Place& Fixture::cursor() const {
  if (drawing.cursors.size() != 1) refuse("there is not exactly one cursor");
  return drawing.cursors.front();
}

const std::string& Fixture::text(const std::string& path) const {
  const auto it = drawing.files.find(path);
  if (it == drawing.files.end()) refuse("no such file: " + path);
  return it->second;
}

syntax::DocumentPtr Fixture::document(const std::string& path) const {
  return std::make_shared<const syntax::Document>(text(path), site->parse_options(path));
}

site::PagePtr Fixture::page(const std::string& path) const {
  site::PagePtr page = site->page(path);
  if (!page) refuse("Jekyll makes no page of " + path);
  return page;
}

std::vector<LabelledRange> Fixture::labelled(std::string_view label) const {
  std::vector<LabelledRange> result;
  for (const LabelledRange& range : drawing.ranges) {
    if (range.label == label) result.push_back(range);
  }
  return result;
}

std::string Fixture::redraw(std::vector<LabelledRange> ranges) const {
  return draw(drawing.files, drawing.order, std::move(ranges));
}

Fixture load_fixture(std::string_view drawing) {
  Fixture fixture;
  fixture.drawing = read_drawing(drawing);
  fixture.disk = std::make_shared<MemoryFileSystem>(fixture.drawing.files);
  if (!fixture.disk->exists("_config.yml")) fixture.disk->write("_config.yml", "");
  site::LoadOptions options;
  options.now = fixture_time();
  options.machine_zone = "UTC";
  options.threads = 1;
  fixture.site = site::load_site(fixture.disk, options);
  return fixture;
}

}  // namespace support
