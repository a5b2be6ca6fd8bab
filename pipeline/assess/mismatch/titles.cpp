#include "assess/mismatch_rules.h"
#include "core/unicode.h"

#include <fmt/format.h>

#include <algorithm>

namespace hypeline::mismatch {
namespace {

/// What in the body speaks of uncertainty: stated limits first, then weak designs. A randomised trial or a review answers mere limits.
Evidence doubts(const View& view) {
  Evidence out = weak_designs(view);
  const Evidence limits = view.findings({"evidence.limitation"_label});
  if (!names_strong_design(view)) out.insert(out.begin(), limits.begin(), limits.end());
  std::erase_if(out, [&](std::uint32_t i) { return view.title().contains(view.at(i).span); });
  return out;
}

std::string stem(std::string_view words) {
  const std::string text = folded(words);
  return text.substr(0, std::min<std::size_t>(text.find(' '), 4));
}

/// The text is as sure as its title: it says the same verb again, or asserts general truths more than once.
bool says_as_much(const View& view, std::uint32_t in_title) {
  int general = 0;
  for (const std::uint32_t i : assertions(view)) {
    const Annotation& body = view.at(i);
    if (view.title().contains(body.span)) continue;
    if (stem(view.document().words(body)) == stem(view.document().words(view.at(in_title)))) return true;
    general += static_cast<int>(body.label == "hype.certainty"_label || is_general(view, i));
  }
  return general > 1;
}

/// The sentence that comes nearest to the title's claim: hedged, or a weaker kind of claim.
std::optional<std::uint32_t> weaker_claim(const View& view) {
  for (const std::uint32_t i : view.findings({"claim.effect"_label, "hedge.cue"_label, "evidence.limitation"_label}, {.quoted = false, .negated = true})) {
    const Annotation& a = view.at(i);
    if (view.title().contains(a.span)) continue;
    if (a.label != "claim.effect"_label || !a.hedged_by.empty() || a.attribute("strength") != "causal") return i;
  }
  return {};
}

}  // namespace

Evidence title_assertions(const View& view) {
  Evidence out = view.inside(assertions(view), view.title());
  const Evidence verbs = view.inside(view.findings({"cue.title-assertion"_label}, {.quoted = false, .hypothetical = false}), view.title());
  out.insert(out.end(), verbs.begin(), verbs.end());
  const bool tempered = any_in(view, view.findings({"hedge.cue"_label, "evidence.design"_label, "cue.title-tempered"_label}), view.title());
  return tempered ? Evidence() : out;
}

Found unhedged_title(const View& view) {
  const Evidence claims = title_assertions(view);
  const Evidence against = doubts(view);
  if (claims.empty() || against.empty()) return {};
  return finding(
      fmt::format("The title says {} without a hedge; the text itself says {}.", view.quote(view.title()), view.quote(sentence(view, against.front()))), view,
      {claims.front(), against.front()});
}

Found title_exceeds_body(const View& view) {
  const Evidence claims = title_assertions(view);
  if (claims.empty()) return {};
  const auto weaker = weaker_claim(view);
  if (says_as_much(view, claims.front()) || !weaker) return {};
  return finding(fmt::format("The title says {}; the text nowhere says so much, the nearest it comes is {}.", view.quote(view.title()),
                             view.quote(sentence(view, *weaker))),
                 view, {claims.front(), *weaker});
}

}  // namespace hypeline::mismatch
