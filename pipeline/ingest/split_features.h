#pragma once
#include "ingest/looks.h"
#include "ingest/page.h"
#include "ingest/split_topics.h"
#include "ingest/trees.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace hypeline {

/// What the model of article starts looks at in a block; the numbering is fixed by its table.
inline constexpr std::size_t kSplitFeatureCount = 39;
using SplitFeatures = std::array<float, kSplitFeatureCount>;
using SplitRanges = std::array<FeatureRange, kSplitFeatureCount>;

/// The features of a plain text's blocks: how each and its neighbours look, and how the words behind its start differ from those before it. The words
/// are costly and their features often cannot matter any more, so what the looks alone allow can be asked first.
class SplitReader {
 public:
  /// `page` and `looks` (those of its blocks) must outlive the reader.
  SplitReader(const Page& page, std::span<const BlockLook> looks);

  /// The ranges of the features of the blocks [begin, end), nothing known of their words. REQUIRES begin < end.
  SplitRanges ranges(std::size_t begin, std::size_t end) const;

  /// Narrows the range of the one feature of a block's words that tells most. The first call counts the words of the page.
  void narrow(SplitRanges& ranges, std::size_t block);

  /// All features of a block.
  SplitFeatures features(std::size_t block);

 private:
  /// What the look of a block comes to.
  struct LookFeatures {
    float bytes = -1, ends_sentence = 0, title = 0;
  };

  SplitFeatures looks_of(std::size_t block) const;
  SplitTopics& topics();

  const Page& page_;
  std::span<const BlockLook> looks_;
  std::vector<std::uint32_t> copies_;
  std::vector<LookFeatures> rows_;  // of each block, one before the first and two behind the last
  std::vector<float> prose_;        // bytes of running text before each block
  float titles_ = 0;                // share of the blocks
  std::optional<SplitTopics> topics_;
};

/// The features of every block.
std::vector<SplitFeatures> split_features_of(const Page& page);

}  // namespace hypeline
