// Feature: commands.
// A new post or draft with the file name, the place and the front matter that the site's posts usually have;
// a draft made a post of today; the address of a file, and everything Jekyll works out for it. An editor runs
// them as `jekyll.newPost` and the like, a terminal as `jekyll-ls new`.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "server/features/context.h"
#include "server/features/results.h"
#include "server/site/site.h"
#include "server/syntax/document.h"

namespace features {

// Why nothing was done, in one line for the writer.
struct Refusal {
  std::string message;
};

// What changes in the site's files, and the file that the writer wants to see afterwards.
struct FileCommand {
  SiteEdit edit;
  std::string path;
};
using FileCommandResult = std::variant<FileCommand, Refusal>;

struct NewPost {
  std::string title;
  std::optional<std::vector<std::string>> categories;  // nullopt: what the site's posts usually have
};

// These need a context with a site; its document does not matter.
// Creates a file in `_posts` under today's date. Never one that exists: a number is added to the name.
[[nodiscard]] FileCommandResult new_post(const Context& context, const NewPost& post);
// The same in `_drafts`, without any date.
[[nodiscard]] FileCommandResult new_draft(const Context& context, const std::string& title);
// Moves a draft to `_posts` under today's date and sets `date`. `draft` is its text as it stands in the
// editor or on the disk.
[[nodiscard]] FileCommandResult publish_draft(const Context& context, std::string_view path,
                                              const syntax::Document& draft);

// Where a browser finds the file's page: `base` ("http://localhost:4000") and its address.
[[nodiscard]] std::variant<std::string, Refusal> browser_address(const site::Site& site,
                                                                 std::string_view path,
                                                                 std::string_view base);

struct FileFacts {
  std::string url;   // with `baseurl`, percent-encoded; "" if Jekyll makes no page of the file
  std::string date;  // ISO 8601; "" if there is none
  bool published = false;
  std::string markdown;  // all of it for a person, each value with where it comes from
};
// Any file of the site.
[[nodiscard]] FileFacts file_facts(const site::Site& site, std::string_view path);

struct SiteInfo {
  std::string title;
  std::size_t pages = 0;  // everything that is neither post nor draft
  std::size_t posts = 0;
  std::size_t drafts = 0;
};
[[nodiscard]] SiteInfo site_info(const site::Site& site);

}  // namespace features
