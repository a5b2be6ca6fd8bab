#pragma once
#include <cstdint>
#include <span>

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

/// The logistic of the sum over all trees: 0 to 1. REQUIRES features long enough for the table.
float evaluate(const Trees& trees, std::span<const float> features);

/// Where a feature's value lies, both ends counted.
struct FeatureRange {
  float low = 0, high = 0;
};

/// No features in these ranges evaluate to more. REQUIRES ranges long enough for the table.
float evaluate_most(const Trees& trees, std::span<const FeatureRange> ranges);

}  // namespace hypeline
