#pragma once
#include "batch/diff.h"
#include "batch/files.h"

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>

namespace hypeline {

/// The articles of an earlier run, for comparing. Of each only a few hashes are kept; where they differ, its line is read again. Its functions may be called
/// from several threads.
class Baseline {
 public:
  /// Reads `folder`/annotations.jsonl. Nothing where there is none. Throws IoError where it cannot be read.
  static std::optional<Baseline> open(const std::string& folder);

  Changes compare(const RunArticle& after) const;
  /// What is there but for `seen`, by id: what became of the rest. Adds the removed articles and their findings to `since`.
  void add_removed(const std::set<std::string>& seen, SinceLastRun& since) const;

 private:
  struct Place {
    std::uint64_t begin = 0, size = 0;  ///< of its line, in bytes
    std::uint64_t text = 0, findings = 0, rules = 0;
    std::uint32_t count = 0;
  };
  explicit Baseline(Fd file) : file_(std::move(file)) {}
  std::optional<RunArticle> read(const Place& place) const;
  Fd file_;
  std::map<std::string, Place> places_;
};

}  // namespace hypeline
