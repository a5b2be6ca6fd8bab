#pragma once
#include "ingest/page.h"

#include <array>
#include <cstdint>
#include <vector>

namespace hypeline {

/// What the model of article starts looks at in a block; the numbering is fixed by its table.
inline constexpr std::size_t kSplitFeatureCount = 39;
using SplitFeatures = std::array<float, kSplitFeatureCount>;

/// The features of every block of a plain text: how it and its neighbours look, and how the words behind it differ from those before it.
/// Linear: the windows are of fixed size.
std::vector<SplitFeatures> split_features_of(const Page& page);

/// True for a block that reads as a heading or title: short, not the end of a sentence, no list item or site chrome.
bool reads_as_title(std::string_view block, std::uint32_t cues);

}  // namespace hypeline
