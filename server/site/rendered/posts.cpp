// Sources: jekyll/lib/jekyll/drops/document_drop.rb, jekyll/lib/jekyll/document.rb (populate_title,
// read_post_data).
#include "server/site/rendered/posts.h"

#include <algorithm>
#include <array>
#include <memory>
#include <string_view>

#include "server/site/site.h"

namespace site {
namespace {

// What a document has without any front matter.
constexpr std::array<std::string_view, 22> brought_along = {"id",
                                                            "output",
                                                            "content",
                                                            "to_s",
                                                            "relative_path",
                                                            "path",
                                                            "url",
                                                            "date",
                                                            "title",
                                                            "tags",
                                                            "category",
                                                            "categories",
                                                            "excerpt",
                                                            "next",
                                                            "previous",
                                                            "name",
                                                            "slug",
                                                            "ext",
                                                            "draft",
                                                            "excerpt_separator",
                                                            "layout",
                                                            "last_modified_at"};

bool may_be_set(const Site& site, const Page& post, std::string_view name) {
  const std::vector<DefaultSet>& defaults = site.config().defaults;
  return std::find(post.keys.begin(), post.keys.end(), name) != post.keys.end() ||
         std::find(brought_along.begin(), brought_along.end(), name) != brought_along.end() ||
         std::any_of(defaults.begin(), defaults.end(),
                     [&](const DefaultSet& set) { return set.values.find(name) != nullptr; });
}

liquid::Value post_member(const Site& site, const Page& post, std::string_view name) {
  if (post.data_invalid || name == "size" || name == "first" || name == "last") {
    return {};
  }
  if (name == "url") {
    return post.url.empty() ? liquid::Value() : liquid::Value::text(post.url);
  }
  if (name == "title") {
    return post.title.value.empty() ? liquid::Value() : liquid::Value::text(post.title.value);
  }
  if (name == "collection") {
    return liquid::Value::text(post.collection);
  }
  if (name == "tags" || name == "categories") {
    return terms_value(name == "tags" ? post.tags : post.categories);
  }
  const bool hidden = may_be_set(site, post, name) || site.runs_unknown_code() || site.config().github_pages;
  return hidden ? liquid::Value() : liquid::Value::nil();
}

}  // namespace

liquid::Value terms_value(const std::vector<Term>& terms) {
  liquid::Array names;
  for (const Term& term : terms) {
    names.push_back(liquid::Value::text(term.name));
  }
  return liquid::Value::array(std::move(names));
}

liquid::Value posts_value(const Site& site, const std::vector<PagePtr>& posts) {
  liquid::Array values;
  for (const PagePtr& post : posts) {
    values.emplace_back(std::make_shared<const liquid::Object>(
        liquid::Object{[&site, post](std::string_view name) { return post_member(site, *post, name); }}));
  }
  return liquid::Value::array(std::move(values));
}

}  // namespace site
