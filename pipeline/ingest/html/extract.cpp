#include "ingest/html/extract.h"

#include "ingest/cues.h"
#include "ingest/html/features.h"
#include "ingest/html/hints.h"
#include "ingest/titles.h"
#include "ingest/trees.h"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace hypeline::html {
namespace {

#include "ingest/html/main_text_first.inc"
#include "ingest/html/main_text_second.inc"

constexpr Trees kFirst{kFirstNodes, kFirstRoots, kFirstBase};
constexpr Trees kSecond{kSecondNodes, kSecondRoots, kSecondBase};
constexpr float kMain = 0.5F;

/// Mean of the scores, by words, under each element.
class Means {
 public:
  void add(std::uint32_t node, float score, float words) {
    auto& [sum, weight] = by_node_[node];
    sum += score * words;
    weight += words;
  }
  float of(std::uint32_t node) const {
    const auto& [sum, weight] = by_node_.at(node);
    return sum / weight;
  }

 private:
  std::unordered_map<std::uint32_t, std::pair<float, float>> by_node_;
};

/// What the first look said of a block's surroundings, for the second: the neighbours, the share of main text above and below, the mean
/// in two windows and in the elements around.
class Context {
 public:
  static constexpr std::size_t kCount = 15;

  Context(const Layout& layout, const std::vector<Features>& features, std::vector<float> scores) : layout_(layout), scores_(std::move(scores)) {
    sums_.push_back(0);
    weights_.push_back(0);
    for (std::size_t i = 0; i < scores_.size(); ++i) {
      const float words = features[i][0] + 1;
      sums_.push_back(sums_.back() + scores_[i] * words);
      weights_.push_back(weights_.back() + words);
      own_.add(node(i), scores_[i], words);
      outer_.add(parent(i), scores_[i], words);
    }
  }

  std::array<float, kCount> of(std::size_t i) const {
    const double all = sums_.back() + 1e-6;
    return {scores_[i],
            at(i, -4),
            at(i, -3),
            at(i, -2),
            at(i, -1),
            at(i, 1),
            at(i, 2),
            at(i, 3),
            at(i, 4),
            static_cast<float>(sums_[i] / all),
            static_cast<float>((all - sums_[i + 1]) / all),
            window(i, 5),
            window(i, 15),
            own_.of(node(i)),
            outer_.of(parent(i))};
  }

 private:
  std::uint32_t node(std::size_t i) const { return layout_.blocks[i].node; }
  std::uint32_t parent(std::size_t i) const { return layout_.nodes[node(i)].parent; }
  float at(std::size_t i, std::ptrdiff_t by) const {
    const std::ptrdiff_t k = static_cast<std::ptrdiff_t>(i) + by;
    return k < 0 || k >= static_cast<std::ptrdiff_t>(scores_.size()) ? -1 : scores_[static_cast<std::size_t>(k)];
  }
  float window(std::size_t i, std::size_t reach) const {
    const std::size_t begin = i > reach ? i - reach : 0, end = std::min(i + reach + 1, scores_.size());
    return static_cast<float>((sums_[end] - sums_[begin]) / (weights_[end] - weights_[begin]));
  }

  const Layout& layout_;
  std::vector<float> scores_;
  std::vector<double> sums_, weights_;
  Means own_, outer_;
};

}  // namespace

std::vector<float> main_text_scores(const Layout& layout) {
  const std::vector<Features> features = features_of(layout);
  std::vector<float> scores(features.size());
  std::ranges::transform(features, scores.begin(), [](const Features& f) { return evaluate(kFirst, f); });
  const Context context(layout, features, scores);
  std::array<float, kFeatureCount + Context::kCount> row{};
  for (std::size_t i = 0; i < features.size(); ++i) {
    std::ranges::copy(features[i], row.begin());
    std::ranges::copy(context.of(i), row.begin() + kFeatureCount);
    scores[i] = evaluate(kSecond, row);
  }
  return scores;
}

bool is_main(float score) { return score >= kMain; }

}  // namespace hypeline::html
