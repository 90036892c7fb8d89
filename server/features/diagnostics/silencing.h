// Comments that silence problems: `<!-- jekyll-ls-disable-next-line broken-link -->`, `#
// jekyll-ls-disable-line tag-case` in a front matter or YAML file. Without codes all are silenced.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include "server/features/results.h"
#include "server/syntax/document.h"

namespace features::diagnostics {

class Silencing {
 public:
  explicit Silencing(const syntax::Document& document);

  // A problem belongs to the line in which it begins; one of the whole file only to the file.
  [[nodiscard]] bool silences(const Problem& problem) const;

 private:
  struct Codes {
    bool all = false;
    std::set<std::string, std::less<>> some;
    [[nodiscard]] bool has(std::string_view code) const { return all || some.contains(code); }
    void add(std::string_view words);
  };

  void read_comment(std::string_view words, std::uint32_t line);

  const syntax::Document& document_;
  Codes file_;
  std::map<std::uint32_t, Codes> lines_;
};

}  // namespace features::diagnostics
