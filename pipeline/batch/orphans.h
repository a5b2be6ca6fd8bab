#pragma once
#include "assess/verdicts.h"

#include <expected>
#include <string>
#include <vector>

namespace hypeline {

/// A verdict on nothing that a run found, and why, as far as it can be told.
struct OrphanedVerdict {
  const ReviewerVerdict* verdict = nullptr;  ///< of the book asked
  bool text_in_run = false;                  ///< the run holds the text as it was read: so the rules changed. Else the text changed, or is not in the run
};

/// Compares a book with the annotations.jsonl of a run folder. Errors are those of its lines; throws IoError where it cannot be read. The result points into
/// `book`.
std::expected<std::vector<OrphanedVerdict>, Errors> find_orphans(const VerdictBook& book, const std::string& run_folder);

}  // namespace hypeline
