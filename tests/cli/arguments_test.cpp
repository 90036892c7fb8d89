#include "server/cli/arguments.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <vector>

namespace cli {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Command parse(std::vector<const char*> arguments, bool on_terminal = false) {
  arguments.insert(arguments.begin(), "jekyll-ls");
  return parse_arguments(static_cast<int>(arguments.size()), arguments.data(), on_terminal);
}

// Status 2 and exactly one line for the user.
std::string refusal(std::vector<const char*> arguments) {
  const Command command = parse(std::move(arguments));
  const auto* farewell = std::get_if<Farewell>(&command);
  if (farewell == nullptr) return "accepted";
  EXPECT_EQ(farewell->status, 2);
  EXPECT_EQ(farewell->out, "");
  EXPECT_EQ(std::ranges::count(farewell->error, '\n'), 1) << farewell->error;
  return farewell->error;
}

TEST(Arguments, WithoutAnyAServerIsStartedForAnEditor) {
  EXPECT_TRUE(std::holds_alternative<lsp::Options>(parse({})));
  EXPECT_TRUE(std::holds_alternative<lsp::Options>(parse({"--stdio"}, true)));
  EXPECT_TRUE(std::holds_alternative<lsp::Options>(parse({"serve"}, true)));
}

TEST(Arguments, WithoutAnyATerminalGetsHelp) {
  const Farewell farewell = std::get<Farewell>(parse({}, true));
  EXPECT_EQ(farewell.status, 0);
  EXPECT_THAT(farewell.out, HasSubstr("check"));
  EXPECT_THAT(farewell.out, HasSubstr("inspect"));
}

TEST(Arguments, ANewPostHasATitleAndMayHaveCategories) {
  const auto arguments =
      std::get<NewArguments>(parse({"new", "A title", "--category", "a", "--category", "b", "site"}));
  EXPECT_EQ(arguments.title, "A title");
  EXPECT_EQ(arguments.path, "site");
  EXPECT_THAT(arguments.categories, ElementsAre("a", "b"));
  EXPECT_FALSE(arguments.draft);
}

TEST(Arguments, FlagsOfVisualStudioCodeNeedNoCommand) {
  const auto options = std::get<lsp::Options>(parse({"--stdio", "--clientProcessId=123"}));
  EXPECT_EQ(options.client_process, 123);
}

TEST(Arguments, TheClientProcessMayBeAValueOfItsOwn) {
  EXPECT_EQ(std::get<lsp::Options>(parse({"--clientProcessId", "123"})).client_process, 123);
  EXPECT_EQ(std::get<lsp::Options>(parse({"serve", "--clientProcessId", "123"})).client_process, 123);
}

TEST(Arguments, ASocketOrAPipeTakesThePlaceOfStandardInput) {
  EXPECT_EQ(std::get<lsp::Options>(parse({"serve", "--socket=4711"})).port, 4711);
  EXPECT_EQ(std::get<lsp::Options>(parse({"--socket=4711"})).port, 4711);
  EXPECT_EQ(std::get<lsp::Options>(parse({"serve", "--pipe=/run/editor.sock"})).pipe, "/run/editor.sock");
}

TEST(Arguments, TwoTransportsAreOneTooMany) {
  EXPECT_THAT(refusal({"serve", "--socket=4711", "--pipe=/run/editor.sock"}), HasSubstr("--pipe"));
}

TEST(Arguments, CheckLooksAtTheCurrentFolderAndFailsOnErrors) {
  const auto check = std::get<CheckArguments>(parse({"check"}));
  EXPECT_THAT(check.paths, ElementsAre("."));
  EXPECT_EQ(check.format, Format::text);
  EXPECT_EQ(check.fail_on, features::Severity::error);
  EXPECT_EQ(check.color, ColorWhen::automatic);
  EXPECT_FALSE(check.now);
}

TEST(Arguments, CheckTakesItsOptionsInAnyOrder) {
  const auto check =
      std::get<CheckArguments>(parse({"check", "--format", "json", "blog/_posts", "--fail-on=hint", "--color",
                                      "never", "--now", "2026-11-23T00:00:00Z"}));
  EXPECT_THAT(check.paths, ElementsAre("blog/_posts"));
  EXPECT_EQ(check.format, Format::json);
  EXPECT_EQ(check.fail_on, features::Severity::hint);
  EXPECT_EQ(check.color, ColorWhen::never);
  ASSERT_TRUE(check.now);
  EXPECT_EQ(check.now->seconds, 1795392000);
}

TEST(Arguments, InspectTakesOnePath) {
  EXPECT_EQ(std::get<InspectArguments>(parse({"inspect"})).path, ".");
  const auto inspect = std::get<InspectArguments>(parse({"inspect", "blog", "--format", "json"}));
  EXPECT_EQ(inspect.path, "blog");
  EXPECT_EQ(inspect.format, Format::json);
  EXPECT_THAT(refusal({"inspect", "a", "b"}), HasSubstr("b"));
}

TEST(Arguments, WhatIsWrongIsSaidInOneLine) {
  EXPECT_THAT(refusal({"--speed"}), HasSubstr("--speed"));
  EXPECT_THAT(refusal({"chekc"}), HasSubstr("chekc"));
  EXPECT_THAT(refusal({"check", "--format", "yaml"}), HasSubstr("'yaml' is none of text|json"));
  EXPECT_THAT(refusal({"check", "--fail-on", "never"}), HasSubstr("'never'"));
  EXPECT_THAT(refusal({"check", "--now", "tomorrow"}), HasSubstr("'tomorrow'"));
  EXPECT_THAT(refusal({"serve", "--socket=70000"}), HasSubstr("--socket"));
  EXPECT_THAT(refusal({"serve", "--log-level", "loud"}), HasSubstr("--log-level"));
}

TEST(Arguments, VersionAndHelpSucceed) {
  EXPECT_THAT(std::get<Farewell>(parse({"--version"})).out, testing::StartsWith("jekyll-ls "));
  const Farewell help = std::get<Farewell>(parse({"check", "--help"}));
  EXPECT_EQ(help.status, 0);
  EXPECT_THAT(help.out, HasSubstr("--fail-on"));
}

}  // namespace
}  // namespace cli
