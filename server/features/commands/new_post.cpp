#include "server/features/commands/new_file.h"

namespace features {

FileCommandResult new_post(const Context& context, const NewPost& post) {
  return commands::new_file(context, {post.title, post.categories, false});
}

}  // namespace features
