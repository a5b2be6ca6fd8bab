#include "render/reasons.h"

#include "render/html/markup.h"

#include <algorithm>

namespace hypeline {
namespace {

constexpr NoteReason kReasons[] = {
    {"hype.superlative", "", "", "Calls it new, first or best, and does not show it."},
    {"hype.adjective", "", "", "Praises where a measure could stand."},
    {"hype.certainty", "", "", "Tells the result as certain."},
    {"hype.hope", "", "", "Appeals to hope; nothing measured stands in these words."},
    {"hype.urgency", "", "", "Asks for attention before it gives a reason."},
    {"hype.extrapolation", "", "", "Reaches beyond what was studied."},
    {"regulatory.status", "inflated", "yes", "Permission for a trial, worded like the approval of a treatment."},
    {"regulatory.status", "stage", "approved", "Says that a regulator approved it."},
    {"regulatory.status", "stage", "available", "Says that people can have it."},
    {"regulatory.status", "stage", "designation", "A regulator's label for a quicker review, not an approval."},
    {"regulatory.status", "stage", "trial", "Cleared for a trial, not for sale."},
    {"regulatory.status", "stage", "unapproved", "Says that no regulator has approved it."},
    {"promotion.call-to-action", "kind", "follow", "Asks the reader to follow or to share."},
    {"promotion.call-to-action", "", "", "Asks the reader to book, to buy or to get in touch."},
    {"promotion.testimonial", "", "", "One person's story, offered as evidence."},
    {"source.cited", "truncated", "yes", "A source, cut short in the scraped page."},
    {"source.cited", "kind", "author-year", "Names a paper by author and year."},
    {"source.cited", "kind", "journal", "Names the journal, not the paper."},
    {"source.cited", "kind", "url", "Links to a page."},
    {"source.cited", "kind", "guideline", "Names a guideline."},
    {"source.cited", "", "", "A source that can be looked up."},
    {"source.vague", "", "", "Leans on research that it does not name."},
    {"source.attribution", "", "", "Hands what is said to a speaker."},
    {"source.attribution-act", "", "", "Reports what somebody says or thinks."},
    {"source.interest", "kind", "conflict", "Declares a tie."},
    {"source.interest", "kind", "funding", "Says who pays."},
    {"source.interest", "kind", "company", "Names the company behind it."},
    {"source.interest", "kind", "own-company", "The company writes about itself."},
    {"source.interest", "kind", "press-release", "The words of a press release."},
    {"source.independent", "", "", "A voice with no tie to the work that the text tells of."},
    {"hedge.cue", "", "", "Leaves room for doubt."},
    {"evidence.design", "level", "review", "The evidence is a review of studies."},
    {"evidence.design", "level", "randomised", "People were assigned by chance."},
    {"evidence.design", "level", "trial", "A trial; these words do not say how people were assigned."},
    {"evidence.design", "level", "cohort", "People were observed, not assigned."},
    {"evidence.design", "level", "case", "One case or a few, with nothing to compare them with."},
    {"evidence.design", "level", "animal", "Studied in animals."},
    {"evidence.design", "level", "in-vitro", "Studied in a dish."},
    {"evidence.design", "level", "opinion", "An opinion, not a study."},
    {"evidence.quantity", "kind", "count", "Says how many."},
    {"evidence.quantity", "kind", "dose", "Says how much was given."},
    {"evidence.quantity", "kind", "follow-up", "Says how long."},
    {"evidence.quantity", "kind", "interval", "Says how sure the number is."},
    {"evidence.quantity", "kind", "p-value", "Says that chance is unlikely, not how large the effect is."},
    {"evidence.quantity", "kind", "ratio", "Compares two risks; neither is told here."},
    {"evidence.quantity", "kind", "sample", "Says how many were studied."},
    {"evidence.quantity", "kind", "share", "Says how many of how many."},
    {"evidence.relative", "", "", "A relative number: of how many, these words do not say."},
    {"evidence.limitation", "", "", "Says what the evidence cannot show yet."},
    {"claim.effect", "strength", "causal", "States cause and effect as a fact."},
    {"claim.effect", "strength", "conditional-causal", "States cause and effect as a possibility."},
    {"claim.effect", "strength", "correlational", "Says that two things go together, not that one causes the other."},
    {"harm.mention", "minimised", "yes", "Plays a harm down."},
    {"harm.mention", "kind", "term", "Names a harm or a symptom."},
    {"harm.mention", "", "", "Speaks of harms."},
    {"alternative.mention", "kind", "term", "Names another treatment or test."},
    {"alternative.mention", "", "", "Sets it beside what is used now."},
    {"cost.mention", "not-treatment", "yes", "Money, but not the price of the treatment."},
    {"cost.mention", "quantified", "yes", "Gives a sum."},
    {"cost.mention", "", "", "Speaks of cost and gives no sum."},
    {"severity.inflation", "", "", "Uses how common or how terrible the condition is for effect."},
};

}  // namespace

std::span<const NoteReason> note_reasons() { return kReasons; }

Reasoned reason_of(const Annotation& finding, const Label& label) {
  const auto* const found = std::find_if(std::begin(kReasons), std::end(kReasons), [&](const NoteReason& reason) {
    return reason.label == label.name && (reason.key.empty() || finding.attribute(reason.key) == reason.value);
  });
  return found == std::end(kReasons) ? Reasoned{html::as_sentence(label.meaning), {}} : Reasoned{std::string(found->sentence), found->key};
}

}  // namespace hypeline
