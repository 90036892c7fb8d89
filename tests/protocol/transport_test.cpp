#include "protocol/transport.h"

#include <array>
#include <asio/io_context.hpp>
#include <asio/ip/tcp.hpp>
#include <asio/local/stream_protocol.hpp>
#include <asio/post.hpp>
#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <fstream>
#include <functional>
#include <gmock/gmock.h>
#include <string>
#include <sys/socket.h>
#include <system_error>
#include <termios.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "protocol/framing.h"
#include "protocol/socket_transport.h"
#include "protocol/stdio_transport.h"

namespace {

using protocol::End;
using protocol::EndReason;
using protocol::frame;
using protocol::Transport;
using testing::ElementsAre;

struct Pipe {
  Pipe() { EXPECT_EQ(::pipe2(ends.data(), O_CLOEXEC), 0); }
  [[nodiscard]] int read_end() const { return ends[0]; }
  [[nodiscard]] int write_end() const { return ends[1]; }
  std::array<int, 2> ends{};
};

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    ASSERT_GT(written, 0);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::string read_all(int descriptor) {
  std::string out;
  std::array<char, 4096> chunk{};
  for (ssize_t size = 0; (size = ::read(descriptor, chunk.data(), chunk.size())) > 0;) {
    out.append(chunk.data(), static_cast<std::size_t>(size));
  }
  ::close(descriptor);
  return out;
}

// Runs a transport as a server would: every body is handed to `on_body`, the end closes the transport.
struct Server {
  void run(std::unique_ptr<Transport> started) {
    transport = std::move(started);
    transport->start(
        [this](const std::string& body) {
          bodies.push_back(body);
          if (on_body) on_body(body);
        },
        [this](const End& end) {
          ends.push_back(end.reason);
          transport->close();
        });
    io.run();
  }

  asio::io_context io;
  std::unique_ptr<Transport> transport;
  std::function<void(const std::string&)> on_body;
  std::vector<std::string> bodies;
  std::vector<EndReason> ends;
};

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "transport-XXXXXX").string();
    EXPECT_NE(::mkdtemp(name.data()), nullptr);
    path = name;
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  ~TemporaryFolder() { std::filesystem::remove_all(path); }
  std::filesystem::path path;
};

TEST(PipeTransport, CarriesBodiesBothWaysInOrder) {
  const Pipe in;
  const Pipe out;
  write_all(in.write_end(), frame("one") + frame("two"));
  ::close(in.write_end());
  Server server;
  server.on_body = [&](const std::string& body) { server.transport->send(body + "!"); };
  server.run(protocol::make_descriptor_transport(server.io, in.read_end(), out.write_end()));
  EXPECT_THAT(server.bodies, ElementsAre("one", "two"));
  EXPECT_THAT(server.ends, ElementsAre(EndReason::end_of_input));
  EXPECT_EQ(read_all(out.read_end()), frame("one!") + frame("two!"));
}

TEST(PipeTransport, PutsAMessageTogetherThatComesInPieces) {
  const Pipe in;
  const Pipe out;
  Server server;
  const std::string bytes = frame("whole") + frame("next");
  std::jthread client([&] {
    for (const char c : bytes) write_all(in.write_end(), {&c, 1});
    ::close(in.write_end());
  });
  server.run(protocol::make_descriptor_transport(server.io, in.read_end(), out.write_end()));
  EXPECT_THAT(server.bodies, ElementsAre("whole", "next"));
  ::close(out.read_end());
}

TEST(PipeTransport, WritesEverythingToASlowReaderBeforeItCloses) {
  const Pipe in;
  const Pipe out;
  const std::string large(3 * 1024 * 1024, 'x');  // many times what a pipe holds
  std::string received;
  std::jthread client([&] { received = read_all(out.read_end()); });
  Server server;
  server.on_body = [&](const std::string&) {
    server.transport->send(large);
    server.transport->send("last");
    server.transport->close();
    server.transport->send("after the close");
  };
  write_all(in.write_end(), frame("go") + frame("not read any more"));
  server.run(protocol::make_descriptor_transport(server.io, in.read_end(), out.write_end()));
  client.join();
  EXPECT_THAT(server.bodies, ElementsAre("go"));
  EXPECT_THAT(server.ends, ElementsAre(EndReason::closed));
  EXPECT_EQ(received.size(), frame(large).size() + frame("last").size());
  EXPECT_TRUE(received.ends_with(frame("last")));
  ::close(in.write_end());
}

TEST(PipeTransport, EndsWhenNobodyReadsItAnyMore) {
  const Pipe in;
  const Pipe out;
  ::close(out.read_end());
  Server server;
  server.on_body = [&](const std::string&) { server.transport->send("into the void"); };
  write_all(in.write_end(), frame("hello"));
  server.run(protocol::make_descriptor_transport(server.io, in.read_end(), out.write_end()));
  EXPECT_THAT(server.ends, ElementsAre(EndReason::write_failed));
  ::close(in.write_end());
}

