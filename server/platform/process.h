// What a process can learn of itself and of others.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace platform {

// A variable of the environment; nullopt if it is not set.
[[nodiscard]] std::optional<std::string> environment_variable(const char* name);

// Can a process have this number? Zero and negative numbers would mean groups of processes.
[[nodiscard]] bool is_process_number(std::int64_t number);
// Is there such a process that can be seen from here? Whose it is does not matter. `process` is a number of
// one.
[[nodiscard]] bool is_running(std::int64_t process);

}  // namespace platform
