#pragma once
#include "batch/process.h"

#include <cstddef>
#include <functional>
#include <string>
#include <vector>

namespace hypeline {

/// What a run counts.
struct Tally {
  std::size_t articles = 0;
  std::size_t rejected = 0;
  std::size_t copies = 0;          ///< articles that are near copies of an earlier one
  std::size_t mismatches[3] = {};  ///< by severity
  std::size_t ignored = 0;         ///< findings and mismatches on the reviewers' ignore list
  std::size_t verdicts = 0;        ///< reviewers' verdicts given
  std::size_t orphaned = 0;        ///< those of them on nothing that was found in this run
  std::size_t inputs_done = 0;     ///< files taken up so far
  std::size_t inputs = 0;          ///< files found
};

struct RunOptions {
  unsigned jobs = 1;
  std::size_t max_bytes = std::size_t{16} << 20;
  bool one_pass = false;  ///< of folders: the inputs are read once, what repeats over a site's files is not looked for
  std::function<void(const Tally&)> progress = [](const Tally&) {};  ///< called in order, on the calling thread
  std::function<bool()> stopped = [] { return false; };              ///< true: end early, publish nothing
};

/// Annotates folders and files into the run folder `out`: report, annotations.jsonl, run.json. The bytes are the same for any number of jobs.
/// Throws IoError, Locked. Where stopped() came true, nothing is published.
Tally annotate_folders(const std::vector<std::string>& inputs, const std::string& out, const Resources& resources, const RunOptions& options);

/// Annotates records (JSON lines) from `in` to `out`, an article a line, in order.
Tally annotate_stream(int in, int out, const Resources& resources, const RunOptions& options);

}  // namespace hypeline
