#include "assess/mismatches.h"
#include "made.h"

using namespace hypeline;

namespace {

bool raised(const Made& made, std::string_view kind) {
  const Document document = made.document();
  const auto all = find_mismatches(View(document));
  return std::any_of(all.begin(), all.end(), [&](const Mismatch& m) { return m.kind == kind; });
}

std::string message(const Made& made, std::string_view kind) {
  const Document document = made.document();
  for (const Mismatch& m : find_mismatches(View(document)))
    if (m.kind == kind) return m.message;
  return {};
}

Made causal(std::string_view words = "It cures colds.") {
  return Made().block(Zone::body, words).finding("claim.effect"_label, "cures", {{"strength", "causal"}});
}

}  // namespace

TEST_CASE("a causal verb over a cohort is raised, over a randomised trial or hedged it is not", "[assess][mismatches]") {
  Made made = causal().block(Zone::body, "A survey of users.").finding("evidence.design"_label, "survey", {{"level", "cohort"}});
  CHECK(raised(made, "causal-over-observational"));
  CHECK_FALSE(raised(causal().block(Zone::body, "They were randomly assigned; a survey.").finding("evidence.design"_label, "survey", {{"level", "cohort"}}),
                     "causal-over-observational"));
  CHECK_FALSE(raised(causal(), "causal-over-observational"));
}

TEST_CASE("an effect without a word on harms is raised; any word on harms is enough", "[assess][mismatches]") {
  CHECK(raised(causal(), "efficacy-without-harms"));
  CHECK_FALSE(raised(causal("It cures colds but may bruise the arm."), "efficacy-without-harms"));
  CHECK_FALSE(raised(causal("It cures colds; none fell ill.").finding("harm.mention"_label, "fell ill"), "efficacy-without-harms"));
  CHECK_FALSE(raised(Made().block(Zone::body, "Colds are common."), "efficacy-without-harms"));
}

TEST_CASE("no mismatch rests on a word that merely often stands in claims", "[assess][mismatches]") {
  const auto made = [](const char* kind) {
    return Made().block(Zone::body, "Its benefits for colds last.").finding("claim.effect"_label, "benefits", {{"strength", "causal"}, {"kind", kind}});
  };
  CHECK_FALSE(raised(made("sign"), "efficacy-without-harms"));
  CHECK(raised(made("verb"), "efficacy-without-harms"));
}

TEST_CASE("a symptom of the disease that is treated is no word on harms", "[assess][mismatches]") {
  CHECK(raised(causal("It cures colds. Cough, itching, sore throats.").finding("harm.mention"_label, "itching"), "efficacy-without-harms"));
  CHECK_FALSE(raised(causal("It cures colds. Some users reported itching.").finding("harm.mention"_label, "itching"), "efficacy-without-harms"));
}

TEST_CASE("a call to join a trial or to read on sells nothing", "[assess][mismatches]") {
  CHECK_FALSE(raised(causal("It cures colds. To take part, call us.").finding("promotion.call-to-action"_label, "call us"), "advertorial"));
  CHECK_FALSE(raised(causal("It cures colds. Learn more at pills.example").finding("promotion.call-to-action"_label, "Learn more at pills"), "advertorial"));
  CHECK(raised(causal("It cures colds. To get yours, call us.").finding("promotion.call-to-action"_label, "call us"), "advertorial"));
}

TEST_CASE("a study that goes by a name can be looked up", "[assess][mismatches]") {
  const auto vague = [](std::string_view words) { return Made().block(Zone::body, words).finding("source.vague"_label, "experts agree"); };
  CHECK(raised(vague("In our study experts agree."), "vague-source-only"));
  CHECK_FALSE(raised(vague("In our SENTRY study experts agree."), "vague-source-only"));
  CHECK(raised(vague("In our MRI study experts agree."), "vague-source-only"));
}

