// Whether a source file reaches the built site. Rules: jekyll/lib/jekyll/publisher.rb,
// readers/post_reader.rb, document.rb (write?), collection.rb.

#include "server/site/compute/page_data.h"
#include "server/text/utf8.h"

namespace site {
namespace {

// Only the very value `false`, or null without a default, hides; the text "false" does not. Pages do not ask
// defaults.
bool is_published(const PageData& data) {
  const EffectiveValue value =
      data.is_page() ? EffectiveValue{data.own("published"), {}} : data.find("published");
  return value.value == nullptr || is_truthy(value.value);
}

bool shows_future(const PageData& data, const Collection* collection) {
  // GitHub Pages builds with `future: true` unless the site says otherwise.
  const bool said = data.config.data.find("future") != nullptr;
  return data.config.future || (data.config.github_pages && !said) ||
         (collection != nullptr && collection->future);
}

}  // namespace

void compute_publication(const Environment& environment, const PageData& data, Page& page) {
  const bool post = page.is_post();
  const Collection* collection =
      data.is_page() ? nullptr
                     : data.config.collection(post ? std::string_view("posts") : data.file.collection);
  if (page.kind == PageKind::draft && !data.config.show_drafts) {
    page.publication = Publication::draft;
  } else if (page.publication == Publication::bad_date) {
    return;
  } else if (post && !text::is_valid_utf8(data.document.text)) {
    page.publication = Publication::dropped;
  } else if (!data.config.unpublished && !is_published(data)) {
    page.publication = Publication::unpublished;
  } else if (page.date && page.date->seconds > environment.now.seconds && !shows_future(data, collection)) {
    page.publication = Publication::future;
  } else if (collection != nullptr && !post && !collection->output) {
    page.publication = Publication::collection_unwritten;
  }
}

}  // namespace site
