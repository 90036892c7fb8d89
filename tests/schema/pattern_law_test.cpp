// Random patterns: the matcher says what a slow one says that follows the definition of each part to the
// letter.
#include <algorithm>
#include <functional>
#include <gtest/gtest.h>
#include <iterator>
#include <random>
#include <set>
#include <string>

#include "schema/pattern.h"

namespace schema {
namespace {

using Places = std::set<std::size_t>;

// A part of a pattern: how it is written, and where its matches end that begin at a place of a text.
struct Part {
  std::string written;
  std::function<Places(std::string_view text, std::size_t begin)> ends;
};

using IsOne = std::function<bool(char)>;

Part one(std::string written, const IsOne& is_one) {
  return {std::move(written), [is_one](std::string_view text, std::size_t begin) {
            return begin < text.size() && is_one(text[begin]) ? Places{begin + 1} : Places{};
          }};
}

Part assertion(std::string written, const std::function<bool(std::string_view, std::size_t)>& holds) {
  return {std::move(written), [holds](std::string_view text, std::size_t begin) {
            return holds(text, begin) ? Places{begin} : Places{};
          }};
}

Part sequence(const Part& first, const Part& second) {
  return {first.written + second.written, [first, second](std::string_view text, std::size_t begin) {
            Places ends;
            for (const std::size_t middle : first.ends(text, begin)) ends.merge(second.ends(text, middle));
            return ends;
          }};
}

Part either(const Part& first, const Part& second) {
  return {first.written + "|" + second.written, [first, second](std::string_view text, std::size_t begin) {
            Places ends = first.ends(text, begin);
            ends.merge(second.ends(text, begin));
            return ends;
          }};
}

Part in_brackets(const std::string& opening, const Part& part) {
  return {opening + part.written + ")", part.ends};
}

// `most` is 9 for any number: no text of this test is longer.
Part repeated(const Part& part, const std::string& sign, int least, int most) {
  return {part.written + sign, [part, least, most](std::string_view text, std::size_t begin) {
            Places here{begin};
            Places ends;
            for (int count = 0; count <= most; ++count) {
              if (count >= least) ends.insert(here.begin(), here.end());
              Places next;
              for (const std::size_t place : here) next.merge(part.ends(text, place));
              here = std::move(next);
            }
            return ends;
          }};
}

Part ahead(const Part& part, bool negated) {
  return assertion((negated ? "(?!" : "(?=") + part.written + ")",
                   [part, negated](std::string_view text, std::size_t place) {
                     return part.ends(text, place).empty() == negated;
                   });
}

Part behind(const Part& part, bool negated) {
  return assertion((negated ? "(?<!" : "(?<=") + part.written + ")",
                   [part, negated](std::string_view text, std::size_t place) {
                     bool found = false;
                     for (std::size_t begin = 0; begin <= place; ++begin)
                       found = found || part.ends(text, begin).contains(place);
                     return found != negated;
                   });
}

bool is_word(char c) {
  return c == 'a' || c == 'b';  // of the characters below
}

bool is_edge(std::string_view text, std::size_t place) {
  return (place > 0 && is_word(text[place - 1])) != (place < text.size() && is_word(text[place]));
}

constexpr std::string_view alphabet = "ab-\n";

class Generator {
 public:
  explicit Generator(unsigned seed) : random_(seed) {}

  std::string text() {
    std::string text;
    for (std::size_t left = below(8); left > 0; --left) text += alphabet[below(alphabet.size())];
    return text;
  }

  Part pattern(int depth) {
    Part part = alternative(depth);
    while (below(4) == 0) part = either(part, alternative(depth));
    return part;
  }

 private:
  std::size_t below(std::size_t limit) {
    return std::uniform_int_distribution<std::size_t>(0, limit - 1)(random_);
  }

  Part alternative(int depth) {
    Part part = assertion("", [](std::string_view /*text*/, std::size_t /*place*/) { return true; });
    for (std::size_t left = below(4); left > 0; --left) part = sequence(part, term(depth));
    return part;
  }

  Part term(int depth) {
    switch (below(depth > 0 ? 16 : 13)) {
      case 0:
        return assertion("^", [](std::string_view /*text*/, std::size_t place) { return place == 0; });
      case 1:
        return assertion("$", [](std::string_view text, std::size_t place) { return place == text.size(); });
      case 2:
        return assertion("\\b", is_edge);
      case 3:
        return assertion("\\B",
                         [](std::string_view text, std::size_t place) { return !is_edge(text, place); });
      case 13:
        return ahead(pattern(depth - 1), below(2) == 0);
      case 14:
        return behind(pattern(depth - 1), below(2) == 0);
      default:
        return counted(atom(depth));
    }
  }

  Part atom(int depth) {
    switch (below(depth > 0 ? 10 : 7)) {
      case 0:
        return one("a", [](char c) { return c == 'a'; });
      case 1:
        return one("\\x62", [](char c) { return c == 'b'; });
      case 2:
        return one(".", [](char c) { return c != '\n'; });
      case 3:
        return one("\\w", is_word);
      case 4:
        return one("[^a\\s]", [](char c) { return c == 'b' || c == '-'; });
      case 5:
        return one("[\\W-b]", [](char c) { return c != 'a'; });
      case 6:
        return one("[--a]", [](char c) { return c == '-' || c == 'a'; });
      case 7:
        return in_brackets("(", pattern(depth - 1));
      case 8:
        return in_brackets("(?<name>", pattern(depth - 1));
      default:
        return in_brackets("(?:", pattern(depth - 1));
    }
  }

  Part counted(const Part& part) {
    switch (below(12)) {
      case 0:
        return repeated(part, "*", 0, 9);
      case 1:
        return repeated(part, "+", 1, 9);
      case 2:
        return repeated(part, "?", 0, 1);
      case 3:
        return repeated(part, "{2}", 2, 2);
      case 4:
        return repeated(part, "{1,3}?", 1, 3);
      case 5:
        return repeated(part, "{2,}", 2, 9);
      case 6:
        return repeated(part, "{0}", 0, 0);
      default:
        return part;
    }
  }

  std::mt19937 random_;
};

bool found_in(const Part& pattern, std::string_view text) {
  for (std::size_t begin = 0; begin <= text.size(); ++begin) {
    if (!pattern.ends(text, begin).empty()) return true;
  }
  return false;
}

TEST(PatternLaw, AMatcherThatFollowsTheDefinitionsSaysTheSame) {
  int matching = 0;
  constexpr int patterns = 2'000;
  for (int seed = 0; seed < patterns; ++seed) {
    Generator generator(static_cast<unsigned>(seed));
    const Part pattern = generator.pattern(3);
    const std::optional<Pattern> compiled = Pattern::compile(pattern.written);
    ASSERT_TRUE(compiled) << pattern.written;
    for (int i = 0; i < 5; ++i) {
      const std::string text = generator.text();
      const bool expected = found_in(pattern, text);
      matching += expected ? 1 : 0;
      ASSERT_EQ(compiled->matches(text), expected)
          << "seed " << seed << ": " << pattern.written << " on " << text;
    }
  }
  EXPECT_GT(matching, patterns);
  EXPECT_LT(matching, 4 * patterns);
}

}  // namespace
}  // namespace schema
