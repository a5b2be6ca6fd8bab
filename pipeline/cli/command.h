#pragma once
#include <CLI/CLI.hpp>

#include <functional>
#include <span>

namespace hypeline {

/// Exit codes of the program, for every command.
enum Exit : int { kDone = 0, kFindings = 1, kUsage = 2, kSomeRejected = 3, kMachine = 74, kLockHeld = 75 };

/// A command: its name, its line in the help, and a function that declares its flags on `app` and returns what to do once they are read.
struct Command {
  const char* name;
  const char* summary;
  std::function<int()> (*declare)(CLI::App& app);
};

/// The list of commands: to add one, write its file and add its row in main.cpp.
std::function<int()> declare_annotate(CLI::App& app);
std::function<int()> declare_show(CLI::App& app);
std::function<int()> declare_diff(CLI::App& app);
std::function<int()> declare_lexicon(CLI::App& app);
std::function<int()> declare_explain(CLI::App& app);
std::function<int()> declare_verdicts(CLI::App& app);

}  // namespace hypeline
