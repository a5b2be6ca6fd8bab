#pragma once
#include "assess/view.h"
#include "core/linear.h"

#include <array>
#include <expected>
#include <string_view>

namespace hypeline {

/// How strongly a sentence claims, as chances of: no relation claimed, correlational, conditional-causal, causal. They sum to 1.
struct ClaimStrength {
  std::array<double, 4> chance{1, 0, 0, 0};

  /// Mean of 0 (none) to 3 (causal).
  double expected() const { return chance[1] + 2 * chance[2] + 3 * chance[3]; }
};
inline constexpr std::array<std::string_view, 4> kStrengthNames = {"none", "correlational", "conditional-causal", "causal"};

/// What the model looks at in a sentence: its findings by label, its claims by verb and strength, whether they are hedged, its first modal verb.
void add_strength_features(const View& view, const Labels& labels, Span sentence, FeatureList& out);

/// Reads a sentence's strength from what was found in it, also where no rule saw a claim. Learned by scripts/learn_strength.py. Rejected: the strength that the
/// context model gives each claim, which says nothing of sentences without one and compares two texts by a single class.
class StrengthModel {
 public:
  static std::expected<StrengthModel, Errors> parse(std::string_view file, std::string_view contents);
  bool empty() const { return model_.empty(); }
  ClaimStrength read(const View& view, const Labels& labels, Span sentence) const;

 private:
  LinearModel model_;
};

}  // namespace hypeline
