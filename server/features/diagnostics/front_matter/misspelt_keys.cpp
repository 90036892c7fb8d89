// Front matter keys that nothing reads because of one letter: `Title`, `catagories`. And keys that are given
// up. Jekyll's data is case-sensitive and takes every key without a word.
#include <algorithm>
#include <cstdlib>
#include <set>
#include <string>
#include <vector>

#include "schema/catalog.h"
#include "server/features/diagnostics/checks.h"
#include "server/features/diagnostics/fixes.h"
#include "server/features/diagnostics/subject.h"
#include "server/features/knowledge/schemas.h"
#include "server/features/knowledge/words.h"
#include "server/text/ascii.h"
#include "server/text/path.h"

namespace features::diagnostics {
namespace {

// One letter added, lost, changed, or two neighbours swapped.
bool one_typo_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1) return false;
  std::size_t begin = 0;
  while (begin < a.size() && a[begin] == b[begin]) ++begin;
  std::size_t end = 0;
  while (end < a.size() - begin && a[a.size() - 1 - end] == b[b.size() - 1 - end]) ++end;
  const std::size_t left = a.size() - begin - end;
  const std::size_t right = b.size() - begin - end;
  const auto joins = [](char c) { return c == '-' || c == '_'; };
  if (left == 1 && right == 1 && joins(a[begin]) && joins(b[begin])) return true;
  // `image2` is a second picture, `title_en` another title.
  if (!std::all_of(b.begin() + static_cast<std::ptrdiff_t>(begin),
                   b.begin() + static_cast<std::ptrdiff_t>(begin + right), text::is_ascii_lowercase))
    return false;
  if (left <= 1 && right <= 1) return true;
  return left == 2 && right == 2 && a[begin] == b[begin + 1] && a[begin + 1] == b[begin];
}

// `image` and `images` are two words, not one misspelt.
bool singular_and_plural(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  return b.size() == a.size() + 1 && b.ends_with('s') && b.starts_with(a);
}

bool is_key_byte(char c) {
  return text::is_word_byte(c) || c == '-';
}

// `page.name`, `page["name"]`, `'name'`: anything that may read the key.
bool mentions(std::string_view text, std::string_view name) {
  for (std::size_t at = text.find(name); at != std::string_view::npos; at = text.find(name, at + 1)) {
    const char before = at > 0 ? text[at - 1] : ' ';
    const std::size_t end = at + name.size();
    const bool whole = end >= text.size() || !is_key_byte(text[end]);
    if (whole && (before == '.' || before == '"' || before == '\'' || before == ':')) return true;
  }
  return false;
}

// Templates, Ruby code and the pages beside the configuration. Only asked for a key that looks misspelt, so
// that reading files is rare.
class Readers {
 public:
  explicit Readers(const site::Site& site) : site_(site) {}

  [[nodiscard]] bool mention(std::string_view name) {
    const site::Config& config = site_.config();
    for (const std::string& folder : {config.layouts_dir, config.includes_dir, config.plugins_dir}) {
      if (in_folder(folder, name, 0)) return true;
    }
    return in_folder("", name, deepest);
  }

 private:
  static constexpr int deepest = 6;

  bool in_folder(const std::string& folder, std::string_view name, int depth) {
    for (const site::DirectoryEntry& entry : site_.files().list(folder)) {
      const std::string path = text::join_path(folder, entry.name);
      if (entry.outside) continue;
      if (entry.directory) {
        if (depth < deepest && in_folder(path, name, depth + 1)) return true;
      } else if (left_ == 0) {
        return true;  // too much to look through: better silent
      } else {
        --left_;
        const auto text = site_.files().read_prefix(path, 200'000);
        if (text && mentions(*text, name)) return true;
      }
    }
    return false;
  }

  const site::Site& site_;
  std::size_t left_ = 600;
};

// The key that was meant; "" if this one is right, or too far from any.
std::string meant(const std::vector<schema::Key>& known, const std::string& written) {
  constexpr std::size_t shortest = 5;
  std::string near;
  const std::string lower = text::ascii_lower(written);
  for (const schema::Key& key : known) {
    if (key.name == written) return {};
    if (text::ascii_lower(key.name) == lower) {
      near = key.name;
    } else if (near.empty() && written.size() >= shortest && key.name.size() >= shortest &&
               one_typo_apart(lower, key.name) && !singular_and_plural(lower, key.name)) {
      near = key.name;
    }
  }
  return near;
}

std::size_t uses(const site::Site& site, std::string_view key) {
  for (const site::TermCount& count : site.keys()) {
    if (count.name == key) return count.count;
  }
  return 0;
}

void spelling(const Context& context, const std::vector<std::string>& schemas, Report& report) {
  constexpr std::size_t many = 3;
  std::size_t searches = 10;  // each looks through the site's templates
  const auto& mapping = *context.document->front_matter.data.mapping();
  const std::vector<schema::Key> known = schema::keys_below(context.knowledge->library(), schemas, {});
  for (const syntax::Member& member : mapping) {
    if (!member.string_key) continue;
    const std::string right = meant(known, member.key);
    if (right.empty() || context.document->front_matter.data.find(right)) continue;
    // What several files say is meant so.
    if (searches-- == 0) return;
    if (uses(*context.site, member.key) > many || Readers(*context.site).mention(member.key)) continue;
    const bool cased = text::ascii_lower(right) == text::ascii_lower(member.key);
    Problem& problem =
        report.add(rules.key_spelling, member.key_range,
                   "Nothing reads " + code(member.key) + ": the key is " + code(right) +
                       (cased ? ", and letter case counts." : ".") + " Jekyll keeps it without a word.");
    const std::string_view source = text::slice(context.text(), member.key_range);
    offer(problem, context, "Rename the key to " + code(right),
          {{member.key_range, in_style_of(source, right)}});
  }
}

// Old keys of the whole tree. Only the top level can be renamed in place.
void deprecated(const Context& context, const std::vector<std::string>& schemas, const syntax::Value& value,
                std::vector<std::string>& path, Report& report) {
  constexpr std::size_t deepest = 6;
  if (!value.mapping() || path.size() >= deepest) return;
  for (const syntax::Member& member : *value.mapping()) {
    path.push_back(member.key);
    const auto key = schema::describe_key(context.knowledge->library(), schemas, path);
    if (key && key->deprecated) {
      std::string message = code(member.key) + " is an old key.";
      if (!key->replacement.empty()) message += " Write " + code(key->replacement) + " in its place.";
      Problem& problem = report.add(rules.deprecated_key, member.key_range, std::move(message));
      problem.deprecated = true;
      const bool flat = path.size() == 1 && key->replacement.find('.') == std::string::npos;
      if (!key->replacement.empty() && flat && !value.find(key->replacement)) {
        offer(problem, context, "Rename the key to " + code(key->replacement),
              {{member.key_range, key->replacement}});
      }
    }
    if (key) deprecated(context, schemas, member.value, path, report);
    path.pop_back();
  }
}

}  // namespace

void keys(const Context& context, Report& report) {
  const auto kind = file_kind(context);
  if (!context.site || !kind || !context.document->front_matter.tree.valid) return;
  const std::vector<std::string> schemas = schemas_for(context, *kind);
  std::vector<std::string> path;
  if (*kind == schema::FileKind::config) {
    deprecated(context, schemas, context.document->front_matter.data, path, report);
  } else if (has_front_matter(context) && !context.page->data_invalid) {
    spelling(context, schemas, report);
    deprecated(context, schemas, context.document->front_matter.data, path, report);
  }
}

}  // namespace features::diagnostics
