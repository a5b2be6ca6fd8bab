#pragma once
#include "ingest/html/page_facts.h"

#include <vector>

namespace hypeline::html {

/// For each block how surely it is the article's own text, 0 to 1: boosted trees over structure and words. The figures on held-back pages stand in the
/// head of main_text.inc. Rejected: hand-set rules after Readability (other programs built so reach .92 to .956 on the news pages); a second look with
/// what the first said of the blocks around (no gain where a fifth of the pages was held back).
std::vector<float> main_text_scores(const PageFacts& page);

/// True for scores that count as main text.
bool is_main(float score);

}  // namespace hypeline::html
