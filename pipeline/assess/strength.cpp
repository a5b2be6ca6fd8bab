#include "assess/strength.h"

#include "assess/mismatch_rules.h"
#include "core/tsv.h"

#include <algorithm>
#include <numeric>
#include <vector>

namespace hypeline {
namespace {

constexpr std::array<std::string_view, 8> kModals = {"may", "might", "can", "could", "would", "should", "will", "must"};

void add_modal(const std::string& sentence, FeatureList& out) {
  for (const std::string_view word : split(sentence, ' '))
    if (std::find(kModals.begin(), kModals.end(), word) != kModals.end()) return out.add("modal", word);
  out.add("modal", "none");
}

/// A claim by the first two words it was found by, and by its strength.
void add_claim(const View& view, std::uint32_t i, FeatureList& out) {
  const Annotation& claim = view.at(i);
  const std::string found = mismatch::folded(view.document().words(claim));
  const auto words = split(found, ' ');
  if (!words.empty()) out.add("verb", words[0]);
  if (words.size() > 1) out.add("verbs", words[0], words[1]);
  out.add(claim.negated ? FeatureKind("denied") : FeatureKind("strength"), claim.attribute("strength"));
  if (!claim.hedged_by.empty()) out.add("hedged");
}

std::size_t strength_of(const Annotation& claim) {
  const auto at = std::find(kStrengthNames.begin(), kStrengthNames.end(), claim.attribute("strength"));
  return at == kStrengthNames.end() ? 0 : static_cast<std::size_t>(at - kStrengthNames.begin());
}

}  // namespace

void add_strength_features(const View& view, const Labels& labels, Span sentence, FeatureList& out) {
  std::size_t strongest = 0;
  std::vector<std::pair<LabelId, bool>> seen;
  for (const std::uint32_t i : view.all_in(sentence)) {
    const Annotation& a = view.at(i);
    const bool denied = a.negated || a.hypothetical;
    if (std::find(seen.begin(), seen.end(), std::pair(a.label, denied)) == seen.end()) {
      seen.emplace_back(a.label, denied);
      if (const Label* label = labels.find(a.label)) out.add(denied ? FeatureKind("denies") : FeatureKind("says"), label->name);
    }
    if (a.label != "claim.effect"_label) continue;
    add_claim(view, i, out);
    strongest = std::max(strongest, strength_of(a));
  }
  out.add("strongest", kStrengthNames[strongest]);
  add_modal(mismatch::folded(view.document().words(sentence)), out);
}

std::expected<StrengthModel, Errors> StrengthModel::parse(std::string_view file, std::string_view contents) {
  StrengthModel out;
  if (contents.empty()) return out;
  auto model = LinearModel::parse(file, contents, {kStrengthNames.begin(), kStrengthNames.end()});
  if (!model) return std::unexpected(std::move(model.error()));
  out.model_ = std::move(*model);
  return out;
}

ClaimStrength StrengthModel::read(const View& view, const Labels& labels, Span sentence) const {
  FeatureList features;
  add_strength_features(view, labels, sentence, features);
  ClaimStrength out;
  model_.score(features.all(), out.chance);
  for (double& chance : out.chance) chance = logistic(chance);
  const double sum = std::accumulate(out.chance.begin(), out.chance.end(), 0.0);
  for (double& chance : out.chance) chance /= sum;
  return out;
}

}  // namespace hypeline
