#include "tests/syntax/psych_agreement/mutation.h"

#include <array>
#include <string_view>

namespace {

constexpr std::array<std::string_view, 10> samples{
    "---\nlayout: post\ntitle: A first post\ndate: 2024-05-01 10:00:00 +0900\ntags: [one, two]\n",
    "---\ntitle: \"Quoted: with a colon\"\ncategories:\n  - news\n  - 'other things'\nauthor: me\n",
    "---\r\nlayout: page\r\ntitle: Windows\r\npermalink: /about/\r\n",
    "---\ntitle: 첫 글\ntags:\n- 한국어\n- 🦥\ndescription: >\n  Folded text\n  goes on here.\n\n  "
    "And "
    "here.\n",
    "---\nbase: &base\n  a: 1\n  b: [x, {y: z}]\nother:\n  <<: *base\n  c: !!str 3\n",
    "---\nimage:\n  path: /a.png\n  alt: |\n    First line\n      indented\n    last\n  size: {w: 10, h: "
    "20}\n",
    "---\n# A comment\ntitle: 'It''s here' # and another\n\nempty:\nnothing: ~\n\"a key\": \"\\u00e9\\n\"\n",
    "---\ndefaults:\n  - scope: {path: \"\", type: posts}\n    values:\n      layout: post\n  - scope:\n     "
    " path: x\n",
    "---\nlong: this goes\n  on over\n  three lines\nlist: [a,\n  b, c\n  ]\n? complex\n: value\n",
    "---\n",
};

constexpr std::array<std::string_view, 40> pieces{
    ":",  ": ", " :",          "-",  "- ",   "\n- ",  "#",       " #",      "\"",     "'",
    "[",  "]",  "{",           "}",  ",",    ", ",    "|",       ">",       "|2",     "&a ",
    "*a", "!",  "!!str",       "@",  "`",    "%",     "\t",      "\n",      "\r",     "\\x",
    "\\", "? ", "<<: *base\n", "  ", "\n\n", "key: ", "\n...\n", "\n---\n", "\u0085", "\u2028",
};

std::size_t below(std::mt19937& random, std::size_t limit) {
  return limit == 0 ? 0 : random() % limit;
}

std::size_t line_start(const std::string& text, std::size_t at) {
  const std::size_t newline = at == 0 ? std::string::npos : text.rfind('\n', at - 1);
  return newline == std::string::npos ? 0 : newline + 1;
}

void mutate(std::string& text, std::mt19937& random) {
  constexpr std::size_t protected_bytes = 4;  // The opening line stays.
  const std::size_t at = protected_bytes + below(random, text.size() - protected_bytes + 1);
  switch (random() % 9) {
    case 0:  // another byte
      if (at < text.size()) {
        text[at] = static_cast<char>(random() % 256);
      }
      break;
    case 1:  // a byte with one bit flipped
      if (at < text.size()) {
        text[at] = static_cast<char>(static_cast<unsigned char>(text[at]) ^ (1U << random() % 8));
      }
      break;
    case 2:  // a line cut short
      if (at < text.size()) {
        text.erase(at, text.find('\n', at) - at);
      }
      break;
    case 3:  // everything behind a place gone
      text.erase(at);
      break;
    case 4: {  // a half-typed key on a line of its own
      constexpr std::string_view typed = "description: ";
      text.insert(line_start(text, at) < protected_bytes ? text.size() : line_start(text, at),
                  std::string(typed.substr(0, 1 + below(random, typed.size()))) + "\n");
      break;
    }
    case 5:  // a few bytes gone
      text.erase(at, 1 + below(random, 4));
      break;
    case 6: {  // other indentation
      const std::size_t start = line_start(text, at);
      if (start >= protected_bytes) {
        text.insert(start, random() % 4 == 0 ? "\t" : std::string(1 + below(random, 3), ' '));
      }
      break;
    }
    default:
      text.insert(at, pieces[below(random, pieces.size())]);
  }
}

}  // namespace

std::string mutated_front_matter(std::mt19937& random) {
  std::string text(samples[below(random, samples.size())]);
  const std::size_t wounds = below(random, 4);
  for (std::size_t i = 0; i < wounds; ++i) {
    mutate(text, random);
  }
  return text;
}
