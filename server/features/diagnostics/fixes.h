// Edits of the least extent, for the fixes that checks offer: comments, quotes, order, indentation and line
// ends of everything else stay as they are.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "server/features/context.h"
#include "server/features/results.h"
#include "server/syntax/value.h"
#include "server/syntax/yaml/tree.h"

namespace features::diagnostics {

// Adds a fix of text edits in the context's own document. The first one of a problem is the preferred one.
// The reference holds until the next call.
Fix& offer(Problem& problem, const Context& context, std::string title, std::vector<text::Edit> edits);

// Adds a fix that renames the context's file; nothing if `path` is taken.
void offer_rename(Problem& problem, const Context& context, const std::string& path);

// Is there a file of this name, as far as the site knows?
[[nodiscard]] bool file_exists(const Context& context, std::string_view path);

// "\r\n" where the document's first line ends so, else "\n".
[[nodiscard]] std::string_view line_end(const Context& context);

// `text` in quotes, whatever it is.
[[nodiscard]] std::string in_quotes(std::string_view text);

// `text` in place of a scalar written as `source`, in the quotes that stand there. `flow`: inside brackets.
[[nodiscard]] std::string in_style_of(std::string_view source, std::string_view text, bool flow = false);

// The top-level entry with this key that Jekyll goes by; nullptr if there is none.
[[nodiscard]] const syntax::yaml::Entry* top_entry(const Context& context, std::string_view key);

// Deletes a whole entry with its line ends; empty where that cannot be done line by line (flow mappings, an
// entry behind the dash of a list).
[[nodiscard]] std::vector<text::Edit> delete_entry(const Context& context, const syntax::yaml::Entry& entry);

// Deletes one item of a list; the last one takes the list's entry along.
[[nodiscard]] std::vector<text::Edit> delete_item(const Context& context, const syntax::yaml::Entry& entry,
                                                  std::size_t item);

// Adds values at the end of a list, flow or block, that holds at least one item. `values` are ready YAML.
[[nodiscard]] std::vector<text::Edit> append_items(const Context& context, const syntax::yaml::Node& list,
                                                   const std::vector<std::string>& values);

// Adds `key: value` as the last line of the front matter.
[[nodiscard]] text::Edit add_entry(const Context& context, std::string_view key, const syntax::Value& value);

// Does the front matter read without complaint once these edits are made?
[[nodiscard]] bool reads_after(const Context& context, const std::vector<text::Edit>& edits);

}  // namespace features::diagnostics
