#include "server/lsp/machine/log.h"

#include <memory>
#include <mutex>
#include <spdlog/logger.h>
#include <spdlog/sinks/basic_file_sink.h>
#include <spdlog/sinks/stdout_sinks.h>

namespace lsp {
namespace {

// Replaced only by open_log, which is called before the second thread starts; the mutex covers tests that
// open it again.
std::mutex mutex;
std::shared_ptr<spdlog::logger> logger;

spdlog::level::level_enum spdlog_level(LogLevel level) {
  switch (level) {
    case LogLevel::trace:
      return spdlog::level::trace;
    case LogLevel::debug:
      return spdlog::level::debug;
    case LogLevel::info:
      return spdlog::level::info;
    case LogLevel::warning:
      return spdlog::level::warn;
    case LogLevel::error:
      return spdlog::level::err;
    case LogLevel::off:
      break;
  }
  return spdlog::level::off;
}

spdlog::sink_ptr make_sink(const std::string& file, bool& opened) {
  opened = true;
  if (!file.empty()) {
    try {
      return std::make_shared<spdlog::sinks::basic_file_sink_mt>(file);
    } catch (const spdlog::spdlog_ex&) {
      opened = false;
    }
  }
  return std::make_shared<spdlog::sinks::stderr_sink_mt>();
}

}  // namespace

std::optional<LogLevel> parse_log_level(std::string_view name) {
  if (name == "trace") return LogLevel::trace;
  if (name == "debug") return LogLevel::debug;
  if (name == "info") return LogLevel::info;
  if (name == "warning" || name == "warn") return LogLevel::warning;
  if (name == "error") return LogLevel::error;
  if (name == "off") return LogLevel::off;
  return std::nullopt;
}

bool open_log(LogLevel level, const std::string& file) {
  bool opened = false;
  auto made = std::make_shared<spdlog::logger>("jekyll-ls", make_sink(file, opened));
  made->set_level(spdlog_level(level));
  made->set_pattern("%Y-%m-%dT%H:%M:%S.%e %l %v");
  made->flush_on(spdlog::level::info);
  // spdlog's own handler writes the failure to standard error, which may be what failed.
  made->set_error_handler([](const std::string&) {});
  const std::lock_guard lock(mutex);
  logger = std::move(made);
  return opened;
}

void log(LogLevel level, std::string_view message) {
  std::shared_ptr<spdlog::logger> current;
  {
    const std::lock_guard lock(mutex);
    current = logger;
  }
  if (current) current->log(spdlog_level(level), spdlog::string_view_t(message.data(), message.size()));
}

}  // namespace lsp
