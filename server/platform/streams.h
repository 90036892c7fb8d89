// The standard streams of the process, and descriptors of open files as whoever speaks through them needs
// them.
#pragma once

#include <cstdint>

namespace platform {

enum class StandardStream : std::uint8_t { input, output, error };

// From now on a reader that went away is an error of the write, not the end of the process.
void ignore_broken_pipes();

struct TakenStreams {
  int input = -1;
  int output = -1;
};
// Takes standard input and output away from everybody else: what they were is behind two new descriptors,
// which the caller owns. Afterwards standard input is empty and standard output is a copy of standard error.
// Call once per process, before other threads start. Throws std::system_error when the descriptors cannot be
// duplicated.
[[nodiscard]] TakenStreams take_standard_streams();

// A second descriptor of the same open file, which the caller owns. Throws std::system_error.
[[nodiscard]] int duplicate(int descriptor);

// How an open file behaves (whether it waits, above all), for all who share it. -1 if that cannot be had.
[[nodiscard]] int file_mode(int descriptor);
// Puts back what `file_mode` gave; -1 changes nothing.
void restore_file_mode(int descriptor, int mode);

}  // namespace platform
