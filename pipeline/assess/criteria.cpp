#include "assess/criteria.h"

#include <fmt/format.h>

#include <algorithm>

namespace hypeline {
namespace {

/// By presence: evidence makes the criterion found. By absence: findings count against it.
enum class By : std::uint8_t { presence, absence };

/// One criterion: what is looked for, how much of it is enough, and what its absence says.
struct CriterionRule {
  std::string_view id;
  std::string_view title;
  std::string_view looked_for;  ///< completes "We did not find …" and "We found …"
  By by;
  std::uint8_t enough;
  Verdict otherwise;  ///< where nothing was found
  Evidence (*find)(const View&);
};

Evidence keep(const View& view, Evidence all, bool (*test)(const Annotation&)) {
  std::erase_if(all, [&](std::uint32_t i) { return !test(view.at(i)); });
  return all;
}

Evidence costs(const View& view) {
  return keep(view, view.findings({"cost.mention"_label}, {.negated = true}), [](const Annotation& a) { return a.attribute("not-treatment") != "yes"; });
}

Evidence absolute_numbers(const View& view) {
  return keep(view, view.findings({"evidence.quantity"_label}), [](const Annotation& a) {
    const std::string_view kind = a.attribute("kind");
    return kind == "count" || kind == "ratio" || kind == "interval" || kind == "absolute";
  });
}

Evidence harms(const View& view) { return view.findings({"harm.mention"_label}, {.negated = true}); }

Evidence study_quality(const View& view) { return view.findings({"evidence.limitation"_label, "evidence.design"_label}); }

Evidence inflated_severity(const View& view) { return view.findings({"severity.inflation"_label}, {.quoted = false}); }

Evidence independence(const View& view) {
  return keep(view, view.findings({"source.independent"_label, "source.interest"_label}, {.negated = true}), [](const Annotation& a) {
    const std::string_view kind = a.attribute("kind");
    return a.label == "source.independent"_label || kind == "funding" || kind == "conflict";
  });
}

Evidence alternatives(const View& view) { return view.findings({"alternative.mention"_label}); }

Evidence availability(const View& view) { return view.findings({"regulatory.status"_label}, {.negated = true}); }

Evidence earlier_work(const View& view) {
  return keep(view, view.findings({"alternative.mention"_label, "evidence.design"_label}),
              [](const Annotation& a) { return a.label == "alternative.mention"_label || a.attribute("level") == "review"; });
}

Evidence sensational(const View& view) {
  return view.findings({"hype.superlative"_label, "hype.certainty"_label, "hype.hope"_label, "hype.urgency"_label}, {.quoted = false, .hypothetical = false});
}

// The ten review criteria of HealthNewsReview.org, by presence of their evidence (design/annotations).
constexpr CriterionRule kRules[] = {
    {"cost", "Cost of the intervention", "what the intervention costs", By::presence, 1, Verdict::not_found, costs},
    {"benefits", "Benefits in absolute numbers", "benefits in absolute numbers", By::presence, 2, Verdict::not_found, absolute_numbers},
    {"harms", "Harms and side effects", "a word on harms", By::presence, 1, Verdict::not_found, harms},
    {"evidence", "Quality of the evidence", "the study's design and its limits", By::presence, 2, Verdict::not_found, study_quality},
    {"disease-mongering", "No disease-mongering", "words that inflate the condition", By::absence, 2, Verdict::found, inflated_severity},
    {"independence", "Independent voices and interests", "an independent voice or a stated interest", By::presence, 1, Verdict::not_found, independence},
    {"alternatives", "Existing alternatives", "existing alternatives", By::presence, 1, Verdict::not_found, alternatives},
    {"availability", "Availability", "whether people can get it", By::presence, 1, Verdict::not_found, availability},
    {"novelty", "True novelty", "a comparison with earlier work", By::presence, 1, Verdict::cannot_tell, earlier_work},
    {"language", "No sensational language", "sensational language", By::absence, 3, Verdict::found, sensational},
};

/// Where no model was learned: by the number of pieces alone.
Verdict judge(const CriterionRule& rule, std::size_t pieces) {
  if (pieces == 0) return rule.otherwise;
  if (pieces < rule.enough) return Verdict::cannot_tell;
  return rule.by == By::presence ? Verdict::found : Verdict::not_found;
}

/// By the model's thresholds; what is to be there cannot be found where there is no place to point at, nor its absence claimed over many places.
Verdict judge(const CriterionRule& rule, const CriterionModel& model, double probability, std::size_t pieces) {
  const bool must_point = rule.by == By::presence;
  if (probability >= model.found) return must_point && pieces == 0 ? Verdict::cannot_tell : Verdict::found;
  if (probability >= model.not_found) return Verdict::cannot_tell;
  return !must_point && pieces == 0 ? Verdict::cannot_tell : Verdict::not_found;
}

std::string reason(const CriterionRule& rule, const View& view, const Evidence& evidence, Verdict verdict) {
  if (evidence.empty()) return fmt::format("We did not find {} in the title or the text.", rule.looked_for);
  const std::string first = view.quote(evidence.front());
  const std::string count = evidence.size() == 1 ? "one place" : fmt::format("{} places", evidence.size());
  if (verdict == Verdict::cannot_tell) return fmt::format("We found {} in {} (first {}): not enough to tell.", rule.looked_for, count, first);
  if (rule.by == By::presence && verdict == Verdict::not_found)
    return fmt::format("We found {} in {} only, first {}: less than where experts were satisfied.", rule.looked_for, count, first);
  if (rule.by == By::absence && verdict == Verdict::found)
    return fmt::format("We found {} in {}, first {}: too little to count against the article.", rule.looked_for, count, first);
  return fmt::format("We found {} in {}, first {}.", rule.looked_for, count, first);
}

Criterion check(const CriterionRule& rule, const View& view, const CriteriaTable& table, const CountedWords& words) {
  Criterion out{rule.id, rule.title, Verdict::cannot_tell, {}, {}, rule.find(view)};
  out.verdict = judge(rule, out.annotations.size());
  if (const CriterionModel* model = table.find(rule.id)) {
    out.probability = read_model(*model, view, words).probability;
    out.verdict = judge(rule, *model, *out.probability, out.annotations.size());
  }
  out.reason = reason(rule, view, out.annotations, out.verdict);
  return out;
}

Criterion not_applicable(const CriterionRule& rule) {
  return {rule.id, rule.title, Verdict::not_applicable, {}, "We did not find a claim that something changes health, so the criterion does not apply.", {}};
}

}  // namespace

std::array<CriterionName, 10> criterion_names() {
  std::array<CriterionName, 10> out;
  std::transform(std::begin(kRules), std::end(kRules), out.begin(), [](const CriterionRule& rule) { return CriterionName{rule.id, rule.title}; });
  return out;
}

std::vector<Criterion> check_criteria(const View& view, const CriteriaTable& table) {
  std::vector<Criterion> out;
  if (view.findings({"claim.effect"_label}).empty()) {
    for (const CriterionRule& rule : kRules) out.push_back(not_applicable(rule));
    return out;
  }
  const CountedWords words = table.count(view.document());
  for (const CriterionRule& rule : kRules) out.push_back(check(rule, view, table, words));
  return out;
}

}  // namespace hypeline
