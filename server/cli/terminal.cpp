#include "server/cli/terminal.h"

#include <algorithm>
#include <cstdio>

#include "server/platform/process.h"
#include "server/platform/terminal.h"

namespace cli {

bool use_color(ColorWhen when, platform::StandardStream stream) {
  if (when != ColorWhen::automatic) return when == ColorWhen::always;
  if (!platform::environment_variable("NO_COLOR").value_or("").empty()) return false;
  if (platform::environment_variable("TERM") == "dumb") return false;
  return platform::is_terminal(stream);
}

std::size_t output_width(platform::StandardStream stream) {
  constexpr std::size_t usual = 100;
  constexpr std::size_t narrowest = 40;
  return std::max(platform::terminal_width(stream).value_or(usual), narrowest);
}

ProgressLine::ProgressLine() : on_(platform::is_terminal(platform::StandardStream::error)) {}

ProgressLine::~ProgressLine() {
  clear();
}

void ProgressLine::show(std::size_t done, std::size_t total) {
  if (!on_) return;
  const std::lock_guard lock(mutex_);
  std::fprintf(stderr, "\r\033[KReading the site: %zu of %zu files", done, total);
  std::fflush(stderr);
  visible_ = true;
}

void ProgressLine::clear() {
  const std::lock_guard lock(mutex_);
  if (!visible_) return;
  std::fputs("\r\033[K", stderr);
  std::fflush(stderr);
  visible_ = false;
}

}  // namespace cli
