// What a site's configuration says of its Markdown. Plain data: who reads it from `_config.yml`, and who
// parses by it, know nothing of each other.
#pragma once

#include <cstdint>
#include <string>

namespace syntax {

// The part of `kramdown:` in _config.yml that changes what we extract.
struct MarkdownOptions {
  enum class Input : std::uint8_t { gfm, kramdown };
  Input input = Input::gfm;
  bool auto_ids = true;
  std::string auto_id_prefix;
  bool auto_id_stripping = false;
  int header_offset = 0;
  bool parse_block_html = false;
  bool parse_span_html = true;
  bool gfm_paragraph_end = true;         // gfm_quirks holds paragraph_end (the default)
  bool gfm_no_auto_typographic = false;  // gfm_quirks holds no_auto_typographic
  std::string footnote_prefix;
};

}  // namespace syntax
