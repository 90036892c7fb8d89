# jekyll_ls_warnings: linked PRIVATE by every target of ours, so that a warning never leaks to users of a
# library. The presets turn warnings into errors (JEKYLL_LS_WERROR); a plain configure does not.
add_library(jekyll_ls_warnings INTERFACE)
target_compile_options(jekyll_ls_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wold-style-cast -Wcast-qual -Wformat=2 -Wimplicit-fallthrough)
# GCC 12 takes `"x" + std::string(…)` for an overlapping copy (GCC bug 105651), and strings beside an
# optional, or std::regex's own states, for uninitialised.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(jekyll_ls_warnings INTERFACE
    -Wno-restrict -Wno-maybe-uninitialized)
endif()
# Loops over every byte of a site join conditions by `|` and `&` so that they have no branches.
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(jekyll_ls_warnings INTERFACE -Wno-bitwise-instead-of-logical)
endif()
if(JEKYLL_LS_WERROR)
  target_compile_options(jekyll_ls_warnings INTERFACE -Werror)
endif()
