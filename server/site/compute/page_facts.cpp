#include "server/site/compute/page_facts.h"

#include <utility>

#include "server/site/compute/page_data.h"
#include "server/text/path.h"
#include "server/text/url.h"

namespace site {
namespace {

// `none` and false ask for no layout in so many words, null and nothing do so silently.
Text layout_of(const PageData& data) {
  const EffectiveValue value = data.find("layout");
  if (value.value == nullptr) return {};
  std::string name = is_truthy(value.value) ? ruby_string(*value.value) : std::string();
  if (name == "none") name.clear();
  return {std::move(name), value.origin};
}

// What the file name says: the part behind the date, or all of it, without extension and dots before it.
std::string_view slug_of_name(const PageData& data) {
  // `.htaccess` is all extension to DATELESS_FILENAME_MATCHER, though not to File.extname.
  if (data.extension.empty() && data.name.size() > 1 && text::dot_ending(data.name) == data.name) return {};
  return without_trailing_dots(data.dated ? data.dated->slug : data.basename);
}

void compute_names(const PageData& data, Page& page) {
  const EffectiveValue title = data.find("title");
  const EffectiveValue slug = data.find("slug");
  const bool named = !data.is_page() && !data.broken;  // else Jekyll makes up neither
  if (is_truthy(title.value) || (title.value != nullptr && !named)) {
    page.title = {title.value->is_null() ? std::string() : ruby_string(*title.value), title.origin};
  } else if (named) {
    page.title.value = syntax::titleize_slug(slug_of_name(data));
    page.title.origin.kind = Origin::Kind::file_name;
  }
  if (data.is_page()) return;
  if (is_truthy(slug.value)) {
    page.slug = ruby_string(*slug.value);
  } else if (named) {
    page.slug = slug_of_name(data);
  }
}

// What jekyll-redirect-from takes: one address or a list of them. Needs the layout to be known.
void compute_redirects(const PageData& data, Page& page) {
  const syntax::Value* from = data.find("redirect_from").value;
  if (from != nullptr && from->string() != nullptr) {
    page.redirect_from.push_back(*from->string());
  } else if (from != nullptr && from->list() != nullptr) {
    for (const syntax::Value& item : *from->list()) {
      if (item.string() != nullptr) page.redirect_from.push_back(*item.string());
    }
  }
  const syntax::Value* to = data.find("redirect_to").value;
  if (to != nullptr && to->list() != nullptr && !to->list()->empty()) to = &to->list()->front();
  if (to == nullptr || to->string() == nullptr) return;
  page.redirect_to = *to->string();
  // The plugin puts a page of its own in the place of this one, whatever layout the file asks for.
  if (data.config.has_plugin("jekyll-redirect-from")) {
    page.layout.value = "redirect";
    page.layout.origin = {};
    page.layout.origin.kind = Origin::Kind::gem;
  }
}

void compute_keys(const syntax::FrontMatter& front_matter, Page& page) {
  const syntax::Mapping* mapping = front_matter.data.mapping();
  if (mapping == nullptr || mapping->empty()) mapping = front_matter.recovered.mapping();
  if (mapping == nullptr) return;
  page.keys.reserve(mapping->size());
  for (const syntax::Member& member : *mapping) page.keys.push_back(member.key);
}

}  // namespace

Page compute_page(const Environment& environment, const SourceFile& file, const syntax::Document& document) {
  const PageData data(*environment.config, file, document);
  Page page;
  page.path = file.path;
  page.kind = file.kind;
  if (!data.is_page())
    page.collection = file.kind == PageKind::document ? file.collection : std::string_view("posts");
  page.markdown = data.config.is_markdown(data.name);
  page.data_invalid = data.broken;

  if (!data.is_page()) compute_date(environment, data, page);
  compute_names(data, page);
  compute_terms(data, page);
  compute_url(data, page);
  compute_publication(environment, data, page);
  page.layout = layout_of(data);
  compute_redirects(data, page);
  if (const syntax::Value* lang = data.find("lang").value; lang != nullptr && lang->scalar() != nullptr) {
    page.lang = ruby_string(*lang);
  }
  compute_anchors(data, page);
  page.mentions = find_mentions(document, text::split_url(environment.config->url).authority);
  compute_keys(document.front_matter, page);
  return page;
}

}  // namespace site
