# Most of a small file's compile time goes into the same standard headers, over and over. With JEKYLL_LS_PCH (the
# sanitizer presets) they are compiled once for each target. What a file uses it still includes itself: the release
# preset builds without this and is the judge, of warnings as well.
function(jekyll_ls_precompile target)
  if(JEKYLL_LS_PCH)
    target_precompile_headers(${target} PRIVATE <algorithm> <array> <cstdint> <functional> <map> <memory> <optional>
      <stop_token> <string> <string_view> <unordered_map> <utility> <variant> <vector> ${ARGN})
    # GCC forgets which of these are system headers, and warns of what it inlines from them.
    target_compile_options(${target} PRIVATE
      $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds>)
  endif()
endfunction()

# jekyll_ls_layer(NAME SOURCES... LINKS...): one static library per layer. The links are the arrows that
# house rules allow; tests/layers_test.py checks the includes against them.
function(jekyll_ls_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(${name} STATIC ${LAYER_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
  target_compile_features(${name} PUBLIC cxx_std_20)
  target_link_libraries(${name} PUBLIC ${LAYER_LINKS} PRIVATE ${LAYER_PRIVATE_LINKS} jekyll_ls_warnings)
  jekyll_ls_precompile(${name})
endfunction()

# jekyll_ls_test(NAME SOURCES... LINKS...): one GoogleTest program per layer, one CTest entry per program
# (a test that needs its own working folder or label says so itself).
function(jekyll_ls_test name)
  cmake_parse_arguments(TEST "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${TEST_SOURCES})
  target_link_libraries(${name} PRIVATE ${TEST_LINKS} GTest::gmock GTest::gtest_main jekyll_ls_warnings)
  target_compile_definitions(${name} PRIVATE JEKYLL_LS_TEST_DIR="${PROJECT_SOURCE_DIR}/tests")
  # What is tested is optimised; the tests themselves build in half the time without it.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  jekyll_ls_precompile(${name} <gmock/gmock.h> <gtest/gtest.h>)
  add_test(NAME ${name} COMMAND ${name})
endfunction()
