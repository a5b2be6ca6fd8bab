#pragma once
#include "ingest/html/page_facts.h"

#include <array>
#include <vector>

namespace hypeline::html {

/// What the main-text model looks at in a block; the numbering is fixed by the model table.
inline constexpr std::size_t kFeatureCount = 85;
using Features = std::array<float, kFeatureCount>;

/// The features of every block of a page. Linear in blocks and nodes (each at most kDeepest deep).
std::vector<Features> features_of(const PageFacts& page);

}  // namespace hypeline::html
