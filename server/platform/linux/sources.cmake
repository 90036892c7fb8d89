set(platform_sources
  linux/open_beneath.cpp linux/watcher.cpp
  posix/disk.cpp posix/folder_walk.cpp posix/paths.cpp posix/process.cpp posix/streams.cpp posix/terminal.cpp posix/write_file.cpp
  posix/zone_files.cpp)
