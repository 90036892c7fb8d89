# Tests of what turns one document into a page, relative to tests/site.
set(SITE_COMPUTE_TESTS
  compute_test.cpp defaults_test.cpp permalink_test.cpp slugify_test.cpp time_zone_test.cpp ../text/unicode_test.cpp)

# Comparisons with the installed Ruby and Jekyll; they skip themselves where there is none.
jekyll_ls_test(jekyll_compute SOURCES ${CMAKE_CURRENT_LIST_DIR}/jekyll_compute_test.cpp LINKS site)
jekyll_ls_test(ruby_time SOURCES ${CMAKE_CURRENT_LIST_DIR}/ruby_time_test.cpp LINKS site)
