#include "render/explanation.h"

#include "assess/tables.h"
#include "render/escape.h"
#include "render/findings.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace hypeline {
namespace {

/// A finding in a line: its id, words, label and rule.
std::string place(std::uint32_t i, const Document& document, const Context& context) {
  const Annotation& a = document.annotations[i];
  const Label* label = context.labels->find(a.label);
  const RuleInfo* rule = rule_of(a, context);
  return fmt::format("{} “{}” ({}{}{})", annotation_id(i), document.words(a), label == nullptr ? "" : label->name, rule == nullptr ? "" : ", rule ",
                     rule == nullptr ? "" : rule->id);
}

std::string explain_load(const Article& article, const Context& context) {
  const PromotionalLoad& load = article.assessment->load;
  std::string out = fmt::format("PROMOTIONAL LOAD: {} findings in {} words: {}", load.count, article.assessment->words, load.band);
  if (load.per_1000) out += fmt::format("; {:.1f} per 1,000 words, 95 % interval {:.1f} to {:.1f}", *load.per_1000, *load.low, *load.high);
  out += fmt::format("; {} more in quotations\n", load.quoted);
  for (const std::uint32_t i : load.annotations) out += "  counts " + place(i, article.document, context) + "\n";
  return out;
}

std::string explain_features(const CriterionModel& model, const ModelReading& reading) {
  std::string out = fmt::format("  {:>8.3f}  bias\n", model.bias);
  for (std::size_t i = 0; i < model.features.size(); ++i)
    if (reading.values[i] != 0)
      out += fmt::format("  {:>8.3f}  = {:.3f} × {:.3f}  {}\n", model.features[i].weight * reading.values[i], reading.values[i], model.features[i].weight,
                         model.features[i].name);
  return out + fmt::format("  probability {:.2f}; found from {:.2f}, not found below {:.2f}\n", reading.probability, model.found, model.not_found);
}

/// The words that move a model of words most, and what the others add together.
std::string explain_words(const std::vector<Term>& terms) {
  constexpr std::size_t kShown = 6;
  if (terms.empty()) return {};
  double others = 0;
  std::string out = "            model:words is mostly";
  for (std::size_t i = 0; i < terms.size(); ++i) {
    if (i < kShown)
      out += fmt::format(" {:+.3f} {},", terms[i].weight, terms[i].name);
    else
      others += terms[i].weight;
  }
  return out + fmt::format(" {:+.3f} {} more\n", others, terms.size() - std::min(terms.size(), kShown));
}

std::string explain_criteria(const Article& article, const Context& context, const LearnedTables& tables) {
  const View view(article.document);
  const CountedWords words = tables.criteria.count(article.document);
  std::string out = "\nCHECKLIST (what a feature adds = its value, ln(1 + rate per 1,000 words), × its weight; those of value 0 add nothing)\n";
  for (const Criterion& c : article.assessment->criteria) {
    out += fmt::format("\n{}: {}. {}\n", c.title, name(c.verdict), c.reason);
    const CriterionModel* model = tables.criteria.find(c.id);
    if (model != nullptr && c.verdict != Verdict::not_applicable)
      out += explain_features(*model, read_model(*model, view, words)) + explain_words(tables.criteria.word_terms(*model, words.text));
    for (const std::uint32_t i : shown(c.annotations, article.document, context)) out += "  rests on " + place(i, article.document, context) + "\n";
  }
  return out;
}

std::string explain_mismatches(const Article& article, const Context& context) {
  std::string out = fmt::format("\nMISMATCHES: {}\n", article.assessment->mismatches.size());
  for (const Mismatch& m : article.assessment->mismatches) {
    out += fmt::format("\n{} ({}): {}\n", m.kind, name(m.severity), m.message);
    for (const std::uint32_t i : shown(m.annotations, article.document, context)) out += "  rests on " + place(i, article.document, context) + "\n";
  }
  return out;
}

std::string explain_comparison(const CitedSource& source, const Document& document) {
  if (source.comparison == Comparison::not_compared) return {};
  return fmt::format(
      "  compared: {} (chances: downplays {:.2f}, same {:.2f}, exaggerates {:.2f})\n    the article, strength {:.2f} of 3: “{}”\n    its abstract, strength "
      "{:.2f} "
      "of 3: “{}”\n",
      name(source.comparison), source.chances[0], source.chances[1], source.chances[2], source.claim_strength, document.words(source.claim),
      source.source_strength, source.source_claim);
}

/// What the user's files say of the papers it cites.
std::string explain_sources(const Article& article, const Context& context) {
  std::string out;
  for (const CitedSource& source : article.assessment->sources) {
    out += fmt::format("\n{}{}{} {}\n", source.id.doi.empty() ? "" : "doi " + source.id.doi, source.id.doi.empty() || source.id.pmid.empty() ? "" : ", ",
                       source.id.pmid.empty() ? "" : "PMID " + source.id.pmid, source.title);
    for (const std::uint32_t i : source.annotations) out += "  cited at " + place(i, article.document, context) + "\n";
    if (source.retraction) out += fmt::format("  {} {}: {}\n", name(source.retraction->nature), source.retraction->date, source.retraction->reason);
    out += explain_comparison(source, article.document);
  }
  return out.empty() ? out : "\nCITED PAPERS (from the files given)\n" + out;
}

/// What the assessment says, short enough to compare: the count of the load, each verdict, each mismatch.
std::set<std::string> facts(const Assessment& assessment) {
  std::set<std::string> out = {fmt::format("{} promotional findings", assessment.load.count)};
  for (const Criterion& c : assessment.criteria) out.insert(fmt::format("{} {}", c.id, name(c.verdict)));
  for (const Mismatch& m : assessment.mismatches) out.insert(fmt::format("mismatch {}", m.kind));
  return out;
}

std::set<std::uint32_t> used(const Assessment& assessment) {
  std::set<std::uint32_t> out(assessment.load.annotations.begin(), assessment.load.annotations.end());
  for (const Criterion& c : assessment.criteria) out.insert(c.annotations.begin(), c.annotations.end());
  for (const Mismatch& m : assessment.mismatches) out.insert(m.annotations.begin(), m.annotations.end());
  return out;
}

std::string explain_changes(const Article& article, const Context& context, const LearnedTables& tables) {
  const std::set<std::string> before = facts(*article.assessment);
  std::string out = "\nWITHOUT ONE FINDING (left out: what would be said instead)\n";
  Document document = article.document;
  for (const std::uint32_t i : used(*article.assessment)) {
    document.annotations[i].attributes.emplace_back("ignored", "left out");
    const std::set<std::string> after = facts(assess(document, *context.labels, tables, article.facts));
    std::string changed;
    for (const std::string& fact : after)
      if (!before.contains(fact)) changed += (changed.empty() ? "" : "; ") + fact;
    for (const std::string& fact : before)
      if (fact.starts_with("mismatch") && !after.contains(fact)) changed += (changed.empty() ? "no " : "; no ") + fact;
    document.annotations[i].attributes.pop_back();
    if (!changed.empty()) out += "  " + place(i, article.document, context) + ": " + changed + "\n";
  }
  return out;
}

}  // namespace

std::string write_explanation(const Article& article, const Context& context, const LearnedTables& tables) {
  const std::string out =
      title_of(article.document) + "\n\n" + explain_load(article, context) + explain_criteria(article, context, tables) + explain_mismatches(article, context) +
      explain_sources(article, context) +
      fmt::format("\nPRIORITY {:.1f}: 5, 2, 1 for each mismatch by severity, 0.5 for each criterion not found, and the load's lower bound (at most 10)\n",
                  article.assessment->priority) +
      explain_changes(article, context, tables);
  return terminal_text(out, LineBreaks::keep);
}

}  // namespace hypeline
