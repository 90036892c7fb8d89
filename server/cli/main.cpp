// The program: reads its arguments and hands over to the language server or to one of the commands.
#include <cstdio>
#include <exception>
#include <variant>

#include "server/cli/arguments.h"
#include "server/cli/commands.h"
#include "server/cli/new_file.h"
#include "server/cli/run_fix.h"
#include "server/lsp/run.h"
#include "server/platform/terminal.h"

namespace {

struct Run {
  int operator()(const lsp::Options& options) const { return lsp::run(options); }
  int operator()(const cli::CheckArguments& arguments) const { return cli::run_check(arguments); }
  int operator()(const cli::FixArguments& arguments) const { return cli::run_fix(arguments); }
  int operator()(const cli::InspectArguments& arguments) const { return cli::run_inspect(arguments); }
  int operator()(const cli::NewArguments& arguments) const { return cli::run_new(arguments); }
  int operator()(const cli::PublishArguments& arguments) const { return cli::run_publish(arguments); }
  int operator()(const cli::Farewell& farewell) const {
    std::fputs(farewell.out.c_str(), stdout);
    std::fputs(farewell.error.c_str(), stderr);
    return farewell.status;
  }
};

}  // namespace

int main(int argc, char** argv) {
  try {
    const bool terminal = platform::is_terminal(platform::StandardStream::input);
    return std::visit(Run{}, cli::parse_arguments(argc, argv, terminal));
  } catch (const std::exception& error) {
    std::fprintf(stderr, "jekyll-ls: %s\n", error.what());
    return 2;
  }
}
