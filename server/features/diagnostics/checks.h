// The checks that diagnostics.cpp calls: one function per topic, one file per function. A check
// looks at one document with its site; it stays silent whenever it cannot be sure, and its cost does not grow
// with the site.
#pragma once

#include "server/features/context.h"
#include "server/features/diagnostics/report.h"

namespace features::diagnostics {

using Check = void (*)(const Context&, Report&);

void encoding(const Context& context, Report& report);            // encoding.cpp
void fences(const Context& context, Report& report);              // encoding.cpp
void values(const Context& context, Report& report);              // scalars.cpp
void keys(const Context& context, Report& report);                // misspelt_keys.cpp
void publication(const Context& context, Report& report);         // publication.cpp
void addresses(const Context& context, Report& report);           // addresses.cpp
void redirects(const Context& context, Report& report);           // redirects.cpp
void defaults(const Context& context, Report& report);            // defaults.cpp
void term_forms(const Context& context, Report& report);          // term_forms.cpp
void term_names(const Context& context, Report& report);          // term_names.cpp
void schema_rules(const Context& context, Report& report);        // schema_rules.cpp
void project_settings(const Context& context, Report& report);    // project_settings.cpp
void yaml(const Context& context, Report& report);                // yaml_errors.cpp
void unclosed(const Context& context, Report& report);            // misread.cpp
void duplicate_keys(const Context& context, Report& report);      // misread.cpp
void dates(const Context& context, Report& report);               // dates.cpp
void post_names(const Context& context, Report& report);          // post_names.cpp
void url_conflicts(const Context& context, Report& report);       // post_names.cpp
void layouts(const Context& context, Report& report);             // layouts.cpp
void links(const Context& context, Report& report);               // addresses.cpp
void front_matter_files(const Context& context, Report& report);  // files.cpp
void post_urls(const Context& context, Report& report);           // post_urls.cpp

void liquid(const Context& context, Report& report);       // syntax.cpp
void code_fences(const Context& context, Report& report);  // code_fences.cpp
void tables(const Context& context, Report& report);       // tables.cpp
void headings(const Context& context, Report& report);     // headings.cpp
void references(const Context& context, Report& report);   // references.cpp
void images(const Context& context, Report& report);       // images.cpp
void excerpts(const Context& context, Report& report);     // excerpts.cpp

}  // namespace features::diagnostics