TEST_CASE("an advertorial claims and sells; to follow or share is no sale", "[assess][mismatches]") {
  CHECK(raised(causal("It cures colds. Book now.").finding("promotion.call-to-action"_label, "Book now"), "advertorial"));
  CHECK_FALSE(raised(causal("It cures colds. Share this.").finding("promotion.call-to-action"_label, "Share this", {{"kind", "follow"}}), "advertorial"));
  CHECK_FALSE(raised(Made().block(Zone::body, "Book now.").finding("promotion.call-to-action"_label, "Book now"), "advertorial"));
}

TEST_CASE("a page's link to its contacts sells nothing, a footer that asks to call does", "[assess][mismatches]") {
  const auto footer = [](std::string_view call) {
    return causal("It cures colds for $5.").finding("cost.mention"_label, "$5").block(Zone::boilerplate, call).finding("promotion.call-to-action"_label, call);
  };
  CHECK_FALSE(raised(footer("Contact us"), "advertorial"));
  CHECK(raised(footer("Call our clinic today"), "advertorial"));
}

TEST_CASE("a name that nearly matches its reference is raised with both names", "[assess][mismatches]") {
  Made made;
  made.block(Zone::body, "Ravn et al. found it.").block(Zone::references, "Source: Rvan, B., Holt, C. Cells and colds. 2031.");
  made.finding("source.cited"_label, "Ravn et al", {{"kind", "author-year"}});
  CHECK(message(made, "author-year-mismatch").find("Rvan") != std::string::npos);
  made.block(Zone::references, "Ravn, A. Another paper.");
  CHECK_FALSE(raised(made, "author-year-mismatch"));
  Made far;
  far.block(Zone::body, "Ravn et al. found it.").block(Zone::references, "Source: Holt, C. Cells and colds. 2031.");
  CHECK_FALSE(raised(far.finding("source.cited"_label, "Ravn et al", {{"kind", "author-year"}}), "author-year-mismatch"));
}

TEST_CASE("safe is too much for few patients", "[assess][mismatches]") {
  Made made = Made().block(Zone::body, "It was safe.").finding("cue.safety"_label, "was safe");
  CHECK_FALSE(raised(made, "safe-from-few"));
  made.block(Zone::body, "Of 12 patients").finding("evidence.quantity"_label, "12 patients", {{"kind", "sample"}});
  CHECK(message(made, "safe-from-few").find("one in 4") != std::string::npos);
  made.block(Zone::body, "and 1,200 people").finding("evidence.quantity"_label, "1,200 people", {{"kind", "sample"}});
  CHECK_FALSE(raised(made, "safe-from-few"));
}

TEST_CASE("safe is too much for a short follow-up where no sample is told", "[assess][mismatches]") {
  Made made = Made().block(Zone::body, "It was safe for six weeks.").finding("cue.safety"_label, "was safe");
  CHECK(raised(made.finding("evidence.quantity"_label, "for six weeks", {{"kind", "follow-up"}}), "safe-from-few"));
  Made longer = Made().block(Zone::body, "It was safe for two years.").finding("cue.safety"_label, "was safe");
  CHECK_FALSE(raised(longer.finding("evidence.quantity"_label, "for two years", {{"kind", "follow-up"}}), "safe-from-few"));
}

TEST_CASE("a time at which something was measured is no follow-up", "[assess][mismatches]") {
  Made made = Made().block(Zone::body, "It was safe. Pain was less at six weeks.").finding("cue.safety"_label, "was safe");
  CHECK_FALSE(raised(made.finding("evidence.quantity"_label, "at six weeks", {{"kind", "follow-up"}}), "safe-from-few"));
}

TEST_CASE("all patients improved asks how many they were", "[assess][mismatches]") {
  Made made = Made().block(Zone::body, "All patients improved.").finding("cue.everyone"_label, "All patients improved");
  CHECK(raised(made, "everyone-without-count"));
  CHECK_FALSE(raised(made.block(Zone::body, "12 patients").finding("evidence.quantity"_label, "12 patients", {{"kind", "sample"}}), "everyone-without-count"));
}

TEST_CASE("a comparison names what it compares with", "[assess][mismatches]") {
  CHECK(raised(Made().block(Zone::body, "It is more effective.").finding("cue.comparison"_label, "more effective"), "comparison-without-comparator"));
  CHECK_FALSE(
      raised(Made().block(Zone::body, "It is more effective than rest.").finding("cue.comparison"_label, "more effective"), "comparison-without-comparator"));
}

