# jekyll_ls_layer(NAME SOURCES... LINKS...): one static library per layer. The links are the arrows that
# house rules allow; tests/layers_test.py checks the includes against them.
function(jekyll_ls_layer name)
  cmake_parse_arguments(LAYER "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(${name} STATIC ${LAYER_SOURCES})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}/generated)
  target_compile_features(${name} PUBLIC cxx_std_20)
  target_link_libraries(${name} PUBLIC ${LAYER_LINKS} PRIVATE ${LAYER_PRIVATE_LINKS} jekyll_ls_warnings)
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
  add_test(NAME ${name} COMMAND ${name})
endfunction()
