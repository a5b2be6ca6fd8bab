#pragma once
#include "match/matcher.h"

#include <optional>
#include <string_view>

namespace hypeline {

/// A match of a rule with the label it stands for, and what a learned model decided of it.
struct Candidate {
  Span span;
  RuleId rule = kNoRule;
  LabelId label;
  std::optional<float> confidence = {};  ///< the model's probability for what was decided
  std::string_view strength = {};        ///< of a claim, one of kStrengths; empty: as the rule says
};

}  // namespace hypeline
