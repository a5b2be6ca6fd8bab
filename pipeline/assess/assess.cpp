#include "assess/assessment.h"
#include "assess/comparison.h"
#include "assess/criteria.h"
#include "assess/mismatches.h"
#include "assess/priority.h"
#include "assess/promotional.h"
#include "assess/tables.h"

#include <algorithm>

namespace hypeline {

double priority(const Assessment& assessment) {
  constexpr double kBySeverity[] = {1, 2, 5};
  double sum = std::min(assessment.load.low.value_or(0), 10.0);
  for (const Mismatch& mismatch : assessment.mismatches) sum += kBySeverity[static_cast<std::size_t>(mismatch.severity)];
  for (const Criterion& criterion : assessment.criteria) sum += criterion.verdict == Verdict::not_found ? 0.5 : 0;
  return sum;
}

Assessment assess(const Document& document, const Labels& labels, const LearnedTables& tables, const std::vector<SourceFact>& facts) {
  Assessment out;
  if (!facts.empty()) out.sources = read_sources(document, labels, tables.strength, facts);
  const View view(document, out.sources);
  out.words = view.words();
  out.load = promotional_load(view, labels);
  out.criteria = check_criteria(view, tables.criteria);
  out.mismatches = find_mismatches(view);
  out.priority = priority(out);
  return out;
}

Assessment assess(const Document& document, const Labels& labels, const LearnedTables& tables) { return assess(document, labels, tables, SourceFacts()); }

}  // namespace hypeline
