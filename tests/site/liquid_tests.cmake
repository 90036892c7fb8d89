# Tests of the Liquid renderer and of the scan of Ruby plugins, relative to tests/site.
set(LIQUID_TESTS liquid_environment_test.cpp liquid_render_test.cpp page_content_test.cpp ruby_plugins_test.cpp)

# Against the installed Ruby; skips itself where there is none.
jekyll_ls_test(liquid_ruby SOURCES ${CMAKE_CURRENT_LIST_DIR}/liquid_ruby_test.cpp
  LINKS site nlohmann_json::nlohmann_json)
