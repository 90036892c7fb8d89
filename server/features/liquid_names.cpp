#include "server/features/liquid_names.h"

namespace features {

bool brings_liquid(const site::Site* site, std::string_view by) {
  return by == "liquid" || by == "jekyll" || (site && site->config().has_plugin(by));
}

}  // namespace features
