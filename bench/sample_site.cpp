#include "bench/sample_site.h"

#include <array>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <stdlib.h>
#include <string_view>

namespace bench {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 12> korean = {
    "오늘은 데이터가 흐르는 길을 처음부터 끝까지 따라가 보았다.",
    "막히는 곳이 있으면 그림을 그려 보는 것이 가장 빨랐다.",
    "작은 실험을 여러 번 하는 편이 큰 실험을 한 번 하는 것보다 낫다.",
    "회의가 길어질수록 결론은 짧아진다는 것을 배웠다.",
    "기록해 두지 않은 숫자는 없는 숫자와 같다.",
    "비가 와서 달리기 대신 계단을 올랐다.",
    "모델보다 데이터를 먼저 의심하기로 했다.",
    "배포는 금요일에 하지 않는다는 규칙을 지켰다.",
    "동료가 남긴 주석 한 줄이 반나절을 아껴 주었다.",
    "같은 실수를 두 번 하지 않으려고 시험을 하나 더 적었다.",
    "로그를 읽는 일이 코드를 읽는 일보다 재미있을 때가 있다.",
    "천천히 가도 멈추지만 않으면 된다고 스스로에게 말했다."};

constexpr std::array<std::string_view, 12> english = {
    "The first run took a minute, the second one a moment.",
    "Every table in this post was made by the script at its end.",
    "What looked like a bug was a clock that ran in another zone.",
    "A smaller batch made the curve smooth and the night short.",
    "We kept the old path for a week, just to be able to compare.",
    "Names are cheap to change today and dear to change tomorrow.",
    "The queue was never full, it was only read too seldom.",
    "Nobody misses a feature that explains itself away.",
    "After the third retry the answer was always the same.",
    "Two short functions read better than one clever line.",
    "The cache was right, the key was wrong.",
    "Half of the work was finding out who else needed it."};

constexpr std::array<std::string_view, 24> words = {
    "aitech", "naver", "boostcamp",  "데이터",  "러닝",  "mlops", "docker", "linux",
    "python", "회고",  "일기",       "airflow", "wandb", "git",   "서빙",   "분석",
    "여행",   "책",    "kubernetes", "sql",     "spark", "gpu",   "vision", "nlp"};

constexpr std::array<std::string_view, 8> categories = {"boostcamp", "linux", "diary",   "data",
                                                        "writing",   "tools", "running", "일상"};

std::string day_of(std::size_t number) {
  // 28 days in every month, some ten posts a day: dates from 2000 to the recent past.
  const std::size_t day = number / 13;
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%04zu-%02zu-%02zu", 2000 + day / 336 % 25, day / 28 % 12 + 1,
                day % 28 + 1);
  return text.data();
}

std::string slug_of(std::size_t number) {
  return "post-" + std::to_string(number);
}

std::string_view category_of(std::size_t number) {
  return categories[number % categories.size()];
}

// Where the post stands under `permalink: /:categories/:title/`.
std::string address_of(std::size_t number) {
  return "/" + std::string(category_of(number)) + "/" + slug_of(number) + "/";
}

// A small generator with its state in the open, so that the sites are the same with every standard library.
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 2 + 1) {}
  std::size_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005U + 1442695040888963407U;
    return static_cast<std::size_t>(state_ >> 33U) % limit;
  }

 private:
  std::uint64_t state_;
};

void append_front_matter(std::string& text, std::size_t number) {
  const std::string day = day_of(number);
  text += "---\ntitle: \"[" + std::string(category_of(number)) + "] 기록 " + std::to_string(number) + "\"\n";
  text += "excerpt: \"Notes of " + day + "\"\n\ncategories:\n  - " + std::string(category_of(number)) +
          "\ntags:\n  - [";
  for (std::size_t i = 0; i < 4; ++i) {
    // Few words often, many words seldom, as people tag.
    const std::size_t pick = i == 3 ? number * 7 : number + i * 5;
    text += (i > 0 ? ", " : "") + std::string(words[pick % words.size()]);
  }
  text += "]\n\ntoc: true\ntoc_sticky: true\n\ndate: " + day + "\nlast_modified_at: " + day + "\n---\n";
}

void append_link(std::string& text, Dice& dice, std::size_t posts) {
  const std::size_t target = dice.below(posts);
  switch (dice.below(5)) {
    case 0:
      text += "[그 글]({% post_url " + day_of(target) + "-" + slug_of(target) + " %}) ";
      break;
    case 1:
      text += "[밖](https://example.com/" + std::to_string(target) + ") ";
      break;
    case 2:
      text += "![그림](/assets/images/map.svg) ";
      break;
    case 3:
      text += "[section](" + address_of(target) + "#기록-0) ";
      break;
    default:
      text += "[지난 글](" + address_of(target) + ") ";
      break;
  }
}

}  // namespace

TemporaryFolder::TemporaryFolder() {
  std::string pattern = (fs::temp_directory_path() / "jekyll-ls-bench-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder at " + pattern);
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

std::string post_text(std::size_t number, std::size_t posts, std::size_t bytes) {
  Dice dice(number);
  std::string text;
  append_front_matter(text, number);
  // One section of each 3 KB post's six: a heading, two or one links, sentences up to the section's share.
  constexpr std::size_t section_bytes = 480;
  for (std::size_t section = 0; text.size() + section_bytes / 2 < bytes; ++section) {
    const std::size_t end = text.size() + section_bytes;
    text += section % 3 == 0 ? "\n## 기록 " : "\n### Part ";
    text += std::to_string(section) + "\n\n";
    for (std::size_t links = section % 3 == 2 ? 1 : 2; links > 0; --links) append_link(text, dice, posts);
    text += "\n";
    while (text.size() < end) {
      text += dice.below(2) == 0 ? korean[dice.below(korean.size())] : english[dice.below(english.size())];
      text += dice.below(4) == 0 ? "\n<br>" : "\n";
    }
  }
  return text;
}

SampleSite write_site(const std::string& root, std::size_t posts) {
  SampleSite site;
  site.root = root;
  fs::create_directories(root + "/_posts");
  fs::create_directories(root + "/_layouts");
  fs::create_directories(root + "/assets/images");
  std::ofstream(root + "/_config.yml")
      << "title: Bench\nurl: https://bench.example\npermalink: /:categories/:title/\n"
         "timezone: Asia/Seoul\n";
  std::ofstream(root + "/_layouts/single.html") << "{{ content }}\n";
  std::ofstream(root + "/assets/images/map.svg") << "<svg xmlns='http://www.w3.org/2000/svg'/>\n";
  for (std::size_t i = 0; i < posts; ++i) {
    std::string path = root + "/_posts/" + day_of(i) + "-" + slug_of(i) + ".md";
    std::ofstream(path, std::ios::binary) << post_text(i, posts, 3000);
    site.posts.push_back(std::move(path));
  }
  return site;
}

}  // namespace bench
