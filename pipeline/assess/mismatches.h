#pragma once
#include "assess/view.h"

namespace hypeline {

/// The mismatches of an article, heaviest first, each resting on two findings or on one and an absence that was looked for. Raised only where
/// the text itself proves it; the rules are one list in mismatches.cpp.
std::vector<Mismatch> find_mismatches(const View& view);

}  // namespace hypeline
