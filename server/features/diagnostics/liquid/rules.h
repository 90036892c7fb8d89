// The Liquid rules that syntax.cpp asks one after the other, so that the text is parsed once.
#pragma once

#include "server/features/diagnostics/liquid/text.h"
#include "server/features/diagnostics/report.h"

namespace features::diagnostics {

// Includes and data files that are not there.
void liquid_files(LiquidText& liquid, Report& report);

// `{% link %}` to what Jekyll does not find.
void link_tags(LiquidText& liquid, Report& report);

// Code samples that Liquid evaluates.
void liquid_in_code(LiquidText& liquid, Report& report);

}  // namespace features::diagnostics
