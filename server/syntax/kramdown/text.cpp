#include "server/syntax/kramdown/text.h"

#include <algorithm>

#include "server/syntax/kramdown/chars.h"

namespace syntax::kramdown {
namespace {

const OffsetMap* make_map(Arena& arena, const std::vector<Piece>& pieces) {
  auto* copied = static_cast<Piece*>(arena.allocate(pieces.size() * sizeof(Piece)));
  std::memcpy(copied, pieces.data(), pieces.size() * sizeof(Piece));
  return arena.make<OffsetMap>(copied, static_cast<std::uint32_t>(pieces.size()));
}

// The piece that holds `local`.
const Piece* piece_of(const OffsetMap& map, Offset local) {
  return std::upper_bound(map.pieces, map.pieces + map.count, local,
                          [](Offset offset, const Piece& piece) { return offset < piece.local; }) -
         1;
}

// The memory of the last parse on this thread serves the next one: it is still in the processor's cache, and
// the allocator has no large blocks to split and join again for every file. No parse can tell, since it
// writes before it reads; that is why the thread may own it, and not whoever asks for documents.
constexpr std::size_t first_size = std::size_t{1} << 16U;
thread_local std::unique_ptr<char[]> spare;

}  // namespace

Arena::Arena() : chunk_size_(first_size) {
  if (spare) {
    chunks_.push_back(std::move(spare));
    next_ = chunks_.back().get();
    left_ = first_size;
  } else {
    grow(first_size);
  }
}

Arena::~Arena() {
  spare = std::move(chunks_.front());
}

void Arena::grow(std::size_t size) {
  const std::size_t chunk = std::max(size, chunk_size_);
  chunks_.emplace_back(new char[chunk]);
  next_ = chunks_.back().get();
  left_ = chunk;
  chunk_size_ = std::min<std::size_t>(chunk_size_ * 2, std::size_t{1} << 20U);
}

std::string_view Arena::copy(std::string_view text) {
  if (text.empty()) return {};
  char* bytes = static_cast<char*>(allocate(text.size()));
  std::memcpy(bytes, text.data(), text.size());
  return {bytes, text.size()};
}

Offset OffsetMap::to_source_of_many(Offset local) const {
  const Piece* piece = piece_of(*this, local);
  const Offset source = piece->source + (local - piece->local);
  return piece + 1 < pieces + count ? std::min(source, (piece + 1)->source) : source;
}

Range Text::to_source(Offset begin, Offset end) const {
  const Offset first = to_source(begin);
  if (begin >= end) return {first, first};
  if (map->count == 1) return {first, first + (end - begin)};
  const Offset last = to_source(end - 1);
  // A byte that was put in takes no room.
  const Offset behind = to_source(end);
  if (behind == last) return {first, last};
  return {first, last + 1};
}

Text Text::rstripped() const {
  return slice(0, static_cast<Offset>(rstrip(view()).size()));
}

Text Text::lstripped() const {
  return slice(size - static_cast<Offset>(lstrip(view()).size()), size);
}

void TextBuilder::append(const Text& text) {
  if (text.size == 0) return;
  if (!spilled_) {
    if (single_.size == 0) {
      single_ = text;
      return;
    }
    if (single_.map == text.map && single_.data + single_.size == text.data &&
        single_.shift + single_.size == text.shift) {
      single_.size += text.size;
      return;
    }
    spill();
  }
  copy(text);
}

void TextBuilder::insert(std::string_view bytes, const Text& place) {
  if (bytes.empty()) return;
  if (!spilled_) spill();
  pieces_.push_back({static_cast<Offset>(bytes_.size()), place.to_source(0)});
  bytes_ += bytes;
  pieces_.push_back({static_cast<Offset>(bytes_.size()), place.to_source(0)});
}

Text TextBuilder::finish(const Text& place) {
  Text result = single_;
  if (spilled_) {
    const std::string_view copied = arena_->copy(bytes_);
    if (pieces_.empty()) pieces_.push_back({0, place.to_source(0)});
    result = {copied.data(), static_cast<std::uint32_t>(copied.size()), 0, make_map(*arena_, pieces_)};
    bytes_.clear();
    pieces_.clear();
    spilled_ = false;
  } else if (single_.size == 0) {
    result = place.slice(0, 0);
  }
  single_ = {};
  return result;
}

void TextBuilder::spill() {
  spilled_ = true;
  copy(single_);
}

void TextBuilder::copy(const Text& text) {
  if (text.size == 0) return;
  const auto base = static_cast<Offset>(bytes_.size());
  bytes_.append(text.data, text.size);
  const Offset end = text.shift + text.size;
  const Piece* const last = text.map->pieces + text.map->count;
  for (const Piece* piece = piece_of(*text.map, text.shift); piece != last && piece->local < end; ++piece) {
    if (piece->local <= text.shift) {
      add_piece(base, text.to_source(0));
    } else {
      pieces_.push_back({base + piece->local - text.shift, piece->source});
    }
  }
}

void TextBuilder::add_piece(Offset local, Offset source) {
  if (!pieces_.empty() && pieces_.back().source + (local - pieces_.back().local) == source) return;
  pieces_.push_back({local, source});
}

Text adapt_source(Arena& arena, std::string_view document, Offset begin) {
  const std::string_view text = document.substr(std::min<std::size_t>(begin, document.size()));
  std::vector<Piece> pieces{{0, begin}};
  const bool has_returns = text.find('\r') != std::string_view::npos;
  if (!has_returns && text.ends_with('\n')) {
    return {text.data(), static_cast<std::uint32_t>(text.size()), 0, make_map(arena, pieces)};
  }
  std::string unified;
  unified.reserve(text.size() + 1);
  std::size_t copied = 0;
  for (std::size_t i = text.find('\r'); i != std::string_view::npos; i = text.find('\r', i + 1)) {
    unified += text.substr(copied, i - copied);
    unified += '\n';
    const bool pair = i + 1 < text.size() && text[i + 1] == '\n';
    copied = i + (pair ? 2 : 1);
    if (pair) {
      pieces.push_back({static_cast<Offset>(unified.size()), begin + static_cast<Offset>(copied)});
      i = copied - 1;
    }
  }
  unified += text.substr(copied);
  if (!unified.ends_with('\n')) {
    // The added line end has no room in the document.
    const auto end = static_cast<Offset>(unified.size());
    pieces.push_back({end, begin + static_cast<Offset>(text.size())});
    unified += '\n';
    pieces.push_back({end + 1, begin + static_cast<Offset>(text.size())});
  }
  const std::string_view kept = arena.copy(unified);
  return {kept.data(), static_cast<std::uint32_t>(kept.size()), 0, make_map(arena, pieces)};
}

}  // namespace syntax::kramdown
