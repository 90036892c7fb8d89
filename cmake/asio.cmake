# jekyll_ls_asio: asio is header-only and has no CMake package in most distributions.
find_path(ASIO_INCLUDE_DIR asio.hpp REQUIRED)
add_library(jekyll_ls_asio INTERFACE)
target_include_directories(jekyll_ls_asio SYSTEM INTERFACE ${ASIO_INCLUDE_DIR})
target_link_libraries(jekyll_ls_asio INTERFACE Threads::Threads)
# Every user of asio must see the same configuration. Coroutines are detected by no compiler but g++, so say it.
target_compile_definitions(jekyll_ls_asio INTERFACE
  ASIO_STANDALONE ASIO_NO_DEPRECATED ASIO_HAS_CO_AWAIT=1 ASIO_HAS_STD_COROUTINE=1
  # asio 1.22 looks for aligned_alloc before any standard header is read: whether a file has it hangs on the order of
  # its includes, and memory taken by one way would be given back by the other.
  ASIO_HAS_STD_ALIGNED_ALLOC=1)
