#include "batch/files.h"
#include "batch/publish.h"
#include "cli/command.h"
#include "cli/common.h"

#include <algorithm>
#include <exception>
#include <string_view>

namespace hypeline {
namespace {

constexpr Command kCommands[] = {
    {"annotate", "Annotate folders, files, or records on standard input: the main job", declare_annotate},
    {"show", "Show one article in the terminal, with its findings and reasons", declare_show},
    {"diff", "What differs between two runs, split by cause: text changed or rules changed", declare_diff},
    {"lexicon", "List the rules, or run every rule's own examples", declare_lexicon},
    {"explain", "Print the reasoning behind an article's assessment, or what a rule or label is", declare_explain},
    {"verdicts", "Merge reviewers' verdicts, or print every rule's record", declare_verdicts},
};

constexpr const char* kFooter = R"(Examples:
  hypeline annotate scrapes/ -o report       a folder in, report/index.html out
  hypeline annotate - < in.jsonl > out.jsonl records in, annotations out, in order
  hypeline show article.html                 read one article in the terminal
  hypeline diff monday tuesday               findings new and gone, split by cause
  hypeline lexicon test                      run every rule's own examples

Exit codes: 0 done; 1 findings at or above --fail-on; 2 usage or configuration; 3 done, some inputs rejected;
74 the machine failed (disk, permissions), nothing published; 75 another run holds the output folder.

A screening aid, not a verdict: every number opens into its findings, every finding names its rule.)";

bool is_command(std::string_view word) {
  return std::any_of(std::begin(kCommands), std::end(kCommands), [&](const Command& command) { return command.name == word; });
}

int run(int argc, char** argv) {
  if (argc > 1 && argv[1][0] != '-' && !is_command(argv[1])) {
    say(std::string("error: there is no command '") + argv[1] + "'; hypeline --help lists them");
    return kUsage;
  }
  return run_command_line(argc, argv, kCommands, kFooter);
}

}  // namespace
}  // namespace hypeline

int main(int argc, char** argv) {
  using namespace hypeline;
  try {
    return run(argc, argv);
  } catch (const Refused&) {
    return kUsage;
  } catch (const Locked& error) {
    say(error.what());
    return kLockHeld;
  } catch (const std::exception& error) {
    say(std::string("error: ") + error.what());
    return kMachine;
  }
}
