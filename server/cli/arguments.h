// The command line, read: what the user asks for, as plain values. The only file pair that knows CLI11.
// Runs nothing and prints nothing.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "server/cli/terminal.h"
#include "server/dates/time_zone.h"
#include "server/features/results.h"
#include "server/lsp/run.h"

namespace cli {

enum class Format { text, json, github, sarif };  // the last two of `check` alone

struct CheckArguments {
  std::vector<std::string> paths;  // never empty; all of one site
  Format format = Format::text;
  features::Severity fail_on = features::Severity::error;
  std::optional<dates::LocalTime> now;
  ColorWhen color = ColorWhen::automatic;
};

struct FixArguments {
  std::vector<std::string> paths;  // never empty; all of one site
  std::vector<std::string> only;   // rules; empty: all
  bool dry_run = false;
  std::optional<dates::LocalTime> now;
};

struct InspectArguments {
  std::string path;
  Format format = Format::text;
  std::optional<dates::LocalTime> now;
};

struct NewArguments {
  std::string title;
  std::vector<std::string> categories;
  bool draft = false;
  std::string path;  // any file or folder of the site
  std::optional<dates::LocalTime> now;
};

struct PublishArguments {
  std::string path;  // the draft
  std::optional<dates::LocalTime> now;
};

// Nothing to do but to say something: help, version, or what is wrong with the arguments.
struct Farewell {
  int status = 0;
  std::string out;    // for standard output
  std::string error;  // for standard error
};

using Command = std::variant<lsp::Options, CheckArguments, FixArguments, InspectArguments, NewArguments,
                             PublishArguments, Farewell>;

// `on_terminal`: standard input is a terminal, so that no arguments at all ask for help instead of a server.
[[nodiscard]] Command parse_arguments(int argc, const char* const* argv, bool on_terminal);

}  // namespace cli
