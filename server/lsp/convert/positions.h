// Where byte offsets and LSP positions meet, in the encoding that was negotiated: the rest of this folder
// turns features' results into protocol types with it. Pure functions of a View, as all here; they run on
// workers.
#pragma once

#include <string>
#include <string_view>

#include "protocol/types/base.h"
#include "server/features/context.h"
#include "server/features/results.h"
#include "server/lsp/state/snapshot.h"
#include "server/text/range.h"

namespace lsp {

[[nodiscard]] text::Offset to_offset(const View& view, const types::Position& position);
// Refers to the view.
[[nodiscard]] features::Cursor to_cursor(const View& view, const types::Position& position);

[[nodiscard]] types::Position to_position(const View& view, text::Offset offset);
[[nodiscard]] types::Range to_range(const View& view, text::Range range);
[[nodiscard]] text::Range to_range(const View& view, const types::Range& range);
// A place in any file of the site. Bytes of another file are turned into positions with the text that the
// snapshot has of it: the overlay, else the disk. A file that cannot be read gives its start.
[[nodiscard]] types::Location to_location(const View& view, const features::FileRange& place);
// As the client spells it where the file is open.
[[nodiscard]] std::string to_uri(const View& view, std::string_view path);

}  // namespace lsp
