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

/// Trees made ready to be evaluated often. Not node by node, whose branches no processor foresees: a set of leaves a tree, from which each feature in
/// turn takes those its value rules out, all trees at once (QuickScorer, Lucchese and others 2015). What the values of a feature rule out is laid down
/// beforehand, a row for each stretch between two thresholds.
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
  using Lane = LeafSet __attribute__((vector_size(16)));
  static constexpr std::size_t kTreesALane = sizeof(Lane) / sizeof(LeafSet);
  using Sets = std::array<Lane, kMostTrees / kTreesALane>;

  /// A node: what lies left of its threshold and what lies right of it.
  struct Cut {
    float threshold = 0;
    std::size_t tree = 0;
    LeafSet left = 0, right = 0;
  };
  struct FeatureRows {
    std::size_t feature = 0;
    std::size_t thresholds = 0, count = 0;  ///< where its thresholds begin, in order, and how many
    std::size_t rows = 0;                   ///< where its rows begin, in lanes: count + 1 for what a value rules out left of it, as many for right of it
  };

  LeafSet read(const Trees& trees, std::size_t tree, std::size_t at, std::size_t& leaf, std::vector<std::vector<Cut>>& cuts);
  void add_rows(std::vector<Cut> cuts, std::size_t feature);
  inline std::size_t place(const FeatureRows& rows, float value) const;
  inline void rule_out(Sets& sets, std::size_t row) const;

  double base_ = 0;
  std::size_t trees_ = 0, lanes_ = 0;
  std::vector<float> leaves_;  // kLeaves a tree
  std::vector<FeatureRows> features_;
  std::vector<float> thresholds_;
  std::vector<Lane> rows_;
  Sets all_{};  // the leaves of each tree
};

}  // namespace hypeline
