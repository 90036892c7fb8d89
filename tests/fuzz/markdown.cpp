// Any bytes: no crash, no read past the end, ranges keep their laws. The first byte chooses the options.
#include "server/syntax/markdown.h"

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <string>

#include "tests/syntax/kramdown/range_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const unsigned choice = data[0];
  const std::size_t text_size = size - 1;
  // An exactly sized buffer, so that the sanitizer sees one byte too many.
  const std::unique_ptr<char[]> buffer(new char[text_size]);
  if (text_size > 0) std::memcpy(buffer.get(), data + 1, text_size);
  const std::string_view text(buffer.get(), text_size);
  syntax::MarkdownOptions options;
  if ((choice & 1U) != 0) options.input = syntax::MarkdownOptions::Input::kramdown;
  options.parse_block_html = (choice & 2U) != 0;
  options.gfm_paragraph_end = (choice & 4U) == 0;
  options.auto_id_stripping = (choice & 8U) != 0;
  std::vector<text::Range> masks;
  if ((choice & 16U) != 0) {
    for (text::Offset i = 3; i + 4 < text_size; i += 16) masks.push_back({i, i + 4});
  }
  const syntax::Markdown markdown = syntax::parse_markdown(text, 0, options, masks);
  const std::string broken = kramdown_tests::broken_law(text, markdown);
  if (!broken.empty()) {
    std::fprintf(stderr, "broken law: %s\n", broken.c_str());
    std::abort();
  }
  return 0;
}
