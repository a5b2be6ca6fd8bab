#pragma once
#include "assess/assessment.h"

namespace hypeline {

/// What a reviewer should open first; used for sorting only. 5, 2 or 1 for each mismatch by severity, half a point for each applicable criterion
/// not found, and the lower bound of the promotional load (at most 10): what is certain about it, so that short texts do not lead.
double priority(const Assessment& assessment);

}  // namespace hypeline
