// The built program over real pipes: what only shows there. The conversation itself is tested in-process.
#include <chrono>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <random>
#include <signal.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/lsp/program.h"
#include "tests/support/temporary_folder.h"

namespace {

using support::json;
using support::Program;
using support::TemporaryFolder;

const json initialize = {
    {"id", 1},
    {"method", "initialize"},
    {"params", {{"processId", nullptr}, {"rootUri", nullptr}, {"capabilities", json::object()}}}};

TEST(Stdio, AWholeSessionEndsWithStatusZero) {
  Program program;
  program.send(initialize);
  EXPECT_EQ(program.response(1)["result"]["serverInfo"]["name"], "jekyll-ls");
  program.send({{"id", 2}, {"method", "shutdown"}});
  EXPECT_TRUE(program.response(2)["result"].is_null());
  program.send({{"method", "exit"}});
  EXPECT_EQ(program.wait(), 0);
}

TEST(Stdio, ExitAloneEndsWithStatusOne) {
  Program program;
  program.send({{"method", "exit"}});
  EXPECT_EQ(program.wait(), 1);
}

TEST(Stdio, TheEndOfTheInputEndsTheProgram) {
  Program program;
  program.send(initialize);
  program.response(1);
  program.close_input();
  EXPECT_EQ(program.wait(), 1);
}

TEST(Stdio, TheEndOfTheInputWhileIndexingEndsTheProgramSoon) {
  TemporaryFolder folder;
  folder.write("_config.yml", "");
  for (int i = 0; i < 1000; ++i)
    folder.write("_posts/2024-01-01-" + std::to_string(i) + ".md", "---\ntitle: x\n---\n# a\n");
  Program program;
  json opening = initialize;
  opening["params"]["rootUri"] = folder.uri("");
  program.send(opening);
  program.response(1);
  program.send({{"method", "initialized"}, {"params", json::object()}});
  const auto begin = std::chrono::steady_clock::now();
  program.close_input();
  EXPECT_EQ(program.wait(), 1);
  // 100 ms on an idle machine; sanitizers and busy machines get more.
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(2));
}

TEST(Stdio, MalformedJsonIsAnsweredAndTheSessionGoesOn) {
  Program program;
  program.write(protocol::frame("{\"jsonrpc\":"));
  EXPECT_EQ(program.response(nullptr)["error"]["code"], -32700);
  program.send(initialize);
  program.response(1);
}

TEST(Stdio, AHeaderThatCannotBeReadEndsTheProgram) {
  Program program;
  program.write("Content-Length: many\r\n\r\n{}");
  EXPECT_EQ(program.wait(), 1);
}

TEST(Stdio, ABodyTooLargeToBelieveEndsTheProgram) {
  Program program;
  program.write("Content-Length: 99999999999\r\n\r\n");
  EXPECT_EQ(program.wait(), 1);
}

TEST(Stdio, AMessageInPiecesIsOneMessage) {
  Program program;
  json message = initialize;
  message["jsonrpc"] = "2.0";
  for (const char byte : protocol::frame(message.dump())) program.write({&byte, 1});
  EXPECT_TRUE(program.response(1).contains("result"));
}

TEST(Stdio, ADeadClientProcessEndsTheProgram) {
  const pid_t child = ::fork();
  if (child == 0) {
    ::pause();
    ::_exit(0);
  }
  Program program({"--clientProcessId=" + std::to_string(child)});
  program.send(initialize);
  program.response(1);
  ::kill(child, SIGKILL);
  ::waitpid(child, nullptr, 0);
  EXPECT_EQ(program.wait(), 1);
}

TEST(Stdio, GarbageNeitherCrashesNorHangsTheProgram) {
  const auto seed = std::random_device()();
  RecordProperty("seed", std::to_string(seed));
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int round = 0; round < 20; ++round) {
    Program program;
    // Half of it framed, so that it comes further than to the header.
    std::string bytes(std::uniform_int_distribution<std::size_t>(1, 5000)(random), '\0');
    for (char& byte : bytes) byte = static_cast<char>(std::uniform_int_distribution<int>(0, 255)(random));
    if (round % 2 == 0) program.send(initialize);
    program.write(round % 4 < 2 ? protocol::frame(bytes) : bytes);
    program.close_input();
    EXPECT_EQ(program.wait(), 1);
  }
}

}  // namespace
