#pragma once
#include "assess/criteria_model.h"

#include <array>
#include <string_view>

namespace hypeline {

struct CriterionName {
  std::string_view id, title;
};
/// The ten criteria, in the order in which every assessment has them.
std::array<CriterionName, 10> criterion_names();

/// The ten criteria, in the order of the design: the probability is the model's, the verdict follows from its thresholds and from what was found. "Found" needs
/// a place to point at where the criterion asks for something to be there; "not found" says what was looked for. Without an intervention's effect claim in a
/// scored zone the whole list is not applicable.
std::vector<Criterion> check_criteria(const View& view, const CriteriaTable& table);

}  // namespace hypeline
