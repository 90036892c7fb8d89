#include "tests/syntax/psych_agreement/psych.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <sys/wait.h>
#include <unistd.h>

Psych::Psych(const char* ruby, const char* script) {
  std::signal(SIGPIPE, SIG_IGN);
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

Psych::~Psych() {
  std::fclose(input_);
  std::fclose(output_);
  waitpid(child_, nullptr, 0);
}

std::vector<std::string> Psych::answers(const std::vector<std::string>& texts) {
  for (const std::string& text : texts) {
    std::fputs("{\"hex\": \"", input_);
    for (const char c : text) {
      std::fprintf(input_, "%02x", static_cast<unsigned>(static_cast<unsigned char>(c)));
    }
    std::fputs("\"}\n", input_);
  }
  std::fputs("{\"flush\": true}\n", input_);
  std::fflush(input_);
  std::vector<std::string> answers;
  while (answers.size() < texts.size()) {
    std::string& line = answers.emplace_back();
    int c = std::fgetc(output_);
    for (; c != EOF && c != '\n'; c = std::fgetc(output_)) line += static_cast<char>(c);
    if (c == EOF) {
      answers.pop_back();
      break;
    }
  }
  return answers;
}
