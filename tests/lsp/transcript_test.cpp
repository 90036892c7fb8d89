// Runs tests/transcripts/*.lsp: whole conversations with the built program, written as a page to read.
//
//   # a comment                     lines that begin with `#`, between the blocks
//   file: _posts/2024-01-01-a.md    a file of the workspace, written before the program starts; its text
//                                   follows
//   ---                             ends a block
//   client:                         a message that is sent; its JSON follows, without "jsonrpc"
//   ---
//   server:                         a message that must come; only the members written here are compared, a
//                                   list must have as many items as written
//   ---
//   exit: 0                         the exit status
//
// `${root}` is the workspace's URI. A block of a file ends at a line `--- end` instead, since front matter is
// full of `---`. What the server says beyond the transcript is not looked at.
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <vector>

#include "tests/lsp/program.h"
#include "tests/support/temporary_folder.h"

namespace {

using support::json;

struct Block {
  std::string head;
  std::string body;
  int line = 0;
};

std::vector<Block> read_blocks(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Block> blocks;
  bool inside = false;
  int number = 0;
  for (std::string line; std::getline(file, line);) {
    ++number;
    if (!inside) {
      if (line.empty() || line.starts_with('#') || line == "---") continue;
      blocks.push_back({line, "", number});
      inside = true;
    } else if (line == (blocks.back().head.starts_with("file:") ? "--- end" : "---")) {
      inside = false;
    } else {
      blocks.back().body += line + "\n";
    }
  }
  return blocks;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size())
    text.replace(at, from.size(), to);
}

bool holds(const json& actual, const json& expected) {
  if (expected.is_object()) {
    if (!actual.is_object()) return false;
    const auto items = expected.items();
    return std::all_of(items.begin(), items.end(), [&](const auto& member) {
      return actual.contains(member.key()) && holds(actual[member.key()], member.value());
    });
  }
  if (expected.is_array())
    return actual.is_array() &&
           std::equal(actual.begin(), actual.end(), expected.begin(), expected.end(), holds);
  return actual == expected;
}

class Transcript : public testing::TestWithParam<std::filesystem::path> {};

TEST_P(Transcript, RunsAsWritten) {
  const support::TemporaryFolder folder;
  std::vector<Block> blocks = read_blocks(GetParam());
  for (const Block& block : blocks) {
    if (block.head.starts_with("file: ")) folder.write(block.head.substr(6), block.body);
  }
  support::Program program;
  int exit_status = -1;
  for (Block& block : blocks) {
    SCOPED_TRACE(GetParam().string() + ":" + std::to_string(block.line));
    replace_all(block.body, "${root}", folder.uri(""));
    if (block.head == "client:") {
      program.send(json::parse(block.body));
    } else if (block.head == "server:") {
      const json expected = json::parse(block.body);
      program.mailbox().take(block.body, [&](const json& message) { return holds(message, expected); });
    } else if (block.head.starts_with("exit: ")) {
      exit_status = program.wait();
      EXPECT_EQ(exit_status, std::stoi(block.head.substr(6)));
    } else {
      ASSERT_TRUE(block.head.starts_with("file: ")) << "no such block: " << block.head;
    }
  }
  EXPECT_NE(exit_status, -1) << "the transcript does not say how the session ends";
}

std::vector<std::filesystem::path> transcripts() {
  std::vector<std::filesystem::path> paths;
  for (const auto& entry : std::filesystem::directory_iterator(JEKYLL_LS_TEST_DIR "/transcripts")) {
    if (entry.path().extension() == ".lsp") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::string transcript_name(const testing::TestParamInfo<std::filesystem::path>& parameter) {
  std::string name = parameter.param.stem().string();
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

INSTANTIATE_TEST_SUITE_P(Files, Transcript, testing::ValuesIn(transcripts()), transcript_name);

}  // namespace
