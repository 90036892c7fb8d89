// What a writer waits for: the time from a key to the diagnostics and to completions, in a long post of a
// site of any size, and the time until a started server answers. All through the real program.
#pragma once

#include <memory>
#include <string>

#include "bench/editor.h"
#include "bench/sample_site.h"

namespace bench {

// An editor with a 50 KB post open in an indexed site.
class TypingSession {
 public:
  TypingSession(const std::string& program, const SampleSite& site);

  // One letter typed or deleted, then the answer to the request; in seconds. `place` is what is typed into.
  enum class Place { body, title, tags, link };
  [[nodiscard]] double key_to_diagnostics(Place place);
  [[nodiscard]] double key_to_completion(Place place);

  [[nodiscard]] std::size_t posts() const { return posts_; }
  // Measured when the site was read and before anything was typed.
  [[nodiscard]] std::size_t memory_after_indexing() const { return memory_; }
  [[nodiscard]] std::size_t peak_while_indexing() const { return peak_; }
  [[nodiscard]] const std::string& post() const { return post_; }

 private:
  struct Cursor {
    std::size_t line = 0;
    std::size_t column = 0;
    bool typed = false;  // the letter stands there now
  };
  Cursor& cursor(Place place);
  void press_key(Cursor& cursor);

  Editor editor_;
  std::size_t posts_;
  std::string uri_;
  std::string post_;
  int version_ = 1;
  Cursor body_, title_, tags_, link_;
  std::size_t memory_ = 0;
  std::size_t peak_ = 0;
};

// "diagnostics/N", "completion/tags/N", "completion/links/N" with counters p50 and p95 in milliseconds.
// The session must outlive the run.
void register_typing(TypingSession& session, int rounds);

// "parse/raw": the bare parsers over the same 50 KB post.
void register_raw_post(const std::string& post, int rounds);

// "initialize": from the start of the process to its answer.
void register_start(const std::string& program, const std::string& root);

}  // namespace bench
