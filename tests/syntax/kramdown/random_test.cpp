// Random texts, read by us and by real kramdown (oracle.rb). Needs ruby with the kramdown gems; without them
// the test is skipped. Environment: KRAMDOWN_SECONDS (default 30) and KRAMDOWN_SEED (default: from the clock,
// printed).
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "tests/syntax/kramdown/facts.h"

namespace kramdown_tests {
namespace {

using nlohmann::json;

constexpr auto tokens = std::to_array<std::string_view>({"# ",
                                                         "## ",
                                                         "#",
                                                         "===",
                                                         "---",
                                                         "\n---\n",
                                                         "\n===\n",
                                                         "\n",
                                                         "\n",
                                                         "\n",
                                                         "\n\n",
                                                         "    ",
                                                         "  ",
                                                         " ",
                                                         "\t",
                                                         "> ",
                                                         "* ",
                                                         "- ",
                                                         "1. ",
                                                         "+ ",
                                                         ": ",
                                                         "[a]",
                                                         "[b]: /u\n",
                                                         "[a]: <x y> \"t\"\n",
                                                         "(x)",
                                                         "(y \"t\")",
                                                         "[",
                                                         "](u)",
                                                         "![",
                                                         "!",
                                                         "*",
                                                         "**",
                                                         "_",
                                                         "__",
                                                         "`",
                                                         "``",
                                                         "```\n",
                                                         "```",
                                                         "~~~\n",
                                                         "~~",
                                                         "$$",
                                                         "<div>",
                                                         "</div>",
                                                         "<div markdown=\"1\">",
                                                         "<b>",
                                                         "</b>",
                                                         "<a href=\"h\">",
                                                         "</a>",
                                                         "<p>",
                                                         "</p>",
                                                         "<br>",
                                                         "<img src=\"i\">",
                                                         "<!--",
                                                         "-->",
                                                         "<http://a.b>",
                                                         "<x@y.z>",
                                                         "{: #i}",
                                                         "{:.c}",
                                                         "{:toc}\n",
                                                         "{: id=\"k\" .x}",
                                                         "{:r: #ald}",
                                                         "{:r}",
                                                         "{::comment}",
                                                         "{:/comment}",
                                                         "{:/}",
                                                         "{::options auto_ids=\"false\" /}",
                                                         "{#h}",
                                                         " {#h}",
                                                         "[^1]",
                                                         "[^1]: n\n",
                                                         "*[X]: y\n",
                                                         "^\n",
                                                         "|",
                                                         "| a | b |\n",
                                                         "--|--\n",
                                                         "\\",
                                                         "&amp;",
                                                         "&foo;",
                                                         "&#65;",
                                                         "\"",
                                                         "'",
                                                         "--",
                                                         "...",
                                                         "<<",
                                                         ">>",
                                                         "a",
                                                         "b",
                                                         "word",
                                                         "한글",
                                                         "é",
                                                         "X",
                                                         "1",
                                                         "s",
                                                         "\"q\"",
                                                         "it's",
                                                         "-",
                                                         "(",
                                                         ")",
                                                         "]",
                                                         "}",
                                                         "{",
                                                         "{:",
                                                         ":",
                                                         "<",
                                                         ">",
                                                         "=",
                                                         "<code>",
                                                         "</code>",
                                                         "<h2 id=\"z\">",
                                                         "</h2>",
                                                         "<script>",
                                                         "</script>",
                                                         "<details>",
                                                         "<summary>",
                                                         "</details>",
                                                         "[ ] ",
                                                         "[x] ",
                                                         "\\*",
                                                         "\\\\\n",
                                                         "  \n",
                                                         "~",
                                                         "<section markdown=\"block\">",
                                                         "</section>",
                                                         "<span markdown=\"0\">",
                                                         "</span>",
                                                         "#\n",
                                                         "a\n",
                                                         "b\n",
                                                         "* a\n",
                                                         "  * b\n",
                                                         "    c\n",
                                                         "> q\n",
                                                         "| x\n"});

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {
    std::ifstream file(JEKYLL_LS_TEST_DIR "/syntax/kramdown/golden/inputs.json");
    for (const json& entry : json::parse(file)) inputs_.push_back(entry["input"]);
  }

  json question() {
    std::string text = below(10) < 6 ? soup() : mutation();
    cut(text, 400);
    return {{"input", text}, {"parser", below(3) == 0 ? "kramdown" : "GFM"}};
  }

