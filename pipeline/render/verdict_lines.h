#pragma once
#include "assess/verdicts.h"

#include <string>

namespace hypeline {

/// A reviewer's verdict as one line of a verdicts file (VerdictBook::add reads it), with its line break.
std::string write_verdict(const ReviewerVerdict& verdict);

}  // namespace hypeline
