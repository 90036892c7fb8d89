// psych_agreement RUBY SCRIPT [SECONDS [SEED]]: is our verdict on mutated front matter always that of Psych?
// The seed is printed, so that a run can be repeated.
#include <chrono>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "server/syntax/yaml/parse.h"
#include "tests/syntax/psych_agreement/mutation.h"
#include "tests/syntax/psych_agreement/psych.h"

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: psych_agreement RUBY SCRIPT [SECONDS [SEED]]\n";
    return 2;
  }
  const long seconds = argc > 3 ? std::atol(argv[3]) : 30;
  // The same texts on every run, so that a failure is the fault of a change; other seeds are for exploring.
  const auto seed = argc > 4 ? static_cast<std::uint32_t>(std::strtoul(argv[4], nullptr, 10)) : 1U;
  std::cout << "seed " << seed << std::endl;

  Psych psych(argv[1], argv[2]);
  std::mt19937 random(seed);
  std::size_t count = 0;
  std::size_t refused = 0;
  std::size_t differences = 0;
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(seconds);
  while (std::chrono::steady_clock::now() < end && differences == 0) {
    std::vector<std::string> texts(500);
    for (std::string& text : texts) {
      text = mutated_front_matter(random);
    }
    const std::vector<std::string> verdicts = psych.answers(texts);
    if (verdicts.size() != texts.size()) {
      std::cerr << "Ruby gave " << verdicts.size() << " answers for " << texts.size() << " texts\n";
      return 2;
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const syntax::yaml::Tree tree = syntax::yaml::parse(texts[i]);
      ++count;
      refused += verdicts[i] == "0" ? 1U : 0U;
      if (tree.valid != (verdicts[i] == "1") || tree.valid != tree.problems.empty()) {
        ++differences;
        std::cerr << "Psych " << (verdicts[i] == "1" ? "takes" : "refuses")
                  << " this text, we do not agree:\n"
                  << texts[i] << "\n";
      }
    }
  }
  std::cout << count << " texts, " << refused << " refused by Psych, " << differences << " verdicts differ\n";
  return differences == 0 ? 0 : 1;
}
