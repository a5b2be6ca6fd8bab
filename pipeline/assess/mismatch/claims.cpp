#include "assess/mismatch_rules.h"

#include <fmt/format.h>

#include <algorithm>

namespace hypeline::mismatch {
namespace {

/// The first of `claims` whose sentence names none of `designs`: what is said of the animals themselves is no promise.
std::optional<std::uint32_t> apart_from(const View& view, const Evidence& claims, const Evidence& designs) {
  const auto found = std::find_if(claims.begin(), claims.end(), [&](std::uint32_t i) { return !any_in(view, designs, sentence(view, i)); });
  return found == claims.end() ? std::nullopt : std::optional(*found);
}

bool is_certain(const View& view, std::uint32_t i) {
  return view.at(i).label == "hype.certainty"_label || view.title().contains(view.at(i).span) || is_general(view, i);
}

/// "Paves the way for larger trials" reaches no further than the next study.
bool speaks_of_trials(const View& view, std::uint32_t i) {
  const std::string words = folded(view.document().words(sentence(view, i)));
  return words.find("trial") != std::string::npos || words.find("studies") != std::string::npos;
}

bool says_peer_review(const View& view, std::uint32_t i) { return folded(view.document().words(view.at(i))).find("peer") != std::string::npos; }

}  // namespace

Found certainty_over_weak_design(const View& view) {
  const Evidence designs = weak_designs(view);
  Evidence claims = assertions(view);
  std::erase_if(claims, [&](std::uint32_t i) { return !is_certain(view, i); });
  if (designs.empty()) return {};
  const auto claim = apart_from(view, claims, designs);
  if (!claim) return {};
  return finding(fmt::format("The article asserts {} without a hedge, but the design it names is {}: such a study cannot show that.", view.quote(*claim),
                             view.quote(designs.front())),
                 view, {*claim, designs.front()});
}

Found causal_over_observational(const View& view) {
  const Evidence designs = with_attribute(view, "evidence.design"_label, "level", {"cohort"});
  Evidence claims = assertions(view);
  std::erase_if(claims, [&](std::uint32_t i) { return view.at(i).label != "claim.effect"_label; });
  if (designs.empty() || claims.empty() || names_strong_design(view)) return {};
  return finding(fmt::format("{} says that one thing changes another; the design named, {}, can show that they go together, not that one causes the other.",
                             view.quote(sentence(view, claims.front())), view.quote(designs.front())),
                 view, {claims.front(), designs.front()});
}

/// Where a certainty is held against the same design already, it is not said twice.
Found conclusion_beyond_design(const View& view) {
  const Evidence reach = view.findings({"hype.extrapolation"_label}, {.quoted = false, .hypothetical = false});
  const Evidence designs = weak_designs(view);
  const auto bold = std::find_if(reach.begin(), reach.end(), [&](std::uint32_t i) { return view.at(i).hedged_by.empty() && !speaks_of_trials(view, i); });
  if (bold == reach.end() || designs.empty() || certainty_over_weak_design(view)) return {};
  return finding(fmt::format("{} reaches beyond the study: what was studied is {}.", view.quote(sentence(view, *bold)), view.quote(designs.front())), view,
                 {*bold, designs.front()});
}

Found surrogate_as_benefit(const View& view) {
  const Evidence benefits = view.findings({"cue.patient-benefit"_label}, {.quoted = false, .hypothetical = false});
  for (const std::uint32_t i : view.findings({"cue.surrogate"_label}, {.quoted = false, .hypothetical = false})) {
    const Evidence here = view.inside(benefits, sentence(view, i));
    if (here.empty() || !view.at(here.front()).hedged_by.empty()) continue;
    return finding(
        fmt::format("{} is a measurement, {} a benefit to patients: the sentence makes the one out of the other.", view.quote(i), view.quote(here.front())),
        view, {i, here.front()});
  }
  return {};
}

Found claims_before_review(const View& view) {
  Evidence unreviewed = view.findings({"evidence.limitation"_label}, {.quoted = true, .negated = true});
  std::erase_if(unreviewed, [&](std::uint32_t i) { return !says_peer_review(view, i); });
  Evidence bold = assertions(view);
  const Evidence praise = view.findings({"hype.superlative"_label, "cue.everyone"_label}, {.quoted = false, .hypothetical = false});
  bold.insert(bold.end(), praise.begin(), praise.end());
  if (unreviewed.empty() || bold.empty()) return {};
  return finding(
      fmt::format("The article says {}, and tells the results as settled all the same: {}.", view.quote(unreviewed.front()), view.quote(bold.front())), view,
      {unreviewed.front(), bold.front()});
}

}  // namespace hypeline::mismatch
