#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>
#include <vector>

namespace hypeline {

/// One node of a decision tree. Its left child is the next node; a leaf has feature -1 and the value that it adds.
struct TreeNode {
  std::int16_t feature = -1;
  std::uint16_t right = 0;  ///< nodes from this one to its right child
  float value = 0;          ///< left where the feature is at most this; of a leaf, its addend
};

/// Boosted trees one after the other, as the tables of this folder hold them; each starts where the one before has ended.
struct Trees {
  std::span<const TreeNode> nodes;
  std::span<const std::uint32_t> roots;
  float base = 0;
};

inline constexpr float kAnything = std::numeric_limits<float>::infinity();

/// Where a feature's value lies, both ends counted: from -kAnything to kAnything where nothing is known of it.
struct FeatureRange {
  float low = 0, high = 0;
};

/// Trees made ready to be evaluated often. Not node by node from the root, whose branches no processor foresees: each tree has a set of leaves, and each
/// feature in turn takes away, in all trees, the leaves that its value rules out (QuickScorer, Lucchese and others 2015).
class Forest {
 public:
  /// REQUIRES at most kMostTrees trees of at most 16 leaves.
  explicit Forest(const Trees& trees);

  /// The logistic of the sum over all trees: 0 to 1. REQUIRES features long enough for the trees.
  float evaluate(std::span<const float> features) const;

  /// No features in these ranges evaluate to more. REQUIRES ranges long enough for the trees.
  float most(std::span<const FeatureRange> ranges) const;

  static constexpr std::size_t kMostTrees = 256;

 private:
  static constexpr std::size_t kLeaves = 16;
  using LeafSet = std::uint16_t;
  using LeafSets = std::array<LeafSet, kMostTrees>;

  /// A node: the leaves that are left where the value is above the threshold, and where it is not.
  struct Cut {
    float threshold = 0;
    std::uint16_t tree = 0;
    LeafSet above = 0, below = 0;
  };

  LeafSet read(const Trees& trees, std::size_t tree, std::size_t at, std::size_t& leaf);
  template <class Pick>
  float sum(const LeafSets& sets, Pick pick) const;

  double base_ = 0;
  std::size_t trees_ = 0;
  std::vector<float> leaves_;           // kLeaves a tree
  std::vector<std::vector<Cut>> cuts_;  // of each feature, by threshold
  LeafSets all_{};                      // the leaves of each tree
};

}  // namespace hypeline
