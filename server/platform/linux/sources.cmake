set(platform_sources
  posix/zone_files.cpp)