TEST(PipeTransport, TellsACutOffMessageFromAnOrderlyEnd) {
  const Pipe in;
  const Pipe out;
  write_all(in.write_end(), frame("whole") + "Content-Length: 10\r\n\r\n{");
  ::close(in.write_end());
  Server server;
  server.run(protocol::make_descriptor_transport(server.io, in.read_end(), out.write_end()));
  EXPECT_THAT(server.bodies, ElementsAre("whole"));
  EXPECT_THAT(server.ends, ElementsAre(EndReason::cut_off));
  ::close(out.read_end());
}

TEST(PipeTransport, EndsAtABadHeaderAfterTheBodiesBeforeIt) {
  const Pipe in;
  const Pipe out;
  write_all(in.write_end(), frame("good") + "Content-Length: -1\r\n\r\n" + frame("lost"));
  Server server;
  server.on_body = [&](const std::string& body) { server.transport->send(body); };
  server.run(protocol::make_descriptor_transport(server.io, in.read_end(), out.write_end()));
  EXPECT_THAT(server.bodies, ElementsAre("good"));
  EXPECT_THAT(server.ends, ElementsAre(EndReason::bad_header));
  EXPECT_EQ(read_all(out.read_end()), frame("good"));
  ::close(in.write_end());
}

TEST(PipeTransport, MayBeClosedWithoutEverHavingReceived) {
  const Pipe in;
  const Pipe out;
  Server server;
  asio::post(server.io, [&] {
    server.transport->close();
    server.transport->close();
  });
  server.run(protocol::make_descriptor_transport(server.io, in.read_end(), out.write_end()));
  EXPECT_THAT(server.ends, ElementsAre(EndReason::closed));
  EXPECT_EQ(read_all(out.read_end()), "");
  ::close(in.write_end());
}

TEST(PipeTransport, MayBeDestroyedWhileItReads) {
  const Pipe in;
  const Pipe out;
  asio::io_context io;
  bool called = false;
  std::unique_ptr<Transport> transport =
      protocol::make_descriptor_transport(io, in.read_end(), out.write_end());
  transport->start([&](const std::string&) { called = true; }, [&](const End&) { called = true; });
  asio::post(io, [&] { transport.reset(); });
  io.run();
  EXPECT_FALSE(called);
  EXPECT_EQ(read_all(out.read_end()), "");
  ::close(in.write_end());
}

TEST(PipeTransport, PutsTheDescriptorsModeBack) {
  const Pipe in;
  const Pipe out;
  const int in_copy = ::dup(in.read_end());
  const int out_copy = ::dup(out.write_end());
  write_all(in.write_end(), frame("x"));
  ::close(in.write_end());
  Server server;
  bool was_changed = false;
  server.on_body = [&](const std::string& body) {
    server.transport->send(body);
    was_changed = (::fcntl(in_copy, F_GETFL) & O_NONBLOCK) != 0;
  };
  server.run(protocol::make_descriptor_transport(server.io, in.read_end(), out.write_end()));
  EXPECT_TRUE(was_changed);
  EXPECT_EQ(::fcntl(in_copy, F_GETFL) & O_NONBLOCK, 0);
  EXPECT_EQ(::fcntl(out_copy, F_GETFL) & O_NONBLOCK, 0);
  for (const int descriptor : {in_copy, out_copy, out.read_end()}) ::close(descriptor);
}

// `server < requests > answers`: neither end can be polled by epoll.
TEST(FileTransport, ReadsAndWritesRegularFiles) {
  const TemporaryFolder folder;
  const std::string requests = folder.path / "requests";
  const std::string answers = folder.path / "answers";
  const std::string large(200'000, 'x');  // more than one read
  std::ofstream(requests, std::ios::binary) << frame("one") << frame(large) << frame("three");
  Server server;
  server.on_body = [&](const std::string& body) { server.transport->send(std::to_string(body.size())); };
  server.run(
      protocol::make_descriptor_transport(server.io, ::open(requests.c_str(), O_RDONLY | O_CLOEXEC),
                                          ::open(answers.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600)));
  EXPECT_THAT(server.bodies, ElementsAre("one", large, "three"));
  EXPECT_THAT(server.ends, ElementsAre(EndReason::end_of_input));
  EXPECT_EQ(read_all(::open(answers.c_str(), O_RDONLY | O_CLOEXEC)),
            frame("3") + frame("200000") + frame("5"));
}

TEST(FileTransport, FindsTheEndOfTheNullDevice) {
  Server server;
  server.run(protocol::make_descriptor_transport(server.io, ::open("/dev/null", O_RDONLY | O_CLOEXEC),
                                                 ::open("/dev/null", O_WRONLY | O_CLOEXEC)));
  EXPECT_THAT(server.ends, ElementsAre(EndReason::end_of_input));
}

TEST(TerminalTransport, ReadsAndWritesAPseudoTerminal) {
  const int control = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
  ASSERT_NE(control, -1);
  ASSERT_EQ(::grantpt(control), 0);
  ASSERT_EQ(::unlockpt(control), 0);
  const int terminal = ::open(::ptsname(control), O_RDWR | O_NOCTTY | O_CLOEXEC);
  ASSERT_NE(terminal, -1);
  // A terminal turns the carriage return that ends a line into a line feed, unless told otherwise.
  termios mode{};
  ASSERT_EQ(::tcgetattr(terminal, &mode), 0);
  ::cfmakeraw(&mode);
  ASSERT_EQ(::tcsetattr(terminal, TCSANOW, &mode), 0);
  write_all(control, frame("typed"));
  Server server;
  server.on_body = [&](const std::string& body) {
    server.transport->send(body);
    server.transport->close();
  };
  server.run(protocol::make_descriptor_transport(server.io, terminal, terminal));
  EXPECT_THAT(server.bodies, ElementsAre("typed"));
  std::array<char, 100> shown{};
  const ssize_t size = ::read(control, shown.data(), shown.size());
  EXPECT_EQ(std::string_view(shown.data(), static_cast<std::size_t>(std::max<ssize_t>(size, 0))),
            frame("typed"));
  ::close(control);
}

TEST(SocketTransport, UsesOneSocketBothWays) {
  std::array<int, 2> ends{};
  ASSERT_EQ(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()), 0);
  write_all(ends[0], frame("one") + frame("two"));
  ::shutdown(ends[0], SHUT_WR);
  Server server;
  server.on_body = [&](const std::string& body) { server.transport->send(body + "!"); };
  server.run(protocol::make_descriptor_transport(server.io, ends[1], ends[1]));
  EXPECT_THAT(server.ends, ElementsAre(EndReason::end_of_input));
  EXPECT_EQ(read_all(ends[0]), frame("one!") + frame("two!"));
}

