// The one table of rules: a check reports `rules.broken_link`, and what has no line here does not compile. A
// new rule is a line here, a check (checks.h), a test and a section in docs/rules.md.
#pragma once

#include <span>
#include <string_view>

#include "server/features/diagnostics/rule.h"

namespace features {

// In groups by the check that reports them first, and in the order in which lists of rules show them. Nothing
// but rules may stand in here: all_rules() reads it as an array.
struct RuleTable {
  // encoding
  Rule not_utf8{"not-utf8", Severity::error};

  // fences
  Rule front_matter_not_first{"front-matter-not-first", Severity::error};
  Rule front_matter_not_a_mapping{"front-matter-not-a-mapping", Severity::error};
  Rule byte_order_mark{"byte-order-mark", Severity::error};

  // yaml
  Rule yaml_syntax{"yaml-syntax", Severity::error};
  Rule yaml_tab{"yaml-tab", Severity::error};

  // unclosed
  Rule front_matter_not_closed{"front-matter-not-closed", Severity::error};

  // duplicate_keys
  Rule duplicate_key{"duplicate-key", Severity::warning};

  // values
  Rule liquid_in_front_matter{"liquid-in-front-matter", Severity::warning};
  Rule value_cut_by_comment{"value-cut-by-comment", Severity::warning};
  Rule curly_quotes{"curly-quotes", Severity::warning};
  Rule retyped_value{"retyped-value", Severity::warning};

  // keys
  Rule key_spelling{"key-spelling", Severity::warning};
  Rule deprecated_key{"deprecated-key", Severity::hint};

  // dates
  Rule invalid_date{"invalid-date", Severity::error};
  Rule ambiguous_date{"ambiguous-date", Severity::warning};
  Rule date_differs_from_name{"date-differs-from-name", Severity::warning};
  Rule date_without_offset{"date-without-offset", Severity::warning};
  Rule day_shifted{"day-shifted", Severity::hint};
  Rule future_date{"future-date", Severity::info};

  // publication
  Rule unpublished{"unpublished", Severity::info};
  Rule published_empty{"published-empty", Severity::warning};
  Rule published_not_boolean{"published-not-boolean", Severity::error};
  Rule draft_key_ignored{"draft-key-ignored", Severity::warning};

  // post_names
  Rule bad_post_name{"bad-post-name", Severity::error};
  Rule unconverted_extension{"unconverted-extension", Severity::warning};

  // url_conflicts
  Rule url_conflict{"url-conflict", Severity::error};

  // addresses
  Rule url_case_conflict{"url-case-conflict", Severity::warning};
  Rule permalink_invalid{"permalink-invalid", Severity::error};
  Rule permalink_slash{"permalink-slash", Severity::hint};
  Rule slug_form{"slug-form", Severity::warning};

  // redirects
  Rule redirect_replaces_page{"redirect-replaces-page", Severity::error};
  Rule redirect_form{"redirect-form", Severity::warning};

  // defaults
  Rule default_matches_nothing{"default-matches-nothing", Severity::warning};

  // term_forms
  Rule tags_comma{"tags-comma", Severity::warning};
  Rule tags_split{"tags-split", Severity::hint};
  Rule tag_hides_tags{"tag-hides-tags", Severity::warning};
  Rule tags_ignored{"tags-ignored", Severity::warning};
  Rule nested_categories{"nested-categories", Severity::warning};

  // term_names
  Rule tag_case{"tag-case", Severity::warning};
  Rule tag_clash{"tag-clash", Severity::warning};
  Rule tag_unknown{"tag-unknown", Severity::warning, true};

  // schema_rules
  Rule schema_type{"schema-type", Severity::warning};
  Rule schema_enum{"schema-enum", Severity::warning};
  Rule schema_required{"schema-required", Severity::warning};
  Rule schema_pattern{"schema-pattern", Severity::warning};
  Rule schema_format{"schema-format", Severity::warning};
  Rule schema_range{"schema-range", Severity::warning};
  Rule schema_length{"schema-length", Severity::warning};
  Rule schema_additional{"schema-additional", Severity::warning};
  Rule schema_combination{"schema-combination", Severity::warning};
  Rule schema_invalid{"schema-invalid", Severity::warning};

  // layouts
  Rule missing_layout{"missing-layout", Severity::error};

  // links
  Rule broken_link{"broken-link", Severity::error};
  Rule broken_anchor{"broken-anchor", Severity::warning};
  Rule broken_image{"broken-image", Severity::error};
  Rule link_case{"link-case", Severity::error};
  Rule missing_baseurl{"missing-baseurl", Severity::warning};
  Rule doubled_baseurl{"doubled-baseurl", Severity::warning};
  Rule unconverted_md_link{"unconverted-md-link", Severity::warning};
  Rule link_to_unpublished{"link-to-unpublished", Severity::warning};
  Rule relative_in_post{"relative-in-post", Severity::warning};
  Rule redirected_link{"redirected-link", Severity::hint};
  Rule own_site_absolute{"own-site-absolute", Severity::hint};

  // post_urls
  Rule broken_post_url{"broken-post-url", Severity::error};

  // liquid
  Rule liquid_syntax{"liquid-syntax", Severity::error};
  Rule unknown_liquid_tag{"unknown-liquid-tag", Severity::error};
  Rule unknown_liquid_filter{"unknown-liquid-filter", Severity::warning};
  Rule broken_include{"broken-include", Severity::error};
  Rule broken_link_tag{"broken-link-tag", Severity::error};
  Rule missing_data{"missing-data", Severity::warning};
  Rule liquid_in_code{"liquid-in-code", Severity::warning};

  // code_fences
  Rule fence_info_blank{"fence-info-blank", Severity::warning};
  Rule unclosed_fence{"unclosed-fence", Severity::warning};

  // tables
  Rule accidental_table{"accidental-table", Severity::hint};

  // headings
  Rule invalid_heading_id{"invalid-heading-id", Severity::warning};
  Rule duplicate_heading_id{"duplicate-heading-id", Severity::hint};
  Rule heading_skips_level{"heading-skips-level", Severity::hint};
  Rule title_repeated{"title-repeated", Severity::hint};

  // references
  Rule undefined_reference{"undefined-reference", Severity::hint};
  Rule unused_definition{"unused-definition", Severity::hint};
  Rule duplicate_definition{"duplicate-definition", Severity::warning};
  Rule spaced_link{"spaced-link", Severity::warning};

  // images
  Rule image_without_alt{"image-without-alt", Severity::hint};

  // excerpts
  Rule excerpt_separator_missing{"excerpt-separator-missing", Severity::warning};
};

inline constexpr RuleTable rules;

// The whole table, in its order: for settings, documentation and tests.
[[nodiscard]] std::span<const Rule> all_rules();

// What somebody means with a code; nullptr if there is no such rule.
[[nodiscard]] const Rule* find_rule(std::string_view code);

}  // namespace features
