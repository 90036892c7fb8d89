// A pattern, a line end, a text, of any bytes: no crash, no read past the end, and the same verdict where the
// pattern stands in brackets or is looked for ahead, which reads it backwards.
#include "schema/pattern.h"

#include <algorithm>
#include <string>

#include "tests/fuzz/law.h"

namespace {

using schema::Pattern;

void require_same_verdict(const Pattern& pattern, std::string_view source, std::string_view text) {
  // Of what takes too long all patterns say the same.
  constexpr std::size_t most = 100;
  if (source.size() > most || text.size() > most) return;
  const std::string bracketed = "(?:" + std::string(source) + ")";
  const auto found = Pattern::compile(bracketed);
  const auto missing = Pattern::compile("^(?![^]*" + bracketed + ")");
  if (!found || !missing) return;  // these are longer
  fuzz::require(found->matches(text) == pattern.matches(text), "brackets change nothing");
  fuzz::require(missing->matches(text) != pattern.matches(text),
                "what is found is found ahead of the beginning");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = fuzz::as_text(data, size);
  const std::size_t end = std::min(input.find('\n'), input.size());
  const std::string_view source = input.substr(0, end);
  const std::string_view text = input.substr(std::min(end + 1, size));
  const auto pattern = Pattern::compile(source);
  if (pattern) {
    static_cast<void>(pattern->matches(text));
    require_same_verdict(*pattern, source, text);
  }
  return 0;
}