TEST(SocketTransport, ConnectsToAnEditorOnTheLoopback) {
  asio::io_context editor_io;
  asio::ip::tcp::acceptor acceptor(editor_io, {asio::ip::address_v4::loopback(), 0});
  std::string received;
  std::jthread editor([&] {
    asio::ip::tcp::socket socket = acceptor.accept();
    write_all(socket.native_handle(), frame("hello"));
    ::shutdown(socket.native_handle(), SHUT_WR);
    received = read_all(socket.release());
  });
  Server server;
  server.on_body = [&](const std::string& body) { server.transport->send(body); };
  server.run(protocol::connect_tcp(server.io, acceptor.local_endpoint().port()));
  editor.join();
  EXPECT_EQ(received, frame("hello"));
}

TEST(SocketTransport, ConnectsToAUnixSocket) {
  const TemporaryFolder folder;
  const std::string path = folder.path / "editor.sock";
  asio::io_context editor_io;
  asio::local::stream_protocol::acceptor acceptor(editor_io, asio::local::stream_protocol::endpoint(path));
  std::string received;
  std::jthread editor([&] {
    asio::local::stream_protocol::socket socket = acceptor.accept();
    write_all(socket.native_handle(), frame("hello"));
    ::shutdown(socket.native_handle(), SHUT_WR);
    received = read_all(socket.release());
  });
  Server server;
  server.on_body = [&](const std::string& body) { server.transport->send(body); };
  server.run(protocol::connect_unix(server.io, path));
  editor.join();
  EXPECT_EQ(received, frame("hello"));
}

TEST(SocketTransport, SaysSoWhenNobodyListens) {
  asio::io_context io;
  const TemporaryFolder folder;
  EXPECT_THROW((void)protocol::connect_unix(io, folder.path / "nothing"), std::system_error);
  EXPECT_THROW((void)protocol::connect_unix(io, std::string(200, 'x')), std::system_error);
  asio::ip::tcp::acceptor acceptor(io, {asio::ip::address_v4::loopback(), 0});
  const std::uint16_t port = acceptor.local_endpoint().port();
  acceptor.close();
  EXPECT_THROW((void)protocol::connect_tcp(io, port), std::system_error);
}

TEST(StdioTransport, KeepsStrayPrintsOutOfTheStream) {
  const Pipe in;
  const Pipe out;
  write_all(in.write_end(), frame("hello"));
  ::close(in.write_end());
  const int old_in = ::dup(STDIN_FILENO);
  const int old_out = ::dup(STDOUT_FILENO);
  ::dup2(in.read_end(), STDIN_FILENO);
  ::dup2(out.write_end(), STDOUT_FILENO);
  ::close(in.read_end());
  ::close(out.write_end());
  Server server;
  server.on_body = [&](const std::string& body) {
    write_all(STDOUT_FILENO, "(a stray print)\n");
    char nothing = 0;
    EXPECT_EQ(::read(STDIN_FILENO, &nothing, 1), 0) << "standard input is empty for everyone else";
    server.transport->send(body);
  };
  server.run(protocol::make_stdio_transport(server.io));
  ::dup2(old_in, STDIN_FILENO);
  ::dup2(old_out, STDOUT_FILENO);
  ::close(old_in);
  ::close(old_out);
  EXPECT_EQ(read_all(out.read_end()), frame("hello"));
}

}  // namespace
