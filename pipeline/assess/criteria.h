#pragma once
#include "assess/view.h"

#include <expected>

namespace hypeline {

/// The rows of lexicons/criteria.tsv: how often experts called a criterion satisfied where 0, 1 and 2 or more pieces of evidence were found.
/// Learned by scripts/learn_criteria.py; provenance and figures stand in the file's head.
class CriteriaTable {
 public:
  static std::expected<CriteriaTable, Errors> parse(std::string_view file, std::string_view contents);
  /// Probability for `pieces` of evidence; none where the table has no row for the criterion.
  std::optional<double> probability(std::string_view criterion, std::size_t pieces) const;

 private:
  struct Row {
    std::string criterion;
    std::array<double, 3> satisfied{};
  };
  std::vector<Row> rows_;
};

/// The ten criteria, in the order of the design. Without an intervention's effect claim in a scored zone the whole list is not applicable.
std::vector<Criterion> check_criteria(const View& view, const CriteriaTable& table);

}  // namespace hypeline
