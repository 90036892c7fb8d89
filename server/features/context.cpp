#include "server/features/context.h"

#include <utility>

namespace features {

Context::Context(Surroundings surroundings, std::string the_path, syntax::DocumentPtr the_document)
    : site(std::move(surroundings.site)),
      now(surroundings.now ? *surroundings.now
          : site           ? site->environment().now
                           : dates::LocalTime{}),
      knowledge(std::move(surroundings.knowledge)),
      settings(std::move(surroundings.settings)),
      stop(std::move(surroundings.stop)),
      unsaved(std::move(surroundings.unsaved)),
      path(std::move(the_path)),
      document(std::move(the_document)),
      page(site ? site->page(path) : nullptr) {}

Context::Context(Surroundings surroundings)
    : Context(std::move(surroundings), {},
              std::make_shared<const syntax::Document>(std::string(), syntax::ParseOptions{})) {}

Context Context::of(std::string other, syntax::DocumentPtr its_document) const {
  return {{site, now, knowledge, settings, stop, unsaved}, std::move(other), std::move(its_document)};
}

const site::Rendered* Context::rendered() const {
  if (!memory.asked_ && site && !document->liquid.nodes.empty()) {
    site::LiquidUses uses;
    memory.rendered_ = site::render_document(*site, page.get(), path, *document, uses);
  }
  memory.asked_ = true;
  return memory.rendered_ ? &*memory.rendered_ : nullptr;
}

const syntax::Markdown& Context::markdown() const {
  const site::Rendered* after_liquid = rendered();
  return after_liquid ? after_liquid->mapped.markdown : document->markdown;
}

std::optional<std::string> Context::read(std::string_view file) const {
  if (file == path) return document->text;
  if (unsaved) {
    if (std::optional<std::string> text = unsaved(file)) return text;
  }
  return site ? site->files().read(file) : std::nullopt;
}

syntax::DocumentPtr Context::document_of(std::string_view file) const {
  if (file == path) return document;
  std::optional<std::string> text = read(file);
  if (!text) return nullptr;
  return std::make_shared<const syntax::Document>(std::move(*text),
                                                  site ? site->parse_options(file) : syntax::ParseOptions{});
}

}  // namespace features
