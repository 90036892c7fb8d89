// A text being parsed together with the map from its offsets to those of the document: kramdown parses the
// inside of lists, quotes and table cells as texts of their own, with indentation removed and line ends
// unified. Slices are free; only what is not contiguous in its parent is copied. Everything lives in the
// arena of one parse.
#pragma once

#include <cstdint>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/text/range.h"

namespace syntax::kramdown {

using text::Offset;
using text::Range;

// Memory that is given back all at once; what lies in it is never destroyed.
class Arena {
 public:
  Arena();
  ~Arena();
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;

  [[nodiscard]] void* allocate(std::size_t size) {
    size = (size + 7U) & ~std::size_t{7U};
    if (size > left_) grow(size);
    char* result = next_;
    next_ += size;
    left_ -= size;
    return result;
  }

  template <class T, class... Arguments>
  [[nodiscard]] T* make(Arguments&&... arguments) {
    static_assert(alignof(T) <= 8);
    return new (allocate(sizeof(T))) T{std::forward<Arguments>(arguments)...};
  }

  [[nodiscard]] std::string_view copy(std::string_view text);

  // What has been allocated since a mark can be given back when nothing refers to it any more.
  struct Mark {
    char* next = nullptr;
    std::size_t chunk = 0;
  };
  [[nodiscard]] Mark mark() const { return {next_, chunks_.size()}; }
  void release(const Mark& mark) {
    if (mark.chunk != chunks_.size()) return;
    left_ += static_cast<std::size_t>(next_ - mark.next);
    next_ = mark.next;
  }

 private:
  void grow(std::size_t size);

  std::vector<std::unique_ptr<char[]>> chunks_;
  char* next_ = nullptr;
  std::size_t left_ = 0;
  std::size_t chunk_size_;
};

// From `local` on (up to the next piece), bytes correspond one to one to those of the document from `source`
// on, but never run past the next piece's `source`: bytes put in by kramdown (a tab's blanks) have no place
// of their own.
struct Piece {
  Offset local = 0;
  Offset source = 0;
};

struct OffsetMap {
  const Piece* pieces = nullptr;  // ascending; at least one, the first at local offset 0
  std::uint32_t count = 0;

  // Most texts are one piece of the document.
  [[nodiscard]] Offset to_source(Offset local) const {
    return count == 1 ? pieces->source + local : to_source_of_many(local);
  }

 private:
  [[nodiscard]] Offset to_source_of_many(Offset local) const;
};

struct Text {
  const char* data = nullptr;
  std::uint32_t size = 0;
  Offset shift = 0;  // where `data` begins in the map's local offsets
  const OffsetMap* map = nullptr;

  [[nodiscard]] std::string_view view() const { return {data, size}; }
  [[nodiscard]] Text slice(Offset begin, Offset end) const {
    return {data + begin, end - begin, shift + begin, map};
  }
  [[nodiscard]] Offset to_source(Offset local) const { return map->to_source(shift + local); }
  // The document's bytes for [begin, end): from the first byte's place to behind the last byte's.
  [[nodiscard]] Range to_source(Offset begin, Offset end) const;
  [[nodiscard]] Range range() const { return to_source(0, size); }
  [[nodiscard]] Text rstripped() const;
  [[nodiscard]] Text lstripped() const;
};

// Puts a text together from slices of other texts.
class TextBuilder {
 public:
  explicit TextBuilder(Arena& arena) : arena_(&arena) {}

  void append(const Text& text);
  // Bytes that are not in the document; they stand where `place` begins.
  void insert(std::string_view bytes, const Text& place);
  [[nodiscard]] bool empty() const { return single_.size == 0 && bytes_.empty(); }
  // The bytes so far; valid until the next change.
  [[nodiscard]] std::string_view view() const { return spilled_ ? std::string_view(bytes_) : single_.view(); }
  // Gives the text and starts afresh. An empty builder gives an empty text at `place`.
  [[nodiscard]] Text finish(const Text& place);

 private:
  void spill();
  void copy(const Text& text);
  void add_piece(Offset local, Offset source);

  Arena* arena_;
  Text single_;  // as long as everything is one slice of one text
  bool spilled_ = false;
  std::string bytes_;
  std::vector<Piece> pieces_;
};

// The whole document from `begin` on as kramdown's adapt_source leaves it: line ends are `\n`, and there is
// one at the very end.
[[nodiscard]] Text adapt_source(Arena& arena, std::string_view document, Offset begin);

}  // namespace syntax::kramdown
