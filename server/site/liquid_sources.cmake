# The renderer of constant Liquid and the scan of Ruby plugins: sources relative to server/site.
set(SITE_LIQUID_SOURCES
  liquid_array_filters.cpp liquid_blocks.cpp liquid_compare.cpp liquid_cut_filters.cpp liquid_environment.cpp
  liquid_escape_filters.cpp liquid_evaluate.cpp liquid_filters.cpp liquid_includes.cpp liquid_loops.cpp
  liquid_number_filters.cpp liquid_order_filters.cpp liquid_output.cpp liquid_posts.cpp liquid_render.cpp
  liquid_scope.cpp liquid_string_filters.cpp liquid_url_filters.cpp liquid_uses.cpp liquid_value.cpp ruby_plugins.cpp)
