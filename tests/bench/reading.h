#pragma once
#include "text.h"

#include "match/matcher.h"

namespace hypeline::bench {

/// Seconds of processor time over all articles: finding the candidates, and deciding on them in context.
struct ReadingTimes {
  double find = 0;
  double decide = 0;
};

ReadingTimes time_reading(const Lexicon& lexicon, const std::vector<Article>& articles);

}  // namespace hypeline::bench
