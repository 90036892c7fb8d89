#include "server/features/commands/habit.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "server/features/knowledge/terms.h"
#include "server/syntax/front_matter.h"
#include "server/syntax/scalar.h"
#include "server/syntax/slugify.h"
#include "server/text/path.h"

namespace features::commands {
namespace {

namespace yaml = syntax::yaml;

constexpr std::size_t recent_posts = 10;

struct Post {
  std::int64_t seconds = 0;
  std::string path;
};

// Newest first.
std::vector<Post> newest_posts(const site::Site& site) {
  std::vector<Post> posts;
  site.for_each_page([&](const site::Page& page) {
    if (page.kind == site::PageKind::post && !page.data_invalid)
      posts.push_back({page.date ? page.date->seconds : 0, page.path});
    return true;
  });
  const std::size_t count = std::min(recent_posts, posts.size());
  std::partial_sort(posts.begin(), posts.begin() + static_cast<std::ptrdiff_t>(count), posts.end(),
                    [](const Post& a, const Post& b) {
                      return a.seconds != b.seconds ? a.seconds > b.seconds : a.path > b.path;
                    });
  posts.resize(count);
  return posts;
}

std::string padded(std::int64_t number, int digits) {
  std::string text = std::to_string(number);
  while (text.size() < static_cast<std::size_t>(digits)) text.insert(0, 1, '0');
  return text;
}

// The folder with the post's own year and month replaced by those of `now`: archives grow by themselves.
std::string folder_for_now(const std::string& path, const dates::CivilTime& now) {
  const std::string folder(text::parent_folder(path));
  const auto name = syntax::parse_post_name(path);
  const std::size_t posts = folder.rfind("_posts/");
  if (!name || posts == std::string::npos || name->date.size() != 10) return folder;
  std::string moved = folder.substr(0, posts + 6);
  for (std::size_t at = posts + 7; at <= folder.size();) {
    const std::size_t end = std::min(folder.find('/', at), folder.size());
    std::string part = folder.substr(at, end - at);
    if (part == name->date.substr(0, 4)) {
      part = padded(now.year, 4);
    } else if (part == name->date.substr(5, 2)) {
      part = padded(now.month, 2);
    }
    moved += "/" + part;
    at = end + 1;
  }
  return moved;
}

// The value that occurs most often; of equals the one that came first.
class Votes {
 public:
  void add(const std::string& value) {
    if (counts_[value]++ == 0) order_.push_back(value);
    ++all_;
  }
  [[nodiscard]] std::string most() const {
    std::string best;
    std::size_t count = 0;
    for (const std::string& value : order_) {
      if (counts_.at(value) > count) {
        best = value;
        count = counts_.at(value);
      }
    }
    return best;
  }
  // "" unless more than half agree.
  [[nodiscard]] std::string majority() const {
    const std::string best = most();
    return all_ > 0 && counts_.at(best) * 2 > all_ ? best : std::string();
  }

