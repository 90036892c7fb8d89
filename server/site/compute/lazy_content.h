// What a page keeps of its rendering, worked out when somebody asks: filled and judged by rendered/, kept
// here, so that it lives as long as the page.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "server/site/compute/page.h"

namespace site {

// What a rendering asked its site for, and what it was told.
struct LiquidUses {
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
  std::map<std::pair<Kind, std::string>, Answer> answers;
};

// Of one page; shared by all snapshots that hold it.
struct LazyContent {
  std::mutex mutex;
  std::shared_ptr<const std::string> text;  // once read, it is what the page was made from
  PageContentPtr content;
  LiquidUses uses;                    // that `content` was made from
  std::weak_ptr<const void> held_in;  // the state of the last snapshot for which that was found to hold
};

}  // namespace site
