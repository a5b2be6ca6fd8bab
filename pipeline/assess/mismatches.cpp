#include "assess/mismatches.h"

#include "assess/mismatch_rules.h"

#include <algorithm>

namespace hypeline {
namespace {

using enum Severity;

/// One kind of mismatch and the function that finds it: at most one an article, resting on all its places.
struct MismatchRule {
  std::string_view kind;
  Severity severity;
  mismatch::Found (*find)(const View&);
};

// The first ten are design/annotations; severity: high where a reader is told a treatment works, or is allowed, and the same page says otherwise.
constexpr MismatchRule kRules[] = {
    {"certainty-over-weak-design", high, mismatch::certainty_over_weak_design},
    {"unhedged-title", high, mismatch::unhedged_title},
    {"approved-in-trial", high, mismatch::approved_in_trial},
    {"advertorial", high, mismatch::advertorial},
    {"title-exceeds-body", high, mismatch::title_exceeds_body},
    {"retracted-source", high, mismatch::retracted_source},
    {"causal-over-observational", medium, mismatch::causal_over_observational},
    {"relative-without-absolute", medium, mismatch::relative_without_absolute},
    {"vague-source-only", medium, mismatch::vague_source_only},
    {"efficacy-without-harms", medium, mismatch::efficacy_without_harms},
    {"author-year-mismatch", low, mismatch::author_year_mismatch},
    {"conclusion-beyond-design", medium, mismatch::conclusion_beyond_design},
    {"claims-before-review", medium, mismatch::claims_before_review},
    {"surrogate-as-benefit", medium, mismatch::surrogate_as_benefit},
    {"safe-from-few", medium, mismatch::safe_from_few},
    {"everyone-without-count", medium, mismatch::everyone_without_count},
    {"number-without-source", medium, mismatch::number_without_source},
    {"press-release-as-news", medium, mismatch::press_release_as_news},
    {"exceeds-source", medium, mismatch::exceeds_source},
    {"doubted-source", medium, mismatch::doubted_source},
    {"same-source-praises", low, mismatch::same_source_praises},
    {"comparison-without-comparator", low, mismatch::comparison_without_comparator},
};

}  // namespace

std::vector<Mismatch> find_mismatches(const View& view) {
  std::vector<Mismatch> out;
  for (const MismatchRule& rule : kRules) {
    std::optional<Mismatch> found = rule.find(view);
    if (!found) continue;
    found->kind = rule.kind;
    found->severity = rule.severity;
    out.push_back(std::move(*found));
  }
  std::stable_sort(out.begin(), out.end(), [](const Mismatch& a, const Mismatch& b) { return a.severity > b.severity; });
  return out;
}

}  // namespace hypeline
