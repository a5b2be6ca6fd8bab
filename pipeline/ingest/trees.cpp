#include "ingest/trees.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace hypeline {
namespace {

float logistic_of(double sum) { return static_cast<float>(1 / (1 + std::exp(-sum))); }

/// The largest leaf below a node that the ranges allow.
float largest_leaf(std::span<const TreeNode> nodes, std::size_t at, std::span<const FeatureRange> ranges) {
  while (nodes[at].feature >= 0) {
    const TreeNode& node = nodes[at];
    const FeatureRange range = ranges[static_cast<std::size_t>(node.feature)];
    const bool left = range.low <= node.value, right = range.high > node.value;
    if (left && right) return std::max(largest_leaf(nodes, at + 1, ranges), largest_leaf(nodes, at + node.right, ranges));
    at += left ? 1 : node.right;
  }
  return nodes[at].value;
}

}  // namespace

float evaluate(const Trees& trees, std::span<const float> features) {
  double sum = trees.base;
  for (const std::uint32_t root : trees.roots) {
    std::size_t at = root;
    while (trees.nodes[at].feature >= 0) {
      const TreeNode& node = trees.nodes[at];
      at += features[static_cast<std::size_t>(node.feature)] <= node.value ? 1 : node.right;
    }
    sum += trees.nodes[at].value;
  }
  return logistic_of(sum);
}

float evaluate_most(const Trees& trees, std::span<const FeatureRange> ranges) {
  double sum = trees.base;
  for (const std::uint32_t root : trees.roots) sum += largest_leaf(trees.nodes, root, ranges);
  return logistic_of(sum);
}

}  // namespace hypeline
