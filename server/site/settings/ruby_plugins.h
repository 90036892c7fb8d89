// What the Ruby files of `_plugins` register, as far as their text shows it. A scan for the calls that
// plugins make, no Ruby parser. Pure text; knows no site.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace site {

struct RubyPlugin {
  std::vector<std::string> tags;    // Liquid::Template.register_tag("name", …); sorted
  std::vector<std::string> blocks;  // those of the tags whose class inherits from a block of Liquid or Jekyll
  std::vector<std::string> filters;  // public methods of the modules that register_filter names; sorted
  bool generators = false;
  bool hooks = false;
  bool converters = false;
  bool computed_names = false;  // a tag or filter is registered under a name that the text does not show
};

// Linear in the text's size. Comments (`#`, `=begin`) and the text behind `__END__` do not count.
[[nodiscard]] RubyPlugin scan_ruby_plugin(std::string_view text);

}  // namespace site
