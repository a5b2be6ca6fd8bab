#include "ingest/trees.h"

#include <algorithm>
#include <bit>
#include <cassert>
#include <cmath>

namespace hypeline {
namespace {

float logistic_of(double sum) { return static_cast<float>(1 / (1 + std::exp(-sum))); }

}  // namespace

Forest::Forest(const Trees& trees)
    : base_(trees.base), trees_(trees.roots.size()), lanes_((trees_ + 2 * kTreesALane - 1) / (2 * kTreesALane) * 2), leaves_(trees_ * kLeaves) {
  assert(trees_ <= kMostTrees);
  std::vector<std::vector<Cut>> cuts;  // by feature
  for (std::size_t tree = 0; tree < trees_; ++tree) {
    std::size_t leaf = 0;
    all_[tree / kTreesALane][tree % kTreesALane] = read(trees, tree, trees.roots[tree], leaf, cuts);
  }
  for (std::size_t feature = 0; feature < cuts.size(); ++feature)
    if (!cuts[feature].empty()) add_rows(std::move(cuts[feature]), feature);
}

/// Reads the nodes from `at` down, numbering the leaves from the left. Returns the leaves below.
Forest::LeafSet Forest::read(const Trees& trees, std::size_t tree, std::size_t at, std::size_t& leaf, std::vector<std::vector<Cut>>& cuts) {
  const TreeNode& node = trees.nodes[at];
  if (node.feature < 0) {
    assert(leaf < kLeaves);
    leaves_[tree * kLeaves + leaf] = node.value;
    return static_cast<LeafSet>(1u << leaf++);
  }
  const LeafSet left = read(trees, tree, at + 1, leaf, cuts), right = read(trees, tree, at + node.right, leaf, cuts);
  const auto feature = static_cast<std::size_t>(node.feature);
  cuts.resize(std::max(cuts.size(), feature + 1));
  cuts[feature].push_back({node.value, tree, left, right});
  return left | right;
}

void Forest::add_rows(std::vector<Cut> cuts, std::size_t feature) {
  std::ranges::sort(cuts, {}, &Cut::threshold);
  FeatureRows rows{feature, thresholds_.size(), 0, rows_.size()};
  for (const Cut& cut : cuts)
    if (thresholds_.size() == rows.thresholds || thresholds_.back() != cut.threshold) thresholds_.push_back(cut.threshold);
  rows.count = thresholds_.size() - rows.thresholds;
  const std::size_t stretches = rows.count + 1;
  const Lane every = ~Lane{};
  rows_.resize(rows.rows + 2 * stretches * lanes_, every);
  const auto take = [&](std::size_t row, const Cut& cut, LeafSet gone) {
    rows_[rows.rows + row * lanes_ + cut.tree / kTreesALane][cut.tree % kTreesALane] &= static_cast<LeafSet>(~gone);
  };
  for (const Cut& cut : cuts)
    for (std::size_t k = 0; k < stretches; ++k) {
      const bool above = k > 0 && thresholds_[rows.thresholds + k - 1] >= cut.threshold;  // the stretch lies above the threshold
      take(above ? k : stretches + k, cut, above ? cut.left : cut.right);
    }
  features_.push_back(rows);
}

/// How many of the feature's thresholds lie below the value.
std::size_t Forest::place(const FeatureRows& rows, float value) const {
  const float* thresholds = thresholds_.data() + rows.thresholds;
  std::size_t below = 0;
  while (below < rows.count && thresholds[below] < value) ++below;
  return below;
}

void Forest::rule_out(Sets& sets, std::size_t row) const {
  const Lane* gone = rows_.data() + row;
  for (std::size_t i = 0; i < lanes_; i += 2) {  // lanes come in pairs
    sets[i] &= gone[i];
    sets[i + 1] &= gone[i + 1];
  }
}

/// What lies left of each value is taken; then the first leaf left is the one that the tree comes to.
float Forest::evaluate(std::span<const float> features) const {
  Sets sets = all_;
  for (const FeatureRows& rows : features_)
    if (const std::size_t k = place(rows, features[rows.feature]); k > 0) rule_out(sets, rows.rows + k * lanes_);
  double sum = base_;
  for (std::size_t tree = 0; tree < trees_; ++tree) {
    const LeafSet set = sets[tree / kTreesALane][tree % kTreesALane];
    sum += leaves_[tree * kLeaves + static_cast<std::size_t>(std::countr_zero(set))];
  }
  return logistic_of(sum);
}

float Forest::most(std::span<const FeatureRange> ranges) const {
  Sets sets = all_;
  for (const FeatureRows& rows : features_) {
    const FeatureRange range = ranges[rows.feature];
    if (range.low == -kAnything && range.high == kAnything) continue;
    const std::size_t low = place(rows, range.low), high = range.high == range.low ? low : place(rows, range.high);
    if (low > 0) rule_out(sets, rows.rows + low * lanes_);
    if (high < rows.count) rule_out(sets, rows.rows + (rows.count + 1 + high) * lanes_);
  }
  double sum = base_;
  for (std::size_t tree = 0; tree < trees_; ++tree) {
    auto set = static_cast<unsigned>(sets[tree / kTreesALane][tree % kTreesALane]);
    const float* leaves = leaves_.data() + tree * kLeaves;
    float largest = leaves[std::countr_zero(set)];
    for (set &= set - 1; set != 0; set &= set - 1) largest = std::max(largest, leaves[std::countr_zero(set)]);
    sum += largest;
  }
  return logistic_of(sum);
}

}  // namespace hypeline
