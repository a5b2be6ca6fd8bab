#include "ingest/trees.h"

#include <cmath>
#include <cstddef>

namespace hypeline {

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
  return static_cast<float>(1 / (1 + std::exp(-sum)));
}

}  // namespace hypeline
