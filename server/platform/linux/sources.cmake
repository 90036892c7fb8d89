set(platform_sources
  linux/open_beneath.cpp
  posix/disk.cpp posix/paths.cpp posix/zone_files.cpp)
