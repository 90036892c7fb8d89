// The address of a source file and the file that it becomes. Rules: jekyll/lib/jekyll/document.rb, page.rb,
// collection.rb (url_template), renderer.rb (output_ext).
#include "server/site/compute/page_data.h"
#include "server/site/compute/permalink.h"
#include "server/text/ascii.h"
#include "server/text/path.h"

namespace site {
namespace {

using text::equals_ignoring_ascii_case;

std::string_view output_extension(const PageData& data, const std::string* permalink) {
  if (permalink != nullptr && !permalink->ends_with('/')) {
    const std::string_view own = text::extension(*permalink);
    if (!own.empty()) return own;
  }
  if (data.config.is_markdown(data.name)) return ".html";
  if (equals_ignoring_ascii_case(data.extension, ".scss") ||
      equals_ignoring_ascii_case(data.extension, ".sass"))
    return ".css";
  return data.extension;
}

Origin config_or_gem(const Config& config) {
  Origin origin;
  const syntax::Value* own = config.data.find("permalink");
  origin.kind = own != nullptr && !own->is_null() ? Origin::Kind::config : Origin::Kind::gem;
  return origin;
}

// The collection's template and who says so.
std::string collection_template(const PageData& data, Origin& origin) {
  const bool post = data.file.kind != PageKind::document;
  const Collection* collection =
      data.config.collection(post ? std::string_view("posts") : data.file.collection);
  if (collection != nullptr && collection->permalink) {
    origin.kind = Origin::Kind::config;
    return *collection->permalink;
  }
  origin = config_or_gem(data.config);
  return post ? permalink_template(data.config.permalink)
              : collection_permalink_template(data.config.permalink);
}

// Behind the collection's directory, without extension (Document#cleaned_relative_path).
std::string cleaned_relative_path(const PageData& data) {
  std::string path(data.relative_path.substr(0, data.relative_path.size() - data.extension.size()));
  const std::string folder =
      data.file.kind == PageKind::document ? "_" + std::string(data.file.collection) : std::string("_posts");
  const std::size_t at = path.find(folder);
  if (at != std::string::npos) path.erase(at, folder.size());
  return std::string(without_trailing_dots(path));
}

void compute_document_url(const PageData& data, const std::string* permalink, Page& page) {
  if (!page.date) return;  // the build aborts
  PlaceholderSource source;
  source.collection = data.file.kind == PageKind::document ? data.file.collection : std::string_view("posts");
  source.cleaned_relative_path = cleaned_relative_path(data);
  source.basename = data.basename;
  if (!data.broken || is_truthy(data.find("slug").value)) source.slug = page.slug;
  for (const Term& category : page.categories) source.categories.push_back(category.name);
  source.output_ext = output_extension(data, permalink);
  source.date = *page.date;
  ComputedUrl computed =
      document_url(permalink != nullptr ? *permalink : collection_template(data, page.url_origin), source);
  if (computed.unknown_placeholder) {
    page.url_problem = *computed.unknown_placeholder;
    return;
  }
  page.url = std::move(computed.url);
  page.output = output_path(page.url, source.output_ext);
}

void compute_page_url(const PageData& data, const std::string* permalink, Page& page) {
  if (permalink != nullptr && permalink->empty() && page.url_origin.kind == Origin::Kind::front_matter) {
    return;  // InvalidPermalinkError, the build aborts
  }
  const std::string_view output_ext = output_extension(data, permalink);
  const std::string_view basename = without_trailing_dots(data.basename);
  std::string folder;
  if (data.name.size() < data.relative_path.size()) {
    folder =
        "/" + std::string(data.relative_path.substr(0, data.relative_path.size() - data.name.size() - 1));
  }
  std::string address;
  if (permalink != nullptr) {
    address = *permalink;
  } else {
    const bool html = output_ext == ".html" || output_ext == ".xhtml" || output_ext == ".htm";
    const bool index = basename == "index";
    address = page_permalink_template(data.config.permalink, html, index);
    page.url_origin = config_or_gem(data.config);
    if (!html || index) page.url_origin.kind = Origin::Kind::gem;
  }
  page.url = page_url(address, folder, basename, output_ext);
  page.output = output_path(page.url, output_ext, true);
}

}  // namespace

void compute_url(const PageData& data, Page& page) {
  const EffectiveValue value = data.find("permalink");
  const std::string* permalink = nullptr;
  if (is_truthy(value.value)) {
    page.url_origin = value.origin;
    permalink = value.value->string();
    if (permalink == nullptr) return;  // a number or list: the build aborts
  }
  if (data.is_page()) {
    compute_page_url(data, permalink, page);
  } else {
    compute_document_url(data, permalink, page);
  }
}

}  // namespace site
