// What Jekyll makes of a source file that is no static file.
#pragma once

#include <cstdint>

namespace site {

enum class PageKind : std::uint8_t { post, draft, page, document };

}  // namespace site
