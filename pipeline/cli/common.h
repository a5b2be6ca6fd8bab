#pragma once
#include "batch/resources.h"
#include "cli/flags.h"

#include <memory>
#include <string>

namespace hypeline {

/// Flags that several commands share.
struct CommonOptions {
  std::string lexicons;
  std::size_t max_bytes = std::size_t{16} << 20;
  ReviewFiles reviews;
  FactFiles facts;
};

/// Declares --lexicons (and HYPELINE_LEXICONS).
void add_lexicons_flag(Flags& flags, CommonOptions& options);
/// Declares what every command that reads articles takes: --max-bytes, --lexicons, --verdicts, --ignore, --today, --retractions, --abstracts and
/// --abstracts-index.
void add_article_flags(Flags& flags, CommonOptions& options);

/// Thrown where what the user gave cannot be used, after it was told why: exit code kUsage.
struct Refused {};

/// Prints every error, with its place, and how many there are of `what`; throws Refused.
[[noreturn]] void refuse(const Errors& errors, std::string_view what);

/// Loads the lexicons the flags ask for, or those beside the program. Prints every error and throws Refused where they are bad.
std::unique_ptr<const Resources> load_or_exit(const CommonOptions& options);

/// One line to standard error, after the program's name.
void say(const std::string& message);

/// True where standard output is a terminal that wants colours (NO_COLOR unset, TERM not dumb).
bool colours_wanted();

/// Columns of the terminal on standard output, or 100.
int terminal_width();

}  // namespace hypeline
