#include "assess/assessment.h"
#include "assess/criteria.h"
#include "assess/mismatches.h"
#include "assess/priority.h"
#include "assess/promotional.h"

#include <algorithm>

namespace hypeline {

double priority(const Assessment& assessment) {
  constexpr double kBySeverity[] = {1, 2, 5};
  double sum = std::min(assessment.load.low.value_or(0), 10.0);
  for (const Mismatch& mismatch : assessment.mismatches) sum += kBySeverity[static_cast<std::size_t>(mismatch.severity)];
  for (const Criterion& criterion : assessment.criteria) sum += criterion.verdict == Verdict::not_found ? 0.5 : 0;
  return sum;
}

Assessment assess(const Document& document, const Labels& labels, const CriteriaTable& table) {
  const View view(document);
  Assessment out;
  out.words = view.words();
  out.load = promotional_load(view, labels);
  out.criteria = check_criteria(view, table);
  out.mismatches = find_mismatches(view);
  out.priority = priority(out);
  return out;
}

}  // namespace hypeline
