#include "cli/common.h"

#include "render/escape.h"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>

namespace hypeline {
namespace {

const Value kExistingFile = {.name = "FILE", .check = Existing::file};

void add_max_bytes_flag(Flags& flags, CommonOptions& options) {
  flags.add("--max-bytes", &options.max_bytes, "Reject inputs larger than this", {.name = "SIZE", .check = ByteCount{}, .default_text = "16MiB"});
}

void add_review_flags(Flags& flags, CommonOptions& options) {
  const Fault no_day = [](const std::string& day) { return day.size() == 10 && is_date(day) ? std::string() : "a day is wanted, as 2026-11-22"; };
  flags.add("--verdicts", &options.reviews.verdicts, "Reviewers' verdicts: each rule's record is shown beside its findings", kExistingFile);
  flags.add("--ignore", &options.reviews.ignore, "Findings that reviewers chose to leave out, with reason, author and end (JSON lines)", kExistingFile);
  flags.add("--today", &options.reviews.today, "The day on which entries of --ignore must still hold; today's where not given",
            {.name = "DAY", .check = no_day});
}

void add_fact_flags(Flags& flags, CommonOptions& options) {
  flags.add("--retractions", &options.facts.retractions, "Retracted papers (Crossref's retraction_watch.csv): cited DOIs and PMIDs on it are marked",
            kExistingFile);
  flags.add("--abstracts", &options.facts.abstracts,
            "Folder of abstracts (PubMed XML or JSON lines, packed or not): cited papers are compared with the article",
            {.name = "FOLDER", .check = Existing::folder});
  flags.add("--abstracts-index", &options.facts.index, "Where the index of --abstracts is kept; in the folder itself where not given", {.name = "FILE"});
}

}  // namespace

void add_lexicons_flag(Flags& flags, CommonOptions& options) {
  flags.add("--lexicons", &options.lexicons, "Folder of rules to use instead of the shipped one", {.name = "DIR", .environment = "HYPELINE_LEXICONS"});
}

void add_article_flags(Flags& flags, CommonOptions& options) {
  add_max_bytes_flag(flags, options);
  add_lexicons_flag(flags, options);
  add_review_flags(flags, options);
  add_fact_flags(flags, options);
}

std::unique_ptr<const Resources> load_or_exit(const CommonOptions& options) {
  std::error_code unknown;
  const std::string folder = options.lexicons.empty() ? find_lexicons(std::filesystem::read_symlink("/proc/self/exe", unknown).string()) : options.lexicons;
  if (folder.empty()) {
    say("error: no lexicons found beside the program; name their folder with --lexicons");
    throw Refused();
  }
  ReviewFiles reviews = options.reviews;
  if (reviews.today.empty()) reviews.today = fmt::format("{:%Y-%m-%d}", fmt::gmtime(std::time(nullptr)));
  auto resources = load_resources(folder, reviews, options.facts);
  if (resources) return std::move(*resources);
  refuse(resources.error(), "in the lexicons and the files given");
}

void refuse(const Errors& errors, std::string_view what) {
  for (const Error& error : errors) fmt::print(stderr, "{}\n", terminal_text(to_string(error), LineBreaks::keep));
  say(fmt::format("{} errors {}", errors.size(), what));
  throw Refused();
}

void say(const std::string& message) { fmt::print(stderr, "hypeline: {}\n", terminal_text(message, LineBreaks::keep)); }

bool colours_wanted() {
  const char* no_color = std::getenv("NO_COLOR");
  const char* term = std::getenv("TERM");
  const bool dumb = term != nullptr && std::string_view(term) == "dumb";
  return isatty(STDOUT_FILENO) != 0 && (no_color == nullptr || *no_color == '\0') && !dumb;
}

int terminal_width() {
  winsize size{};
  if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 20) return size.ws_col;
  return 100;
}

}  // namespace hypeline
