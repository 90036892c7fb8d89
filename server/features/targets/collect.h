// The parts of mentions(): one function per syntax, one file per function. With `at`, only what may touch
// that place is worked out.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/features/context.h"
#include "server/features/targets/thing.h"
#include "server/site/resolution.h"

namespace features::targets {

class Collector {
 public:
  Collector(const Context& the_context, std::optional<text::Offset> at) : context(the_context), at_(at) {}

  // Is it worth looking at what stands in `area`?
  [[nodiscard]] bool wants(text::Range area) const { return !at_ || area.touches(*at_); }
  void add(Thing thing, text::Range range, text::Range area, bool declaration = false) {
    if (wants(area)) found.push_back({std::move(thing), range, area, declaration});
  }
  void add(Thing thing, text::Range range) { add(std::move(thing), range, range); }

  const Context& context;
  std::vector<Mention> found;

 private:
  std::optional<text::Offset> at_;
};

void body(Collector& out);          // body.cpp: links, labels, headings, ids, footnotes
void liquid(Collector& out);        // liquid.cpp: post_url, link, include, site.data
void front_matter(Collector& out);  // front_matter.cpp: layout, tags, author, files

// What a link was found to lead to; nullopt for what is missing or not of this site.
[[nodiscard]] std::optional<Thing> thing_of(const site::Resolution& resolution);

// The data file that the first of `keys` name, and the keys left below it; nullopt if there is none.
[[nodiscard]] std::optional<Thing> data_thing(const site::Site& site, const std::vector<std::string>& keys);

// A key of a data file, or an item of one of its lists.
struct Member {
  text::Range key;
  text::Range value;
};

// As far down as the file has the keys of `name` ("nav.0.title"); nullopt if it has not even the first.
[[nodiscard]] std::optional<Member> find_member(const syntax::yaml::Tree& tree, std::string_view name);

}  // namespace features::targets
