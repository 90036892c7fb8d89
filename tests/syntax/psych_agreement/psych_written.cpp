// psych_written RUBY SCRIPT [ROUNDS [SEED]]: does Psych's parser, with SafeYAML's types, find in what the
// program writes as YAML the values that it was to write?
#include <cstdlib>
#include <iostream>
#include <random>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "server/syntax/yaml/write.h"
#include "server/text/ascii.h"
#include "tests/syntax/psych_agreement/psych.h"
#include "tests/syntax/yaml/samples.h"

namespace {

using syntax::Mapping;
using syntax::Member;
using syntax::Value;

std::string from_hex(std::string_view digits) {
  std::string bytes;
  for (std::size_t i = 0; i + 1 < digits.size(); i += 2)
    bytes += static_cast<char>(text::hex_value(digits[i]) * 16 + text::hex_value(digits[i + 1]));
  return bytes;
}

// Psych's tokens, read from the front.
class Tokens {
 public:
  explicit Tokens(const std::string& line) : line_(line) {}

  bool hold(const Value& value) {
    if (value.list()) return take("[") && hold_items(*value.list()) && take("]");
    if (value.mapping()) return take("{") && hold_members(*value.mapping()) && take("}");
    return syntax::equal_values(scalar(), value);
  }
  bool end() {
    std::string rest;
    return !(line_ >> rest);
  }

 private:
  bool hold_items(const syntax::List& items) {
    for (const Value& item : items) {
      if (!hold(item)) return false;
    }
    return true;
  }
  bool hold_members(const Mapping& members) {
    for (const Member& member : members) {
      const Value key = scalar();
      if ((key.string() != nullptr) != member.string_key ||
          syntax::to_ruby_string(*key.scalar()) != member.key || !hold(member.value))
        return false;
    }
    return true;
  }
  bool take(std::string_view bracket) {
    std::string token;
    return line_ >> token && token == bracket;
  }
  Value scalar() {
    std::string token = "?";
    line_ >> token;
    const std::string text = from_hex(std::string_view(token).substr(1));
    if (token.front() == 'p') return {syntax::resolve_plain_scalar(text), {}};
    return {syntax::Scalar(token.front() == 'q' ? text : "(no scalar) " + token), {}};
  }

  std::istringstream line_;
};

struct Written {
  std::string text;
  Value value;
};

std::vector<Written> write_some(std::mt19937& random) {
  std::vector<Written> written;
  for (int i = 0; i < 250; ++i) {
    const Mapping members = syntax::random_mapping(random, 4);
    written.push_back({syntax::yaml::write_lines(members) + "\n", {members, {}}});
    const Value value = {Mapping{{"k", true, {}, syntax::random_value(random, 4)}}, {}};
    written.push_back({syntax::yaml::write_value(value), value});
  }
  return written;
}

std::vector<Written> write_nasty_texts() {
  std::vector<Written> written;
  for (const std::string& text : syntax::nasty_texts()) {
    const Value value = {syntax::Scalar(text), {}};
    written.push_back({"- " + syntax::yaml::write_text(text), {syntax::List{value}, {}}});
    written.push_back(
        {"[" + syntax::yaml::write_text(text, {.flow = true}) + "]", {syntax::List{value}, {}}});
    if (text == "<<") continue;
    written.push_back(
        {syntax::yaml::write_text(text) + ": x", {Mapping{{text, true, {}, {syntax::Scalar("x"), {}}}}, {}}});
  }
  return written;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: psych_written RUBY SCRIPT [ROUNDS [SEED]]\n";
    return 2;
  }
  const long rounds = argc > 3 ? std::atol(argv[3]) : 10;
  std::mt19937 random(argc > 4 ? static_cast<std::uint32_t>(std::strtoul(argv[4], nullptr, 10)) : 1U);

  Psych psych(argv[1], argv[2]);
  std::size_t count = 0;
  for (long round = 0; round <= rounds; ++round) {
    const std::vector<Written> written = round == 0 ? write_nasty_texts() : write_some(random);
    std::vector<std::string> texts;
    for (const Written& one : written) texts.push_back(one.text);
    const std::vector<std::string> answers = psych.answers(texts);
    if (answers.size() != texts.size()) {
      std::cerr << "Ruby gave " << answers.size() << " answers for " << texts.size() << " texts\n";
      return 2;
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
      Tokens tokens(answers[i]);
      if (!tokens.hold(written[i].value) || !tokens.end()) {
        std::cerr << "Psych reads something else:\n" << texts[i] << "\nas " << answers[i] << "\n";
        return 1;
      }
      ++count;
    }
  }
  std::cout << count << " texts, all read by Psych as they were meant\n";
  return 0;
}
