#include "ingest/trees.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace hypeline {

Forest::Forest(const Trees& trees) : base_(trees.base), trees_(trees.roots.size()), leaves_(trees_ * kLeaves) {
  assert(trees_ <= kMostTrees);
  for (std::size_t tree = 0; tree < trees_; ++tree) {
    std::size_t leaf = 0;
    all_[tree] = read(trees, tree, trees.roots[tree], leaf);
  }
  for (std::vector<Cut>& cuts : cuts_) std::ranges::stable_sort(cuts, {}, &Cut::threshold);
}

/// Reads the nodes from `at` down, numbering the leaves from the left. Returns the leaves below.
Forest::LeafSet Forest::read(const Trees& trees, std::size_t tree, std::size_t at, std::size_t& leaf) {
  const TreeNode& node = trees.nodes[at];
  if (node.feature < 0) {
    assert(leaf < kLeaves);
    leaves_[tree * kLeaves + leaf] = node.value;
    return static_cast<LeafSet>(1u << leaf++);
  }
  const LeafSet left = read(trees, tree, at + 1, leaf), right = read(trees, tree, at + node.right, leaf);
  const auto feature = static_cast<std::size_t>(node.feature);
  cuts_.resize(std::max(cuts_.size(), feature + 1));
  cuts_[feature].push_back({node.value, static_cast<std::uint16_t>(tree), static_cast<LeafSet>(~left), static_cast<LeafSet>(~right)});
  return left | right;
}

/// The logistic of what `pick` makes of each tree's leaves and their set, summed in four parts, as additions wait for each other.
template <class Pick>
float Forest::sum(const LeafSets& sets, Pick pick) const {
  std::array<double, 4> parts{base_};
  for (std::size_t tree = 0; tree < trees_; ++tree) parts[tree % 4] += pick(leaves_.data() + tree * kLeaves, sets[tree]);
  return static_cast<float>(1 / (1 + std::exp(-(parts[0] + parts[1] + parts[2] + parts[3]))));
}

/// Where the leaves left of each threshold below a value are taken away, the first leaf left is the one that the tree comes to.
float Forest::evaluate(std::span<const float> features) const {
  LeafSets sets = all_;
  for (std::size_t feature = 0; feature < cuts_.size(); ++feature)
    for (const Cut& cut : cuts_[feature]) {
      if (cut.threshold >= features[feature]) break;
      sets[cut.tree] &= cut.above;
    }
  return sum(sets, [](const float* leaves, unsigned set) { return leaves[std::countr_zero(set)]; });
}

float Forest::most(std::span<const FeatureRange> ranges) const {
  LeafSets sets = all_;
  for (std::size_t feature = 0; feature < cuts_.size(); ++feature) {
    const FeatureRange range = ranges[feature];
    if (range.low == -kAnything && range.high == kAnything) continue;
    const std::vector<Cut>& cuts = cuts_[feature];
    for (auto cut = cuts.begin(); cut != cuts.end() && cut->threshold < range.low; ++cut) sets[cut->tree] &= cut->above;
    for (auto cut = cuts.rbegin(); cut != cuts.rend() && cut->threshold >= range.high; ++cut) sets[cut->tree] &= cut->below;
  }
  return sum(sets, [](const float* leaves, unsigned set) {
    float largest = leaves[std::countr_zero(set)];
    for (set &= set - 1; set != 0; set &= set - 1) largest = std::max(largest, leaves[std::countr_zero(set)]);
    return largest;
  });
}

}  // namespace hypeline