TEST_CASE("a measurement told as a benefit is raised", "[assess][mismatches]") {
  Made made = Made().block(Zone::body, "Scans cleared, improving memory.").finding("cue.surrogate"_label, "Scans");
  CHECK_FALSE(raised(made, "surrogate-as-benefit"));
  CHECK(raised(made.finding("cue.patient-benefit"_label, "improving memory"), "surrogate-as-benefit"));
}

TEST_CASE("what is told as settled before review is raised", "[assess][mismatches]") {
  Made made = causal().block(Zone::body, "It is not peer reviewed.").finding("evidence.limitation"_label, "not peer reviewed");
  CHECK(raised(made, "claims-before-review"));
  CHECK_FALSE(raised(causal().block(Zone::body, "It was small.").finding("evidence.limitation"_label, "small"), "claims-before-review"));
}

TEST_CASE("a number of vague authority without any source is raised", "[assess][mismatches]") {
  Made made =
      Made().block(Zone::body, "Studies show 60% less pain.").finding("source.vague"_label, "Studies show").finding("evidence.relative"_label, "60% less");
  CHECK(raised(made, "number-without-source"));
  CHECK_FALSE(raised(made.block(Zone::references, "10.5555/1").finding("source.cited"_label, "10.5555/1", {{"kind", "doi"}}), "number-without-source"));
  CHECK_FALSE(raised(Made().block(Zone::body, "He told of 60% less pain.").finding("evidence.relative"_label, "60% less"), "number-without-source"));
}

TEST_CASE("an article that rests on a release is raised, a release is not", "[assess][mismatches]") {
  Made made = Made().block(Zone::body, "See prnewswire.com/x of the firm.").finding("source.interest"_label, "prnewswire.com/x", {{"kind", "press-release"}});
  CHECK(raised(made, "press-release-as-news"));
  CHECK_FALSE(raised(made.block(Zone::boilerplate, "Media contact").finding("source.interest"_label, "Media contact", {{"kind", "press-release"}}),
                     "press-release-as-news"));
}

TEST_CASE("who praises the work and is tied to it is named, unless an independent voice is heard", "[assess][mismatches]") {
  Made made = Made().block(Zone::body, "A miracle, said Ann Lee, founder of Nofirm.").finding("source.interest"_label, "founder of", {{"kind", "conflict"}});
  made.finding("hype.superlative"_label, "miracle");
  made.last().quoted = true;
  made.last().speaker = {16, 23};
  CHECK(message(made, "same-source-praises").find("Ann Lee") != std::string::npos);
  CHECK_FALSE(raised(made.block(Zone::body, "not involved").finding("source.independent"_label, "not involved"), "same-source-praises"));
}

TEST_CASE("a title that says more than the text is raised, one that the text repeats is not", "[assess][mismatches]") {
  Made made = Made().block(Zone::title, "Pill cures colds").finding("claim.effect"_label, "cures", {{"strength", "causal"}});
  made.block(Zone::body, "It may help.").finding("claim.effect"_label, "may help", {{"strength", "conditional-causal"}});
  CHECK(raised(made, "title-exceeds-body"));
  CHECK_FALSE(raised(made.block(Zone::body, "It cured them.").finding("claim.effect"_label, "cured", {{"strength", "causal"}}), "title-exceeds-body"));
}

TEST_CASE("a reach beyond mice is raised, a hope for trials is not", "[assess][mismatches]") {
  const auto mice = [](Made made) { return made.block(Zone::body, "It was in mice.").finding("evidence.design"_label, "in mice", {{"level", "animal"}}); };
  CHECK(raised(mice(Made().block(Zone::body, "It opens the door to all cancers.").finding("hype.extrapolation"_label, "opens the door")),
               "conclusion-beyond-design"));
  CHECK_FALSE(
      raised(mice(Made().block(Zone::body, "It opens the door to trials.").finding("hype.extrapolation"_label, "opens the door")), "conclusion-beyond-design"));
}
