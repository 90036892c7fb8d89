// The data of one source file as Jekyll's code asks for it: front matter over defaults, and the parts of its
// path. What the steps of page_facts.cpp share; not for use above server/site.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/site/compute/page.h"
#include "server/site/compute/source_file.h"
#include "server/site/settings/config.h"
#include "server/syntax/document.h"
#include "server/syntax/slugify.h"

namespace site {

// The front matter value in force: the file's own, else the winning default; nullptr if neither has one.
struct EffectiveValue {
  const syntax::Value* value = nullptr;
  Origin origin;
};

[[nodiscard]] std::string_view without_trailing_dots(std::string_view text);

// Ruby's to_s and inspect of any value: what becomes a tag, a category or a title.
[[nodiscard]] std::string ruby_string(const syntax::Value& value);
[[nodiscard]] std::string ruby_inspect(const syntax::Value& value);
// Neither null nor false.
[[nodiscard]] bool is_truthy(const syntax::Value* value);

class PageData {
 public:
  PageData(const Config& config, const SourceFile& file, const syntax::Document& document);

  // The value in force. Documents: the file's own unless null, else the strongest default. Pages: the file's
  // own, null included, else the default.
  [[nodiscard]] EffectiveValue find(std::string_view key) const;
  // The file's own value alone, and the defaults' alone.
  [[nodiscard]] const syntax::Value* own(std::string_view key) const;
  [[nodiscard]] EffectiveValue from_defaults(std::string_view key) const;

  [[nodiscard]] bool is_page() const { return file.kind == PageKind::page; }

  const Config& config;
  const SourceFile& file;
  const syntax::Document& document;
  std::string_view relative_path;
  std::string_view name;       // file name
  std::string_view extension;  // with the dot; "" if none
  std::string_view basename;   // the name without it
  std::optional<syntax::PostName> dated;
  bool draft = false;  // by Jekyll's own test: no `_posts` in its path
  // Jekyll could not use the front matter: of a document neither name nor tags are read then.
  bool broken = false;

 private:
  std::vector<std::uint32_t> defaults_;  // pages: matching; documents: ranked
};

// The steps of compute_page, each in a file of its own. They fill what their name says; some need what others
// fill: the publication needs the date, the address needs date, slug and categories.
void compute_date(const Environment& environment, const PageData& data, Page& page);  // date.cpp
void compute_terms(const PageData& data, Page& page);  // terms.cpp: categories, tags
void compute_url(const PageData& data, Page& page);    // url.cpp: url, output
void compute_publication(const Environment& environment, const PageData& data,
                         Page& page);                    // publication.cpp
void compute_anchors(const PageData& data, Page& page);  // anchors.cpp: headings, anchors, ids_masked

}  // namespace site
