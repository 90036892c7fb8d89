# JEKYLL_LS_SANITIZE: a comma list for -fsanitize, applied to everything that is compiled here.
if(JEKYLL_LS_SANITIZE)
  add_compile_options(-fsanitize=${JEKYLL_LS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${JEKYLL_LS_SANITIZE})
endif()
# The fuzzers' coverage, for all layers: one build serves the tests and the fuzzers.
if(JEKYLL_LS_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    message(FATAL_ERROR "JEKYLL_LS_FUZZ needs clang++ as CMAKE_CXX_COMPILER: only clang has libFuzzer")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
# GCC's thread sanitizer does not know the fences inside asio and says so; TSan itself runs clean.
if(JEKYLL_LS_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-Wno-tsan)
endif()
