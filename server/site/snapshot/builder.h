// Turns source units into the state of a snapshot, or changes of one into the next. Used by one thread at a
// time; the state it started from has to outlive it.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "server/site/snapshot/state.h"
#include "server/site/snapshot/term_edits.h"

namespace site {

class SiteBuilder {
 public:
  explicit SiteBuilder(Sources sources);
  explicit SiteBuilder(const SiteState& from);

  // Everything this unit is replaces whatever stood at its path.
  void put(SourceUnit unit);
  // The file, or every file below the folder, is gone.
  void remove(std::string_view path);
  void set_outside(std::vector<std::string> paths);
  void set_project(ProjectSettings settings);

  [[nodiscard]] std::shared_ptr<const SiteState> finish();

 private:
  void put_page(const PagePtr& page);
  void remove_page(std::string_view path);
  void put_file(const StaticFilePtr& file);
  void remove_file(std::string_view path);
  void put_template(const SourceUnit& unit);
  void remove_folder(const std::string& folder);
  void remove_small(const std::string& name);
  void limit_posts();
  void set_ignored();

  // readme_indexes.cpp
  void put_readme(const std::string& path, const PagePtr& page);
  void choose_indexes();

  // indexes.cpp
  void index(PageId id, const Page& page);
  void unindex(PageId id, const Page& page);
  void index_words(PageId id, const Page* old, const Page* page);
  void add_output(const std::string& output, Writer writer);
  void remove_output(const std::string& output, const Writer& writer);
  void count_folders(PersistentMap<std::uint32_t>& counts, std::string_view path, bool more);
  void note_conflict(const std::string& output, const std::vector<Writer>& writers);

  SiteState state_;
  bool facts_changed_ = false;
  TermEdits term_edits_;
  std::map<std::string, bool> ignored_edits_;  // true: added
};

}  // namespace site
