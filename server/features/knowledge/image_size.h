// Width and height of an image, from the first bytes of its file. Knows PNG, JPEG, GIF and WebP.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace features {

struct ImageSize {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
};

// How much of a file is enough nearly always; a JPEG's size may stand behind a large preview.
constexpr std::size_t image_header_size = std::size_t{64} << 10U;

// nullopt: another format, or not in these bytes.
[[nodiscard]] std::optional<ImageSize> image_size(std::string_view bytes);

}  // namespace features
