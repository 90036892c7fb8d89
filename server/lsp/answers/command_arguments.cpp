#include "server/lsp/answers/command_arguments.h"

#include "protocol/types/codec.h"

namespace lsp {

using nlohmann::json;

PROTOCOL_JSON(NewPostArgument, title, categories)
PROTOCOL_JSON(NewDraftArgument, title)
PROTOCOL_JSON(FileArgument, uri)
PROTOCOL_JSON(OpenAddressArgument, uri, base)
PROTOCOL_JSON(SiteArgument, uri)
PROTOCOL_JSON(ApplyFixArgument, uri, version, edit)

}  // namespace lsp
