// What kind of file the checks look at, and what Jekyll does with it when its front matter fails. For
// messages.
#pragma once

#include <string>

#include "server/features/context.h"

namespace features::diagnostics {

// Does Jekyll read a front matter here? True without a site as well: then nobody knows better. False for
// files that Jekyll copies or ignores.
[[nodiscard]] bool reads_front_matter(const Context& context);

// Below the folder of layouts, which may have a front matter of their own.
[[nodiscard]] bool is_layout(const Context& context);

// A post, a draft or a document of a collection: the files whose dates, tags and categories Jekyll reads.
[[nodiscard]] bool is_document(const Context& context);

// Has Jekyll a front matter here, read without complaint, with at least one key?
[[nodiscard]] bool has_front_matter(const Context& context);

// The configuration file of the site.
[[nodiscard]] bool is_configuration(const Context& context);

// Does kramdown turn this file into a page? The rules about its Markdown ask first.
[[nodiscard]] bool is_kramdown(const Context& context);

// "post", "draft", "document", "page".
[[nodiscard]] std::string_view noun(const Context& context);

// A sentence: what becomes of the file when its YAML cannot be read.
[[nodiscard]] std::string when_unreadable(const Context& context);

// Code that we cannot run may make pages and ids that no source shows: Ruby of the site's own, or a plugin we
// do not know. Says which, as half a sentence ("the plugin `x`"); "" if there is none.
[[nodiscard]] std::string unknown_code(const site::Config& config);

}  // namespace features::diagnostics
