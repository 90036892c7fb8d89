#include "server/features/commands/new_file.h"

namespace features {

FileCommandResult new_draft(const Context& context, const std::string& title) {
  return commands::new_file(context, {title, std::nullopt, true});
}

}  // namespace features
