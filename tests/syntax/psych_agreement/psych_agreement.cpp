// psych_agreement RUBY SCRIPT [SECONDS [SEED]]: is our verdict on mutated front matter always that of Psych?
// The seed is printed, so that a run can be repeated.
#include <array>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <random>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include "server/syntax/yaml/parse.h"
#include "tests/syntax/psych_agreement/mutation.h"

namespace {

// The Ruby process behind two pipes.
class Psych {
 public:
  Psych(const char* ruby, const char* script) {
    std::array<int, 2> to{};
    std::array<int, 2> from{};
    if (pipe(to.data()) != 0 || pipe(from.data()) != 0) {
      std::perror("pipe");
      std::exit(2);
    }
    child_ = fork();
    if (child_ == 0) {
      dup2(to[0], STDIN_FILENO);
      dup2(from[1], STDOUT_FILENO);
      for (const int descriptor : {to[0], to[1], from[0], from[1]}) {
        close(descriptor);
      }
      execl(ruby, ruby, script, static_cast<char*>(nullptr));
      _exit(127);
    }
    close(to[0]);
    close(from[1]);
    input_ = fdopen(to[1], "w");
    output_ = fdopen(from[0], "r");
  }
  Psych(const Psych&) = delete;
  Psych& operator=(const Psych&) = delete;
  ~Psych() {
    std::fclose(input_);
    std::fclose(output_);
    waitpid(child_, nullptr, 0);
  }

  // One digit for each text, `1` where Psych takes it; short when Ruby has gone.
  std::string verdicts(const std::vector<std::string>& texts) {
    for (const std::string& text : texts) {
      std::fputs("{\"hex\": \"", input_);
      for (const char c : text) {
        std::fprintf(input_, "%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
      }
      std::fputs("\"}\n", input_);
    }
    std::fputs("{\"flush\": true}\n", input_);
    std::fflush(input_);
    std::string answer;
    for (int c = std::fgetc(output_); c != EOF && c != '\n'; c = std::fgetc(output_)) {
      answer += static_cast<char>(c);
    }
    return answer;
  }

 private:
  pid_t child_ = -1;
  std::FILE* input_ = nullptr;
  std::FILE* output_ = nullptr;
};

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) {
    std::cerr << "usage: psych_agreement RUBY SCRIPT [SECONDS [SEED]]\n";
    return 2;
  }
  const long seconds = argc > 3 ? std::atol(argv[3]) : 30;
  // The same texts on every run, so that a failure is the fault of a change; other seeds are for exploring.
  const auto seed = argc > 4 ? static_cast<std::uint32_t>(std::strtoul(argv[4], nullptr, 10)) : 1U;
  std::cout << "seed " << seed << std::endl;
  std::signal(SIGPIPE, SIG_IGN);

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
    const std::string verdicts = psych.verdicts(texts);
    if (verdicts.size() != texts.size()) {
      std::cerr << "Ruby gave " << verdicts.size() << " answers for " << texts.size() << " texts\n";
      return 2;
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const syntax::yaml::Tree tree = syntax::yaml::parse(texts[i]);
      ++count;
      refused += verdicts[i] == '0' ? 1U : 0U;
      if (tree.valid != (verdicts[i] == '1') || tree.valid != tree.problems.empty()) {
        ++differences;
        std::cerr << "Psych " << (verdicts[i] == '1' ? "takes" : "refuses")
                  << " this text, we do not agree:\n"
                  << texts[i] << "\n";
      }
    }
  }
  std::cout << count << " texts, " << refused << " refused by Psych, " << differences << " verdicts differ\n";
  return differences == 0 ? 0 : 1;
}
