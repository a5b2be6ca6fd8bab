#pragma once
#include "assess/view.h"

namespace hypeline {

/// Counts promotional findings (labels with a weight) in the article's own voice: un-negated, not hypothetical, not told as of the past, outside quotations, in
/// scored zones but block quotes; of overlapping ones the first and longest; each rule once a paragraph and three times an article. The interval is the exact
/// (Garwood) 95 % Poisson interval. Bands by the rate per 1,000 words are those of kBands in the source.
PromotionalLoad promotional_load(const View& view, const Labels& labels);

}  // namespace hypeline
