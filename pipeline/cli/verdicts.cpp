#include "assess/verdicts.h"

#include "batch/files.h"
#include "batch/orphans.h"
#include "cli/command.h"
#include "cli/common.h"
#include "render/escape.h"
#include "render/verdict_lines.h"

#include <fmt/format.h>

#include <filesystem>

namespace hypeline {
namespace {

struct Options {
  std::vector<std::string> files;
  std::string store = "verdicts.jsonl";
  std::string run;
  double floor = 0.8;
};

void add_or_exit(VerdictBook& book, const std::string& file) {
  if (auto added = book.add(file, read_whole(file)); !added) refuse(added.error(), "in verdicts; nothing was written");
}

void list_conflicts(const VerdictBook& book) {
  for (const std::string& print : book.conflicts()) {
    const auto [begin, end] = book.of(print);
    std::string line = fmt::format("conflict {} {}:", print, book.all()[begin].rule);
    for (std::size_t i = begin; i != end; ++i) line += fmt::format(" {} says {};", book.all()[i].reviewer, name(book.all()[i].opinion));
    line.pop_back();
    fmt::print("{}\n", terminal_text(line, LineBreaks::keep));
  }
}

int import_verdicts(const Options& options) {
  VerdictBook book;
  if (std::filesystem::exists(options.store)) add_or_exit(book, options.store);
  const std::size_t before = book.all().size();
  for (const std::string& file : options.files) add_or_exit(book, file);
  std::string lines;
  for (const ReviewerVerdict& verdict : book.all()) lines += write_verdict(verdict);
  replace_whole(options.store, lines);
  list_conflicts(book);
  say(fmt::format("{}: {} verdicts, {} of them new; {} findings whose reviewers disagree", options.store, book.all().size(), book.all().size() - before,
                  book.conflicts().size()));
  if (book.passed_over() > 0)
    say(fmt::format("not verdicts but ratings of articles or entries of an ignore list, which annotate --ignore reads where they are: {} lines",
                    book.passed_over()));
  return kDone;
}

std::string_view standing(const RuleRecord& record, double floor) {
  if (record.right + record.wrong == 0) return "undecided";
  if (record.high < floor) return "below";
  return record.precision < floor ? "perhaps below" : "";
}

void print_orphans(const VerdictBook& book, const std::string& run) {
  const auto orphans = find_orphans(book, run);
  if (!orphans) refuse(orphans.error(), "in the run");
  for (const auto& [verdict, text_in_run] : *orphans)
    fmt::print("{}\n", terminal_text(fmt::format("orphaned {} {}: {}", verdict->fingerprint, verdict->rule,
                                                 text_in_run ? "the text is as it was, the rules changed" : "the text changed or is not in the run"),
                                     LineBreaks::keep));
  say(fmt::format("{} of {} verdicts are on nothing that {} holds", orphans->size(), book.all().size(), run));
}

int print_stats(const Options& options) {
  VerdictBook book;
  for (const std::string& file : options.files) add_or_exit(book, file);
  fmt::print("rule\tright\twrong\tunsure\tconflicts\tprecision\tlow\thigh\tfloor\n");
  for (const auto& [rule, r] : book.records())
    fmt::print("{}\t{}\t{}\t{}\t{}\t{}\t{:.2f}\t{:.2f}\t{}\n", terminal_text(rule, LineBreaks::keep), r.right, r.wrong, r.unsure, r.conflicts,
               r.right + r.wrong == 0 ? "" : fmt::format("{:.2f}", r.precision), r.low, r.high, standing(r, options.floor));
  list_conflicts(book);
  if (!options.run.empty()) print_orphans(book, options.run);
  return kDone;
}

Flags declare(Flags& flags, const char* name, const char* summary, const std::shared_ptr<Options>& options, std::function<int()>& action,
              int (*run)(const Options&)) {
  Flags below = flags.add_command(name, summary, [options, &action, run] { action = [options, run] { return run(*options); }; });
  below.add("FILE", &options->files, "Verdicts: JSON lines with fingerprint, rule, verdict, reviewer, at, text_sha256, comment?",
            {.check = Existing::file, .required = true});
  return below;
}

}  // namespace

std::function<int()> declare_verdicts(Flags& flags) {
  const auto options = std::make_shared<Options>();
  const auto action = std::make_shared<std::function<int()>>();
  Flags import =
      declare(flags, "import", "Merge verdicts into a store; of one reviewer's verdicts on a finding the latest holds", options, *action, import_verdicts);
  import.add("-o,--store", &options->store, "The store, made where it is not there", {.name = "FILE", .shows_default = true});
  Flags stats = declare(flags, "stats", "Every rule's precision by its verdicts, with its 95 % Wilson interval", options, *action, print_stats);
  stats.add("--floor", &options->floor, "Name the rules whose precision is below this",
            {.name = "P", .check = Between<double>{0.0, 1.0}, .shows_default = true});
  stats.add("--run", &options->run, "List the verdicts on nothing that this run folder holds", {.name = "RUN", .check = Existing::folder});
  flags.add_footer(
      "A finding counts once: right where its reviewers agree with it, wrong where they say not-a-finding or wrong-label; where they disagree it is a\n"
      "conflict and counts neither way. \"below\" the floor: the whole interval is; \"perhaps below\": the precision is.\n\n"
      "Examples:\n  hypeline verdicts import ann.jsonl ben.jsonl --store verdicts.jsonl\n  hypeline verdicts stats verdicts.jsonl --floor 0.9\n"
      "  hypeline annotate scrapes -o report --verdicts verdicts.jsonl");
  return [action] { return (*action)(); };
}

}  // namespace hypeline
