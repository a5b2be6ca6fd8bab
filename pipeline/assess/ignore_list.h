#pragma once
#include "core/error.h"

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// A decision not to count a finding or a mismatch: one by its fingerprint, or all of a rule on a site.
struct IgnoreEntry {
  std::string fingerprint;  ///< or empty: then rule and site
  std::string rule, site;
  std::string reason, by;
  std::string until;  ///< the last day it holds, "2026-12-31"
};

/// What reviewers chose to leave out of the assessment. Nothing vanishes: what is left out keeps its mark and reason, and is counted. Every entry
/// has a reason, an author and an end. Rejected: entries without an end, which nobody looks at again.
class IgnoreList {
 public:
  /// Adds a file: one JSON object a line with fingerprint, or rule and site; and reason, by, until. Lines with a reviewer are verdicts and passed over. `today`
  /// ("2026-11-22") tells which have run out: those are kept apart and ignore nothing. Every bad line is an error that names file and line, and then nothing is
  /// added.
  std::expected<void, Errors> add(std::string_view file, std::string_view contents, std::string_view today);

  /// The first entry in force for a finding; nullptr where there is none. `site` as in the article's meta data.
  const IgnoreEntry* find(std::string_view fingerprint, std::string_view rule, std::string_view site) const;

  const std::vector<IgnoreEntry>& in_force() const { return in_force_; }
  const std::vector<IgnoreEntry>& expired() const { return expired_; }

 private:
  std::vector<IgnoreEntry> in_force_, expired_;
};

}  // namespace hypeline
