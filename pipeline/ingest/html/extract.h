#pragma once
#include "ingest/html/layout.h"

#include <vector>

namespace hypeline::html {

/// For each block how surely it is the article's own text, 0 to 1. Two looks: boosted trees over structure and words, and again with what the
/// first said of the blocks around. Learned on one half of the pages and judged on the other, F1 of word shingles: news .951 (precision .922, recall
/// .982), health .922, other pages .953. The tables here were learned from all. Rejected: hand-set rules after Readability (other programs built
/// so reach .92 to .956 on the news pages).
std::vector<float> main_text_scores(const Layout& layout);

/// True for scores that count as main text.
bool is_main(float score);

}  // namespace hypeline::html
