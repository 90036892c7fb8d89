// The log: a file or standard error, never standard output, which belongs to the protocol. The only file pair
// that knows spdlog. Safe to call from any thread; a write that fails is lost and nothing more.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lsp {

enum class LogLevel : std::uint8_t { trace, debug, info, warning, error, off };

// "trace", "debug", "info", "warning" (also "warn"), "error", "off"; nullopt for anything else.
[[nodiscard]] std::optional<LogLevel> parse_log_level(std::string_view name);

// Starts logging. `file` "" means standard error. False if the file cannot be opened: the log then goes to
// standard error. Without this call nothing is logged.
bool open_log(LogLevel level, const std::string& file);

void log(LogLevel level, std::string_view message);

inline void log_debug(std::string_view message) {
  log(LogLevel::debug, message);
}
inline void log_info(std::string_view message) {
  log(LogLevel::info, message);
}
inline void log_warning(std::string_view message) {
  log(LogLevel::warning, message);
}
inline void log_error(std::string_view message) {
  log(LogLevel::error, message);
}

}  // namespace lsp
