#pragma once
#include "cli/flags.h"

#include <functional>
#include <span>

namespace hypeline {

/// Exit codes of the program, for every command.
enum Exit : int { kDone = 0, kFindings = 1, kUsage = 2, kSomeRejected = 3, kMachine = 74, kLockHeld = 75 };

/// A command: its name, its line in the help, and a function that declares its flags and returns what to do once they are read.
struct Command {
  const char* name;
  const char* summary;
  std::function<int()> (*declare)(Flags& flags);
};

/// The list of commands: to add one, write its file and add its row in main.cpp.
std::function<int()> declare_annotate(Flags& flags);
std::function<int()> declare_show(Flags& flags);
std::function<int()> declare_diff(Flags& flags);
std::function<int()> declare_lexicon(Flags& flags);
std::function<int()> declare_explain(Flags& flags);
std::function<int()> declare_verdicts(Flags& flags);

/// Reads the command line and does what it says; help, version and errors of usage are printed. Returns the exit code.
int run_command_line(int argc, char** argv, std::span<const Command> commands, const char* footer);

}  // namespace hypeline