 private:
  std::map<std::string, std::size_t> counts_;
  std::vector<std::string> order_;
  std::size_t all_ = 0;
};

struct Key {
  KeyHabit habit;
  std::size_t posts = 0;
  std::size_t places = 0;  // sum of its places among the keys
  std::size_t blanks = 0;
  Votes values;
  Votes forms;
};

std::string with_plain_line_ends(std::string_view text) {
  std::string plain(text);
  std::erase(plain, '\r');
  return plain;
}

// Everything between the colon and the end of the value.
std::string source_of(std::string_view text, const yaml::Entry& entry) {
  const std::size_t colon = text.find(':', entry.key.range.end);
  if (colon == std::string_view::npos || entry.value.range.end <= colon) return {};
  std::string source = with_plain_line_ends(text.substr(colon + 1, entry.value.range.end - colon - 1));
  while (!source.empty() && (source.back() == '\n' || source.back() == ' ')) source.pop_back();
  return source;
}

bool blank_line_before(std::string_view text, const yaml::Entry& entry) {
  std::string_view before = text.substr(0, entry.key.range.begin);
  for (int ends = 0; !before.empty(); before.remove_suffix(1)) {
    if (before.back() == '\n' && ++ends == 2) return true;
    if (before.back() != '\n' && before.back() != '\r' && before.back() != ' ') return false;
  }
  return false;
}

KeyHabit::Form form_of(const yaml::Entry& entry) {
  using Form = KeyHabit::Form;
  const yaml::Node& value = entry.value;
  const bool flow = value.style == yaml::Node::Style::flow;
  if (value.kind == yaml::Node::Kind::sequence) return flow ? Form::flow_list : Form::block_list;
  if (value.kind != yaml::Node::Kind::scalar) return Form::other;
  switch (value.style) {
    case yaml::Node::Style::single_quoted:
      return Form::single_quoted;
    case yaml::Node::Style::double_quoted:
      return Form::double_quoted;
    case yaml::Node::Style::plain:
      return term_kind(entry.key.value) ? Form::words : Form::plain;
    default:
      return Form::other;
  }
}

bool is_time(const syntax::Scalar& scalar) {
  return std::holds_alternative<syntax::Date>(scalar) || std::holds_alternative<syntax::Timestamp>(scalar);
}

// The first call for a key is its newest post.
void note(Key& key, const yaml::Entry& entry, std::string_view text, std::size_t place) {
  const std::string source = source_of(text, entry);
  const yaml::Node& value = entry.value;
  syntax::Scalar scalar;
  if (value.kind == yaml::Node::Kind::scalar)
    scalar =
        value.style == yaml::Node::Style::plain ? syntax::resolve_plain_scalar(value.value) : value.value;
  key.habit.text = key.habit.text || std::holds_alternative<std::string>(scalar);
  if (key.posts == 0) {
    key.habit.name = entry.key.value;
    key.habit.newest = source;
    key.habit.time = is_time(scalar) || key.habit.name == "date" || key.habit.name == "last_modified_at";
  }
  ++key.posts;
  key.places += place;
  key.blanks += blank_line_before(text, entry) ? 1U : 0U;
  key.values.add(source);
  key.forms.add(std::to_string(static_cast<int>(form_of(entry))));
}

void note_permalink(const yaml::Entry& entry, Votes& folders, PostHabit& habit) {
  const std::string& value = entry.value.value;
  if (entry.value.kind != yaml::Node::Kind::scalar || value.size() < 2 || value.front() != '/' ||
      value.find(':') != std::string::npos)
    return;
  const bool folder = value.back() == '/';
  if (habit.permalink_end.empty()) habit.permalink_end = folder ? "/" : text::dot_ending(value);
  const std::string_view step = folder ? std::string_view(value).substr(0, value.size() - 1) : value;
  folders.add(std::string(text::folder_of(step)));
}

}  // namespace

PostHabit read_habit(const Context& context) {
  const site::Site& site = *context.site;
  PostHabit habit;
  habit.folder = text::join_path(site.config().collections_dir, "_posts");
  Votes folders;
  Votes extensions;
  Votes line_ends;
  Votes permalinks;
  std::vector<Key> keys;  // in order of appearance

  for (const Post& post : newest_posts(site)) {
    const std::optional<std::string> text = site.files().read(post.path);
    if (!text) continue;
    const syntax::FrontMatter front = syntax::parse_front_matter(*text);
    const yaml::Node& root = front.tree.root;
    if (front.state != syntax::FrontMatter::State::present || !front.tree.valid ||
        root.kind != yaml::Node::Kind::mapping || root.style == yaml::Node::Style::flow)
      continue;
    ++habit.posts;
    folders.add(folder_for_now(post.path, dates::civil(context.now)));
    extensions.add(std::string(text::extension(post.path)));
    const std::size_t line = text->find('\n');
    line_ends.add(line != std::string::npos && line > 0 && (*text)[line - 1] == '\r' ? "\r\n" : "\n");
    std::size_t place = 0;
    for (const yaml::Entry& entry : root.entries) {
      auto key = std::find_if(keys.begin(), keys.end(),
                              [&](const Key& known) { return known.habit.name == entry.key.value; });
      if (key == keys.end()) key = keys.insert(keys.end(), Key());
      note(*key, entry, *text, place++);
      if (entry.key.value == "permalink") note_permalink(entry, permalinks, habit);
    }
  }
  if (habit.posts == 0) return habit;

  habit.folder = folders.most();
  habit.extension = extensions.most();
  habit.line_end = line_ends.most();
  habit.permalink_folder = permalinks.majority();
  std::erase_if(keys, [&](const Key& key) { return key.posts * 2 <= habit.posts; });
  std::stable_sort(keys.begin(), keys.end(), [](const Key& a, const Key& b) {
    return a.places * b.posts < b.places * a.posts;  // by the mean of their places
  });
  for (Key& key : keys) {
    key.habit.blank_before = key.blanks * 2 > key.posts;
    key.habit.usual = key.values.majority();
    key.habit.form = static_cast<KeyHabit::Form>(std::stoi(key.forms.most()));
    habit.keys.push_back(std::move(key.habit));
  }
  return habit;
}

}  // namespace features::commands
