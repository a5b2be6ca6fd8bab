#include "ingest/html/extract.h"

#include "ingest/html/features.h"
#include "ingest/trees.h"

#include <algorithm>

namespace hypeline::html {
namespace {

#include "ingest/html/main_text.inc"

constexpr float kMain = 0.5F;

}  // namespace

std::vector<float> main_text_scores(const PageFacts& page) {
  static const Forest model({kMainTextNodes, kMainTextRoots, kMainTextBase});
  const std::vector<Features> features = features_of(page);
  std::vector<float> scores(features.size());
  std::ranges::transform(features, scores.begin(), [](const Features& f) { return model.evaluate(f); });
  return scores;
}

bool is_main(float score) { return score >= kMain; }

}  // namespace hypeline::html
