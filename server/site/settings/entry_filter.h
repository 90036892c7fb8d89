// Which entries of a folder Jekyll looks at: `include`, `exclude` and the leading characters.
// Rules: jekyll/lib/jekyll/entry_filter.rb. Knows names and paths, never the disk.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace site {

// Ruby's File.fnmatch without flags: `*` crosses slashes, no braces; `?`, `[a-z]`, `[!x]` and backslashes as
// usual. A leading period is not special, since Jekyll matches whole paths.
[[nodiscard]] bool fnmatch(std::string_view pattern, std::string_view text);

class EntryFilter {
 public:
  EntryFilter() = default;
  EntryFilter(const std::vector<std::string>& include, const std::vector<std::string>& exclude);

  // Is `entry` kept, which Jekyll found in the folder `base`? Both as Jekyll has them: `base` relative to the
  // source ("" is the source itself), `entry` relative to `base` (a name, or a path with slashes where Jekyll
  // globs).
  [[nodiscard]] bool keeps(std::string_view base, std::string_view entry, bool directory) const;

  // Does an `include` pattern match the entry or its last part?
  [[nodiscard]] bool included(std::string_view entry, bool directory) const;

 private:
  struct Pattern {
    std::string text;  // with a leading slash: the source's own path is left out on both sides
    bool glob = false;
  };
  [[nodiscard]] static bool matches(const std::vector<Pattern>& patterns, std::string_view path,
                                    bool directory);
  [[nodiscard]] static Pattern pattern(std::string_view text);

  std::vector<Pattern> include_;
  std::vector<Pattern> exclude_;
};

}  // namespace site
