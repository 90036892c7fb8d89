// The argument of each command: the only element of `arguments` (docs/commands.md). `uri` is read by whoever
// finds the site; here it stands where a command cannot do without.
#pragma once

#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "protocol/types/base.h"

namespace lsp {

namespace types = protocol::types;

struct NewPostArgument {
  std::string title{};
  std::optional<std::vector<std::string>> categories{};
};

struct NewDraftArgument {
  std::string title{};
};

struct FileArgument {
  std::string uri{};
};

struct OpenAddressArgument {
  std::string uri{};
  std::optional<std::string> base{};
};

struct SiteArgument {
  std::optional<std::string> uri{};
};

// `version` of the document that the edit was made for.
struct ApplyFixArgument {
  std::string uri{};
  std::int32_t version{};
  types::WorkspaceEdit edit{};
};

PROTOCOL_DECLARE_JSON(NewPostArgument)
PROTOCOL_DECLARE_JSON(NewDraftArgument)
PROTOCOL_DECLARE_JSON(FileArgument)
PROTOCOL_DECLARE_JSON(OpenAddressArgument)
PROTOCOL_DECLARE_JSON(SiteArgument)
PROTOCOL_DECLARE_JSON(ApplyFixArgument)

}  // namespace lsp
