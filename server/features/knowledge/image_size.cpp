#include "server/features/knowledge/image_size.h"

#include <cstddef>

namespace features {
namespace {

std::uint32_t byte(std::string_view bytes, std::size_t at) {
  return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0;
}

std::uint32_t big(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = 0; i < size; ++i) value = value << 8U | byte(bytes, at + static_cast<std::size_t>(i));
  return value;
}

std::uint32_t little(std::string_view bytes, std::size_t at, int size) {
  std::uint32_t value = 0;
  for (int i = size; i-- > 0;) value = value << 8U | byte(bytes, at + static_cast<std::size_t>(i));
  return value;
}

// ITU-T T.81, B.1.1: segments `FF marker length …`; a start of frame (C0 to CF but C4, C8, CC) has the size.
std::optional<ImageSize> jpeg_size(std::string_view bytes) {
  for (std::size_t at = 2; at + 9 <= bytes.size();) {
    if (byte(bytes, at) != 0xFF) return std::nullopt;
    const std::uint32_t marker = byte(bytes, at + 1);
    if (marker == 0xFF) {  // padding
      ++at;
      continue;
    }
    if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC)
      return ImageSize{big(bytes, at + 7, 2), big(bytes, at + 5, 2)};
    at += 2 + big(bytes, at + 2, 2);
  }
  return std::nullopt;
}

// RFC 9649, sections 2.5 to 2.7.
std::optional<ImageSize> webp_size(std::string_view bytes) {
  const std::string_view format = bytes.substr(12, 4);
  if (format == "VP8X") return ImageSize{little(bytes, 24, 3) + 1, little(bytes, 27, 3) + 1};
  if (format == "VP8 ") return ImageSize{little(bytes, 26, 2) & 0x3FFFU, little(bytes, 28, 2) & 0x3FFFU};
  if (format != "VP8L") return std::nullopt;
  const std::uint32_t packed = little(bytes, 21, 4);
  return ImageSize{(packed & 0x3FFFU) + 1, (packed >> 14U & 0x3FFFU) + 1};
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes) {
  if (bytes.size() < 10) return std::nullopt;
  if (bytes.starts_with("GIF8")) return ImageSize{little(bytes, 6, 2), little(bytes, 8, 2)};
  if (bytes.starts_with("\xFF\xD8")) return jpeg_size(bytes);
  if (bytes.size() < 30) return std::nullopt;
  if (bytes.starts_with("\x89PNG\r\n\x1A\n")) return ImageSize{big(bytes, 16, 4), big(bytes, 20, 4)};
  if (bytes.starts_with("RIFF") && bytes.substr(8, 4) == "WEBP") return webp_size(bytes);
  return std::nullopt;
}

}  // namespace features
