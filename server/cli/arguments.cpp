#include "server/cli/arguments.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>

#include "server/features/diagnostics/rule_table.h"
#include "server/features/knowledge/words.h"

namespace cli {
namespace {

constexpr std::string_view footer =
    "Without a command, or with --stdio, the program is a language server: it speaks LSP on standard input "
    "and output.\n"
    "Exit status: 0 success; 1 `check` found a problem at or above --fail-on, or `fix --dry-run` would "
    "change "
    "something; 2 the site or an argument cannot be read, or a file cannot be written.";

// What CLI11 writes into, before it is put into the shapes of the header.
struct Raw {
  bool stdio = false;
  lsp::Options server;

  CheckArguments check;
  FixArguments fix;
  InspectArguments inspect;
  NewArguments create;
  PublishArguments publish;
  std::string now;
};

const std::map<std::string, Format> formats = {{"text", Format::text}, {"json", Format::json}};
const std::map<std::string, Format> check_formats = {
    {"text", Format::text}, {"json", Format::json}, {"github", Format::github}, {"sarif", Format::sarif}};
const std::map<std::string, ColorWhen> colors = {
    {"auto", ColorWhen::automatic}, {"always", ColorWhen::always}, {"never", ColorWhen::never}};
const std::map<std::string, features::Severity> severities = {{"error", features::Severity::error},
                                                              {"warning", features::Severity::warning},
                                                              {"info", features::Severity::info},
                                                              {"hint", features::Severity::hint}};

const std::map<std::string, lsp::LogLevel> log_levels = {
    {"trace", lsp::LogLevel::trace},     {"debug", lsp::LogLevel::debug}, {"info", lsp::LogLevel::info},
    {"warning", lsp::LogLevel::warning}, {"error", lsp::LogLevel::error}, {"off", lsp::LogLevel::off}};

// An option whose words stand for values; the help names the words alone.
template <class Value>
void add_choice(CLI::App& app, const std::string& name, Value& target,
                const std::map<std::string, Value>& words, const std::string& shown,
                const std::string& help) {
  app.add_option_function<std::string>(
         name, [&target, &words](const std::string& word) { target = words.at(word); }, help)
      ->type_name(shown)
      ->check(CLI::Validator(
          [&words, shown](std::string& word) {
            return words.contains(word) ? std::string() : "'" + word + "' is none of " + shown;
          },
          ""));
}

void add_server_options(CLI::App& app, Raw& raw) {
  CLI::Option* stdio = app.add_flag("--stdio", raw.stdio, "Serve on standard input and output (the default)");
  CLI::Option* port =
      app.add_option("--socket", raw.server.port, "Connect to the client's port on this machine")
          ->type_name("PORT")
          ->check(CLI::Range(1, 65535));
  CLI::Option* pipe =
      app.add_option("--pipe", raw.server.pipe, "Connect to the client's Unix socket")->type_name("PATH");
  stdio->excludes(port)->excludes(pipe);
  port->excludes(pipe);
  app.add_option("--clientProcessId", raw.server.client_process, "End when this process ends")
      ->type_name("N")
      ->check(CLI::PositiveNumber);
  app.add_option("--log-file", raw.server.log_file, "Write the log there instead of to standard error")
      ->type_name("PATH");
  add_choice(app, "--log-level", raw.server.log_level, log_levels, "trace|debug|info|warning|error|off",
             "How much to log [warning]");
}

void add_now(CLI::App& app, Raw& raw) {
  app.add_option("--now", raw.now, "Judge as if it were this time, 2026-11-23T09:00:00+09:00 [the clock]")
      ->type_name("TIME")
      ->check(CLI::Validator(
          [](std::string& text) {
            return dates::parse_iso8601(text) ? std::string() : "'" + text + "' is no ISO 8601 time";
          },
          ""));
}

// "" or what is wrong.
std::string unknown_rule(std::string& code) {
  if (features::find_rule(code)) return {};
  std::vector<std::string> codes;
  for (const features::Rule& rule : features::all_rules()) codes.emplace_back(rule.code.text());
  const std::string nearest = features::nearest_name(codes, code);
  return "there is no rule '" + code + "'" + (nearest.empty() ? "" : "; did you mean '" + nearest + "'?");
}

// The library's words, as one line.
Farewell refusal(std::string message) {
  if (const std::size_t end = message.find('\n'); end != std::string::npos) message.resize(end);
  return {2, "", "jekyll-ls: " + message + " (see jekyll-ls --help)\n"};
}

}  // namespace

Command parse_arguments(int argc, const char* const* argv, bool on_terminal) {
  Raw raw;
  CLI::App app{
      "Finds what will surprise you before Jekyll builds your site: in your editor, or with `check` in a "
      "terminal.",
      "jekyll-ls"};
  app.footer(std::string(footer));
  app.set_version_flag("--version", "jekyll-ls " JEKYLL_LS_VERSION, "Print the version");
  app.require_subcommand(0, 1);
  add_server_options(app, raw);

  CLI::App* serve =
      app.add_subcommand("serve", "Be a language server; for editors that want a socket or a pipe");
  add_server_options(*serve, raw);

  CLI::App* check = app.add_subcommand("check", "Print the problems of a site");
  check->add_option(
      "PATH", raw.check.paths,
      "The site, or folders and files of it [.]: the nearest _config.yml upwards is the site's, and only "
      "what lies under PATH is reported");
  add_choice(
      *check, "--format", raw.check.format, check_formats, "text|json|github|sarif",
      "Shape of the report: for people, for scripts, annotations of GitHub Actions, SARIF 2.1.0 [text]");
  add_choice(*check, "--fail-on", raw.check.fail_on, severities, "error|warning|info|hint",
             "Exit with status 1 if there is a problem of this severity or a graver one [error]");
  add_choice(*check, "--color", raw.check.color, colors, "auto|always|never",
             "Colours in the text [auto: on a terminal, unless NO_COLOR is set]");
  add_now(*check, raw);

  CLI::App* fix = app.add_subcommand("fix", "Mend what can be mended safely, in place");
  fix->add_option("PATH", raw.fix.paths,
                  "The site, or folders and files of it [.]: only what lies under PATH is changed");
  fix->add_flag("--dry-run", raw.fix.dry_run,
                "Write nothing; print a unified diff, and exit with 1 if there is one");
  fix->add_option("--only", raw.fix.only, "A rule, such as yaml-tab; may be given several times [all]")
      ->type_name("RULE")
      ->allow_extra_args(false)  // PATH may follow
      ->check(CLI::Validator(unknown_rule, ""));
  add_now(*fix, raw);

  CLI::App* inspect =
      app.add_subcommand("inspect", "Print the site, or one file of it, as Jekyll will build it");
  inspect->add_option("PATH", raw.inspect.path, "The site, or one file of it [.]");
  add_choice(*inspect, "--format", raw.inspect.format, formats, "text|json", "Shape of the output [text]");
  add_now(*inspect, raw);

  CLI::App* create =
      app.add_subcommand("new", "Create a post with the front matter that the site's posts have");
  create->add_option("TITLE", raw.create.title, "The title; the file's name is made from it")->required();
  create->add_option("SITE", raw.create.path, "The site, or any file or folder of it [.]");
  create->add_flag("--draft", raw.create.draft, "Create a draft: in _drafts, without a date");
  create->add_option("--category", raw.create.categories, "A category; may be given several times")
      ->type_name("NAME")
      ->allow_extra_args(false);  // SITE may follow
  add_now(*create, raw);

  CLI::App* publish =
      app.add_subcommand("publish", "Make a draft a post of today: move it to _posts, set its date");
  publish->add_option("FILE", raw.publish.path, "The draft")->required();
  add_now(*publish, raw);

  if (argc <= 1 && on_terminal) return Farewell{0, app.help(), ""};
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return Farewell{0, app.help(), ""};
  } catch (const CLI::CallForVersion& version) {
    return Farewell{0, std::string(version.what()) + "\n", ""};
  } catch (const CLI::ParseError& error) {
    return refusal(error.what());
  }

  if (check->parsed()) {
    if (raw.check.paths.empty()) raw.check.paths.emplace_back(".");
    raw.check.now = dates::parse_iso8601(raw.now);
    return raw.check;
  }
  if (fix->parsed()) {
    if (raw.fix.paths.empty()) raw.fix.paths.emplace_back(".");
    raw.fix.now = dates::parse_iso8601(raw.now);
    return raw.fix;
  }
  if (inspect->parsed()) {
    if (raw.inspect.path.empty()) raw.inspect.path = ".";
    raw.inspect.now = dates::parse_iso8601(raw.now);
    return raw.inspect;
  }
  if (create->parsed()) {
    if (raw.create.path.empty()) raw.create.path = ".";
    raw.create.now = dates::parse_iso8601(raw.now);
    return raw.create;
  }
  if (publish->parsed()) {
    raw.publish.now = dates::parse_iso8601(raw.now);
    return raw.publish;
  }
  using enum lsp::Options::Transport;
  if (raw.server.port != 0) raw.server.transport = socket;
  if (!raw.server.pipe.empty()) raw.server.transport = pipe;
  return raw.server;
}

}  // namespace cli
