// What fills a completion list: one function per topic, one file per function. Each adds what fits the place
// or nothing.
#pragma once

#include <cstddef>
#include <optional>
#include <string>

#include "schema/key.h"
#include "server/features/completion/body_place.h"
#include "server/features/completion/liquid_place.h"
#include "server/features/completion/slot.h"
#include "server/features/context.h"
#include "server/features/knowledge/key_usage.h"
#include "server/features/knowledge/known_keys.h"
#include "server/features/results.h"

namespace features::completion {

// More would only cost time: the list is marked incomplete and asked for again with the next letter.
constexpr std::size_t most_items = 200;

// So many pages are compared within a key's time.
constexpr std::size_t most_compared = 2000;

// Where a value is being written, with what is known about its key.
struct ValuePlace {
  Slot slot;
  YamlFile file = YamlFile::front_matter;
  std::optional<schema::Key> key;  // of the schemas
  KeyUsage usage;                  // of the site's own front matters

  [[nodiscard]] std::string kind() const;  // `x-kind` of the key, or ""
  [[nodiscard]] bool wants_list() const;   // the key takes lists and no texts
};

// In a front matter, `_config.yml` and `.jekyll-ls.yml`.
void keys(const Cursor& cursor, const Slot& slot, CompletionList& list);               // keys.cpp
void values(const Cursor& cursor, const ValuePlace& place, CompletionList& list);      // values.cpp
void dates(const Cursor& cursor, const ValuePlace& place, CompletionList& list);       // dates.cpp
void paths(const Cursor& cursor, const ValuePlace& place, CompletionList& list);       // paths.cpp
void terms(const Cursor& cursor, const ValuePlace& place, CompletionList& list);       // terms.cpp
void permalinks(const Cursor& cursor, const ValuePlace& place, CompletionList& list);  // permalinks.cpp

// In the body.
void link_targets(const Cursor& cursor, CompletionList& list);  // links.cpp
bool anchors(const Cursor& cursor, const AddressPlace& place,
             CompletionList& list);  // anchors.cpp; false: there is no `#`
void anchors_behind_liquid(const Cursor& cursor, CompletionList& list);  // anchors.cpp
void files(const Cursor& cursor, const AddressPlace& place, const std::string& baseurl,
           CompletionList& list);  // files.cpp: below a folder that is typed; for images all media
void labels(const Cursor& cursor, CompletionList& list);  // labels.cpp: behind `][`
void fences(const Cursor& cursor, CompletionList& list);  // fences.cpp: languages behind ```

// Inside of Liquid.
void liquid_tags(const Cursor& cursor, const LiquidPlace& place, CompletionList& list);
void liquid_filters(const Cursor& cursor, const LiquidPlace& place, CompletionList& list);
void liquid_variables(const Cursor& cursor, const LiquidPlace& place, CompletionList& list);
void liquid_files(const Cursor& cursor, const LiquidPlace& place,
                  CompletionList& list);  // include, include_relative, link, parameters
void post_urls(const Cursor& cursor, const LiquidPlace& place, CompletionList& list);
void liquid_addresses(const Cursor& cursor, const LiquidPlace& place, CompletionList& list);  // links.cpp

// Sorts as its number does: "000007"; and behind all with a smaller `tier`, such as better matches.
[[nodiscard]] std::string sort_key(std::size_t rank);
[[nodiscard]] std::string sort_key(std::size_t tier, std::size_t rank);

// What is typed of the slot, up to the cursor.
[[nodiscard]] std::string_view typed_in(const Cursor& cursor, text::Range range);

}  // namespace features::completion
