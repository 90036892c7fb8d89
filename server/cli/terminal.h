// What the command line needs to know about where its output goes: terminal or file, colours, width.
#pragma once

#include <cstddef>
#include <mutex>

#include "server/platform/streams.h"

namespace cli {

enum class ColorWhen { automatic, always, never };

// `automatic`: on a terminal, unless NO_COLOR is set to something (https://no-color.org) or TERM is "dumb".
[[nodiscard]] bool use_color(ColorWhen when, platform::StandardStream stream);

// Columns of the terminal behind the stream, 40 at least; 100 for files and pipes, so that output does not
// depend on the machine.
[[nodiscard]] std::size_t output_width(platform::StandardStream stream);

// One line on standard error that is rewritten in place while a site is being read. Silent unless standard
// error is a terminal. May be called from any thread.
class ProgressLine {
 public:
  ProgressLine();
  ~ProgressLine();
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;

  void show(std::size_t done, std::size_t total);
  void clear();

 private:
  const bool on_;
  std::mutex mutex_;
  bool visible_ = false;
};

}  // namespace cli
