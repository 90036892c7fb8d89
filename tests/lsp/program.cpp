#include "tests/lsp/program.h"

#include <array>
#include <csignal>
#include <fcntl.h>
#include <optional>
#include <signal.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>
#include <utility>

namespace support {

Program::Program(std::vector<std::string> arguments) {
  std::signal(SIGPIPE, SIG_IGN);
  std::array<int, 2> to_program{};
  std::array<int, 2> from_program{};
  if (::pipe2(to_program.data(), O_CLOEXEC) != 0 || ::pipe2(from_program.data(), O_CLOEXEC) != 0)
    throw std::runtime_error("no pipe");
  arguments.insert(arguments.begin(), JEKYLL_LS_PROGRAM);
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  process_ = ::fork();
  if (process_ == 0) {
    ::dup2(to_program[0], STDIN_FILENO);
    ::dup2(from_program[1], STDOUT_FILENO);
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  ::close(to_program[0]);
  ::close(from_program[1]);
  input_ = to_program[1];
  output_ = from_program[0];
  reader_ = std::thread([this] { read(); });
}

Program::~Program() {
  close_input();
  if (process_ > 0) {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  reader_.join();
  ::close(output_);
}

void Program::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(input_, bytes.data(), bytes.size());
    if (written <= 0) return;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

void Program::send(json message) {
  message["jsonrpc"] = "2.0";
  write(protocol::frame(message.dump()));
}

void Program::close_input() {
  if (input_ >= 0) ::close(std::exchange(input_, -1));
}

json Program::response(const json& id) {
  return mailbox_.take("the answer to " + id.dump(), [&](const json& message) {
    return !message.contains("method") && message.contains("id") && message["id"] == id;
  });
}

int Program::wait() {
  mailbox_.wait_closed();
  int status = 0;
  ::waitpid(std::exchange(process_, -1), &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

void Program::read() {
  protocol::Framing framing;
  std::array<char, 65536> buffer{};
  while (true) {
    const ssize_t size = ::read(output_, buffer.data(), buffer.size());
    if (size <= 0) break;
    framing.feed({buffer.data(), static_cast<std::size_t>(size)});
    while (const std::optional<std::string> body = framing.next())
      mailbox_.deliver(json::parse(*body, nullptr, /*allow_exceptions=*/false));
  }
  mailbox_.close();
}

}  // namespace support
