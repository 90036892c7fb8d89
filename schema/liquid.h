// The tags, filters and objects of Liquid that are known by name: of Liquid itself, of Jekyll and of plugins,
// from liquid.json. Knows no site: which gems a site has decides its caller.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace schema {

struct LiquidTagInfo {
  enum class Kind : std::uint8_t { inline_, block, branch };
  std::string name;
  std::string by;  // "liquid", "jekyll", or the gem that brings it
  Kind kind = Kind::inline_;
  std::vector<std::string> inside;  // branches: the blocks in which they stand
  std::string markup;               // an example of what follows the name; "" for nothing
  std::string documentation;
  std::string source;  // a page on the web
};

struct LiquidFilterInfo {
  struct Argument {
    std::string name;
    bool required = true;
  };
  std::string name;
  std::string by;
  std::vector<Argument> arguments;
  std::string documentation;
  std::string source;
};

struct LiquidObjectInfo {
  struct Member {
    std::string name;
    std::string type;
    std::string documentation;
  };
  std::string name;
  std::string by;
  std::string documentation;
  std::string source;
  std::vector<Member> members;
};

struct LiquidNames {
  std::vector<LiquidTagInfo> tags;
  std::vector<LiquidFilterInfo> filters;
  std::vector<LiquidObjectInfo> objects;

  // nullptr for unknown names; of two gems with one name the first.
  [[nodiscard]] const LiquidTagInfo* tag(std::string_view name) const;
  [[nodiscard]] const LiquidFilterInfo* filter(std::string_view name) const;
  [[nodiscard]] const LiquidObjectInfo* object(std::string_view name) const;
};

// Read once, safe from any thread.
[[nodiscard]] const LiquidNames& liquid_names();

}  // namespace schema
