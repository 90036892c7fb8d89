# Most of a small file's compile time goes into the same standard headers, over and over. With JEKYLL_LS_PCH, which is
# on by default, they are compiled once for all layers, once more with the JSON library for the layers that speak JSON,
# and once for all tests. What a file uses it still includes itself: one job of the workflow builds without and is the
# judge, of warnings as well.
set(jekyll_ls_standard_headers <algorithm> <array> <cstdint> <functional> <map> <memory> <optional> <stop_token> <string>
  <string_view> <unordered_map> <utility> <variant> <vector>)

# GCC forgets which of these are system headers, and warns of what it inlines from them.
set(jekyll_ls_pch_options $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess -Wno-stringop-overflow -Wno-stringop-overread -Wno-array-bounds>)

# jekyll_ls_precompile(TARGET FLAVOUR LINKS... HEADERS...): FLAVOUR names what is shared; a target of its own, linked
# with LINKS, holds it.
function(jekyll_ls_precompile target flavour)
  cmake_parse_arguments(PCH "" "" "LINKS;HEADERS;OPTIONS" ${ARGN})
  set(holder jekyll_ls_${flavour}_headers)
  set(options ${PCH_OPTIONS} ${jekyll_ls_pch_options})
  if(NOT TARGET ${holder})
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/${holder}.cpp CONTENT "// Holds the precompiled headers.\n")
    add_library(${holder} OBJECT ${PROJECT_BINARY_DIR}/${holder}.cpp)
    target_link_libraries(${holder} PRIVATE ${PCH_LINKS} Threads::Threads jekyll_ls_warnings)
    target_compile_options(${holder} PRIVATE ${options})
    target_precompile_headers(${holder} PRIVATE ${jekyll_ls_standard_headers} ${PCH_HEADERS})
  endif()
  target_link_libraries(${target} PRIVATE Threads::Threads)
  target_compile_options(${target} PRIVATE ${options})
  target_precompile_headers(${target} REUSE_FROM ${holder})
endfunction()

# jekyll_ls_layer(NAME [JSON] SOURCES... LINKS...): one static library per layer. The links are the arrows that
# house rules allow; tests/layers_test.py checks the includes against them. JSON: many of its files read or write it.
function(jekyll_ls_layer name)
  cmake_parse_arguments(LAYER "JSON" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(${name} STATIC ${LAYER_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
  target_compile_features(${name} PUBLIC cxx_std_20)
  target_link_libraries(${name} PUBLIC ${LAYER_LINKS} PRIVATE ${LAYER_PRIVATE_LINKS} jekyll_ls_warnings)
  if(JEKYLL_LS_PCH AND LAYER_JSON)
    jekyll_ls_precompile(${name} json_layer LINKS nlohmann_json::nlohmann_json HEADERS <nlohmann/json.hpp>)
  elseif(JEKYLL_LS_PCH)
    jekyll_ls_precompile(${name} layer)
  endif()
endfunction()

# jekyll_ls_test(NAME SOURCES... LINKS...): one GoogleTest program per layer, one CTest entry per program
# (a test that needs its own working folder or label says so itself). What is called …_tests is a unit test, and the
# target unit_tests builds those; the others compare with an installed Jekyll or Ruby. HEADER: what nearly all of its
# sources include and takes long to compile; it is precompiled for this program alone.
function(jekyll_ls_test name)
  cmake_parse_arguments(TEST "" "HEADER" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${TEST_SOURCES})
  target_link_libraries(${name} PRIVATE ${TEST_LINKS} GTest::gmock GTest::gtest_main jekyll_ls_warnings)
  target_compile_definitions(${name} PRIVATE JEKYLL_LS_TEST_DIR="${PROJECT_SOURCE_DIR}/tests")
  # What is tested is optimised; the tests themselves build in half the time without it.
  set(less_optimised $<$<CONFIG:Release>:-O1>)
  if(JEKYLL_LS_PCH AND TEST_HEADER)
    target_compile_options(${name} PRIVATE ${jekyll_ls_pch_options} ${less_optimised})
    target_precompile_headers(${name} PRIVATE ${jekyll_ls_standard_headers} <gmock/gmock.h> <gtest/gtest.h>
      ${PROJECT_SOURCE_DIR}/${TEST_HEADER})
  elseif(JEKYLL_LS_PCH)
    jekyll_ls_precompile(${name} test LINKS GTest::gmock HEADERS <gmock/gmock.h> <gtest/gtest.h> OPTIONS ${less_optimised})
  else()
    target_compile_options(${name} PRIVATE ${less_optimised})
  endif()
  add_test(NAME ${name} COMMAND ${name})
  if(name MATCHES "_tests$")
    if(NOT TARGET unit_tests)
      add_custom_target(unit_tests)
    endif()
    add_dependencies(unit_tests ${name})
  endif()
endfunction()
