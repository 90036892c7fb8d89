#include "server/features/commands.h"
#include "server/features/knowledge/words.h"
#include "server/site/compute/permalink.h"

namespace features {

std::variant<std::string, Refusal> browser_address(const site::Site& site, std::string_view path,
                                                   std::string_view base) {
  if (!base.starts_with("http://") && !base.starts_with("https://"))
    return Refusal{"The base address " + code(base) + " does not begin with `http://` or `https://`."};
  while (base.ends_with('/')) base.remove_suffix(1);
  const FileFacts facts = file_facts(site, path);
  if (facts.url.empty())
    return Refusal{"Jekyll makes no page of " + code(path) + ": there is nothing to open."};
  return std::string(base) + facts.url;
}

}  // namespace features
