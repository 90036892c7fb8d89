// The built program as an editor runs it: a child process with pipes for standard input and output.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <sys/types.h>
#include <thread>
#include <vector>

#include "protocol/framing.h"
#include "tests/lsp/mailbox.h"

namespace support {

class Program {
 public:
  // `arguments` follow the program's name. Standard error goes to the test's.
  explicit Program(std::vector<std::string> arguments = {});
  ~Program();  // kills it if it still runs
  Program(const Program&) = delete;
  Program& operator=(const Program&) = delete;

  void write(std::string_view bytes);  // as they are; quietly nothing once the program is gone
  void send(json message);             // framed, with "jsonrpc" added
  void close_input();
  // What it sends, parsed; malformed bodies fail the test that takes from the box.
  [[nodiscard]] Mailbox& mailbox() { return mailbox_; }
  json response(const json& id);
  // Waits for its end, at most as long as patience lasts: exit status, or 128 + signal.
  int wait();
  [[nodiscard]] pid_t process() const { return process_; }

 private:
  void read();

  pid_t process_ = -1;
  int input_ = -1;
  int output_ = -1;
  Mailbox mailbox_;
  std::thread reader_;
};

}  // namespace support
