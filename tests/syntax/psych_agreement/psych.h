// A Ruby that runs one of the scripts of this folder, behind two pipes.
#pragma once

#include <cstdio>
#include <string>
#include <sys/types.h>
#include <vector>

class Psych {
 public:
  Psych(const char* ruby, const char* script);
  Psych(const Psych&) = delete;
  Psych& operator=(const Psych&) = delete;
  ~Psych();

  // What the script says of each text, a line for each; fewer when Ruby has gone.
  std::vector<std::string> answers(const std::vector<std::string>& texts);

 private:
  pid_t child_ = -1;
  std::FILE* input_ = nullptr;
  std::FILE* output_ = nullptr;
};
