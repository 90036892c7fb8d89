#include "server/cli/terminal.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <sys/ioctl.h>
#include <unistd.h>

namespace cli {

bool is_terminal(int file_descriptor) {
  return isatty(file_descriptor) == 1;
}

bool use_color(ColorWhen when, int file_descriptor) {
  if (when != ColorWhen::automatic) return when == ColorWhen::always;
  const char* no_color = std::getenv("NO_COLOR");
  if (no_color != nullptr && *no_color != '\0') return false;
  const char* term = std::getenv("TERM");
  if (term != nullptr && std::string_view(term) == "dumb") return false;
  return is_terminal(file_descriptor);
}

std::size_t terminal_width(int file_descriptor) {
  constexpr std::size_t usual = 100;
  winsize size{};
  if (!is_terminal(file_descriptor) || ioctl(file_descriptor, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) {
    return usual;
  }
  return std::max<std::size_t>(size.ws_col, 40);
}

ProgressLine::ProgressLine() : on_(is_terminal(STDERR_FILENO)) {}

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
