# JEKYLL_LS_SANITIZE: a comma list for -fsanitize, applied to everything that is compiled here.
if(JEKYLL_LS_SANITIZE)
  add_compile_options(-fsanitize=${JEKYLL_LS_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${JEKYLL_LS_SANITIZE})
endif()
# GCC's thread sanitizer does not know the fences inside asio and says so; TSan itself runs clean.
if(JEKYLL_LS_SANITIZE MATCHES "thread" AND CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  add_compile_options(-Wno-tsan)
endif()
