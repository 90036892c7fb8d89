// What fills a completion list: one function per topic, one file per function. Each adds what fits the place
// or nothing.
#pragma once

#include <cstddef>
#include <string>

#include "server/features/completion.h"
#include "server/features/completion/body_place.h"
#include "server/features/completion/liquid_place.h"
#include "server/features/completion/slot.h"
#include "server/features/context.h"

namespace features::completing {

// More would only cost time: the list is marked incomplete and asked for again with the next letter.
constexpr std::size_t kMostItems = 200;

// In a front matter.
void keys(const Cursor& cursor, const Slot& slot, CompletionList& list);  // keys.cpp
void values(const Cursor& cursor, const Slot& slot,
            CompletionList& list);  // values.cpp: layouts, enumerations
void terms(const Cursor& cursor, const Slot& slot, CompletionList& list);       // terms.cpp
void permalinks(const Cursor& cursor, const Slot& slot, CompletionList& list);  // permalinks.cpp

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

// The name of the theme whose keys apply, also where its files were copied into the site; "" if none is
// known.
[[nodiscard]] std::string theme_of(const site::Site& site);

}  // namespace features::completing
