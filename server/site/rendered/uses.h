// What a rendering asks its site for: includes, data files, addresses of other documents. Every answer is
// kept, so that asking again tells whether what was rendered from it still holds in another snapshot.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/site/site.h"

namespace site {

class LiquidUses {
 public:
  enum class Kind : std::uint8_t {
    include,      // by its name below the includes folder; `thing`: a Template
    file,         // of `include_relative`, by its path; `thing`: its page, else `text`: its content
    data,         // a data file by its path; `thing`: a DataFile
    data_folder,  // is there a data file below this path?
    link,         // `{% link PATH %}`; `text`: the address, not yet behind the baseurl
    post_url,     // `{% post_url NAME %}`
    posts,        // the written posts, newest first, or those with the tag or of the category NAME: `pages`;
    tag,          // not known where there are very many
    category,
    documents,  // of the collection NAME, oldest first: `pages`; not known in a large site
  };
  struct Answer {
    bool known = false;                 // false: there is no such thing
    std::shared_ptr<const void> thing;  // kept: nothing else can take its place in memory
    std::string text;
    std::vector<PagePtr> pages;
    friend bool operator==(const Answer&, const Answer&) = default;
  };

  // Asks once for each thing. The reference holds as long as this does.
  const Answer& ask(const Site& site, Kind kind, std::string_view name);
  // Would `site` give the same answers? Takes time for each thing that was asked for, not for the site.
  [[nodiscard]] bool hold_in(const Site& site) const;

 private:
  std::map<std::pair<Kind, std::string>, Answer> answers_;
};

}  // namespace site
