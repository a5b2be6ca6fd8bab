#include "batch/census.h"
#include "batch/run.h"
#include "cli/command.h"
#include "cli/common.h"
#include "ingest/jsonl.h"
#include "ingest/packing/pull.h"
#include "ingest/readers.h"
#include "ingest/shingles.h"

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <unistd.h>

#include <csignal>
#include <thread>

namespace hypeline {
namespace {

struct Options : CommonOptions {
  std::vector<std::string> inputs;
  std::string out = "hypeline-report";
  std::string fail_on;
  unsigned jobs = std::max(1u, std::thread::hardware_concurrency());
  bool one_pass = false;
  bool quiet = false;
};

volatile std::sig_atomic_t stop_signal = 0;

void catch_stop_signals() {
  struct sigaction action{};
  action.sa_handler = [](int signal) { stop_signal = signal; };
  for (const int signal : {SIGINT, SIGTERM}) sigaction(signal, &action, nullptr);
}

std::string counted(std::size_t n, std::string_view one, std::string_view many) { return fmt::format("{} {}", n, n == 1 ? one : many); }

void print_progress(const Tally& tally, bool last) {
  static std::size_t printed = 0;  // at most one line a hundredth of the work
  const std::size_t step = tally.inputs / 100 + 1;
  if (!last && tally.articles + tally.rejected < printed + step) return;
  printed = tally.articles + tally.rejected;
  fmt::print(stderr, "\r\x1b[K{}/{} inputs, {}, {} rejected{}", tally.inputs_done, tally.inputs, counted(tally.articles, "article", "articles"), tally.rejected,
             last ? "\n" : "");
}

bool at_or_above(const Tally& tally, const std::string& severity) {
  for (std::size_t i = 0, on = 0; i < kSeverityNames.size(); ++i) {
    on |= static_cast<std::size_t>(kSeverityNames[i] == severity);
    if (on != 0 && tally.mismatches[i] != 0) return true;
  }
  return false;
}

int exit_code(const Tally& tally, const Options& options) {
  if (stop_signal != 0) return 128 + stop_signal;
  if (!options.fail_on.empty() && at_or_above(tally, options.fail_on)) return kFindings;
  return tally.rejected != 0 ? kSomeRejected : kDone;
}

int annotate_records(const Options& options, const Resources& resources, const RunOptions& run) {
  if (options.inputs.size() > 1) {
    say("error: '-' stands alone: records come from standard input");
    return kUsage;
  }
  return exit_code(annotate_stream(STDIN_FILENO, STDOUT_FILENO, resources, run), options);
}

int annotate_all(const Options& options) {
  const auto resources = load_or_exit(options);
  catch_stop_signals();
  RunOptions run;
  run.jobs = options.jobs;
  run.max_bytes = options.max_bytes;
  run.one_pass = options.one_pass;
  run.stopped = [] { return stop_signal != 0; };
  if (std::find(options.inputs.begin(), options.inputs.end(), "-") != options.inputs.end()) return annotate_records(options, *resources, run);
  const bool progress = !options.quiet && isatty(STDERR_FILENO) != 0;
  if (progress) run.progress = [](const Tally& tally) { print_progress(tally, false); };
  const Tally tally = annotate_folders(options.inputs, options.out, *resources, run);
  if (progress) print_progress(tally, true);
  if (stop_signal != 0) {
    say("stopped; nothing was published");
  } else if (!options.quiet) {
    say(fmt::format("{}, {} rejected; report: {}/index.html", counted(tally.articles, "article", "articles"), tally.rejected, options.out));
  }
  return exit_code(tally, options);
}

std::string suffixes() {
  std::string out;
  for (const Reader& reader : readers())
    for (const std::string_view suffix : reader.suffixes) out += fmt::format("{}{}", out.empty() ? "" : " ", suffix);
  return out;
}

std::string packings() {
  std::string out;
  for (const packing::Coding& coding : packing::codings())
    if (!coding.suffix.empty()) out += fmt::format("{}{}", out.empty() ? "" : " or ", coding.suffix);
  return out;
}

std::string field_names() {
  std::string out;
  for (const FieldNames& field : record_fields()) out += fmt::format("  {:<7} {}\n", field.field, fmt::join(field.names, ", "));
  return out;
}

std::string footer() {
  return fmt::format(
      "Files: {0};\neach also with {1} added. Other files are read as what their first bytes look like; what is packed is told by its bytes, not by its\n"
      "name. Of web archives (.warc) every HTML or text page of status 200 is an input, `FILE:N` by the number of its record.\n\n"
      "Limits: an input, or a record of a file that holds many, of more than --max-bytes (unpacked) is rejected; so is what unpacks to more than {2} times\n"
      "its size over a stretch of {3} MiB (a decompression bomb), and what is packed more than {4} times over. Files of many records may be of any size.\n\n"
      "Records are JSON objects, one a line, with text or html; the first name that has words counts:\n{5}\n"
      "Near copies: an article that has {6:.0f} % or more of its runs of five words in common with an earlier one (Jaccard index) names it in duplicate_of.\n\n"
      "Repeated blocks: folders and files are read twice; blocks that stand on {7} pages of a site or more, pages that otherwise differ, are boilerplate.\n"
      "Not on standard input, which can be read only once, and not with --one-pass.\n\n"
      "--verdicts, --ignore and --retractions may be given several times.\n\n"
      "Cited papers: nothing is fetched. A paper is known by its DOI or PMID. --abstracts reads the .xml (PubMed's) and .jsonl files of the folder (records\n"
      "with pmid, doi, title, abstract) into an index, once; it is made anew where a file changed.\n\n"
      "Examples:\n  hypeline annotate scrapes -o report\n  hypeline annotate monday tuesday/page.html crawl.warc.gz -o report --fail-on high\n"
      "  hypeline annotate scrapes -o report --retractions retraction_watch.csv --abstracts pubmed\n"
      "  hypeline annotate - < records.jsonl > annotations.jsonl",
      suffixes(), packings(), kMostRatio, kStretch >> 20, kMostLayers, field_names(), kCopyFrom * 100, kFewestPages);
}

}  // namespace

std::function<int()> declare_annotate(Flags& flags) {
  const auto options = std::make_shared<Options>();
  flags.add("IN", &options->inputs, "Folders and files to read, or - for records on standard input (JSON lines or WARC, packed or not)", {.required = true});
  flags.add("-o,--out", &options->out, "Run folder to write; replaced whole when the run is done", {.name = "OUT", .shows_default = true});
  flags.add("-j,--jobs", &options->jobs, "Worker threads; the output is the same for any number",
            {.name = "N", .check = Between<int>{1, 256}, .shows_default = true});
  flags.add("--fail-on", &options->fail_on, "Exit 1 where a mismatch of this severity or above was found",
            {.name = "SEVERITY", .check = OneOf{"low", "medium", "high"}});
  flags.add("--one-pass", &options->one_pass, "Read the inputs once: blocks that repeat over a site's files are not looked for");
  add_article_flags(flags, *options);
  flags.add("-q,--quiet", &options->quiet, "No progress, no summary");
  flags.add_footer(footer());
  return [options] { return annotate_all(*options); };
}

}  // namespace hypeline