 private:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }
  std::string_view token() { return tokens[below(tokens.size())]; }

  // Never inside a character: kramdown wants valid UTF-8.
  static void cut(std::string& text, std::size_t size) {
    if (size >= text.size()) return;
    while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80U) --size;
    text.resize(size);
  }
  std::size_t place(const std::string& text) {
    std::size_t offset = below(text.size() + 1);
    while (offset > 0 && offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80U)
      --offset;
    return offset;
  }

  std::string soup() {
    std::string text;
    constexpr std::size_t lengths[] = {4, 8, 16, 30};
    const std::size_t count = 1 + below(lengths[below(4)]);
    for (std::size_t i = 0; i < count; ++i) text += token();
    return text;
  }

  std::string mutation() {
    std::string text = inputs_[below(inputs_.size())];
    const std::size_t count = 1 + below(4);
    for (std::size_t i = 0; i < count; ++i) {
      const std::size_t at = place(text);
      const std::size_t kind = below(10);
      if (kind < 4) {
        text.insert(at, token());
      } else if (kind < 6) {
        const std::size_t end = std::max(at, place(text));
        text.erase(at, std::min<std::size_t>(end - at, end - at < 8 ? 8 : 0));
      } else if (kind < 8) {
        const std::string& other = inputs_[below(inputs_.size())];
        text = text.substr(0, at) + other.substr(place(other));
      } else {
        text.insert(at, "\n");
      }
    }
    return text;
  }

  std::mt19937 random_;
  std::vector<std::string> inputs_;
};

unsigned environment(const char* name, unsigned otherwise) {
  const char* value = std::getenv(name);
  return value != nullptr ? static_cast<unsigned>(std::strtoul(value, nullptr, 10)) : otherwise;
}

// One run of the oracle; empty when it cannot be run.
std::vector<json> ask_kramdown(const std::vector<json>& questions, const std::filesystem::path& folder) {
  const auto input = folder / "questions.jsonl";
  const auto output = folder / "answers.jsonl";
  {
    std::ofstream file(input);
    for (const json& question : questions) file << question.dump() << '\n';
  }
  const std::string command = "ruby -W0 '" JEKYLL_LS_TEST_DIR "/syntax/kramdown/oracle.rb' < '" +
                              input.string() + "' > '" + output.string() + "' 2> /dev/null";
  if (std::system(command.c_str()) != 0) return {};
  std::vector<json> answers;
  std::ifstream file(output);
  for (std::string line; std::getline(file, line);) answers.push_back(json::parse(line));
  return answers;
}

TEST(KramdownRandom, RandomTextsGiveWhatKramdownGives) {
  // The same texts on every run, so that a failure is the fault of a change; other seeds are for exploring.
  const auto seed = environment("KRAMDOWN_SEED", 1);
  const auto end =
      std::chrono::steady_clock::now() + std::chrono::seconds(environment("KRAMDOWN_SECONDS", 30));
  std::printf("KRAMDOWN_SEED=%u\n", seed);
  const auto folder = std::filesystem::temp_directory_path() / ("kramdown_random_" + std::to_string(seed));
  std::filesystem::create_directories(folder);
  Generator generator(seed);
  std::size_t compared = 0;
  std::size_t different = 0;
  while (std::chrono::steady_clock::now() < end && different < 5) {
    std::vector<json> questions;
    for (int i = 0; i < 1000; ++i) questions.push_back(generator.question());
    const std::vector<json> answers = ask_kramdown(questions, folder);
    if (answers.size() != questions.size()) {
      std::filesystem::remove_all(folder);
      GTEST_SKIP() << "no ruby with kramdown here";
    }
    for (std::size_t i = 0; i < questions.size(); ++i) {
      if (answers[i].is_null()) continue;  // kramdown itself gave up
      const std::string text = questions[i]["input"];
      const std::string parser = questions[i]["parser"];
      // Lines are left out: kramdown counts them wrong in items whose first line is empty.
      const json ours = sorted(our_facts(text, read_options(json::object(), parser)), Lines::left_out);
      const json theirs = sorted(answers[i], Lines::left_out);
      ++compared;
      if (ours != theirs) ++different;
      EXPECT_EQ(ours, theirs) << parser << ' ' << questions[i]["input"];
    }
  }
  std::filesystem::remove_all(folder);
  std::printf("%zu texts compared\n", compared);
}

}  // namespace
}  // namespace kramdown_tests
