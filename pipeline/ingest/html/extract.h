#pragma once
#include "ingest/html/layout.h"

#include <vector>

namespace hypeline::html {

/// For each block how surely it is the article's own text, 0 to 1. Two looks: boosted trees over structure and words, and again with what the
/// first said of the blocks around. Rejected: hand-set rules after Readability (F1 .90 to .93 on the same pages).
std::vector<float> main_text_scores(const Layout& layout);

/// True for scores that count as main text.
bool is_main(float score);

}  // namespace hypeline::html
