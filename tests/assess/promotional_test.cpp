#include "assess/promotional.h"
#include "made.h"

using namespace hypeline;

namespace {

const Labels& labels() {
  static const Labels all =
      *Labels::parse("l", "label\ttitle\tmeaning\tcriteria\tcolour\tweight\nhype.hope\tHope\tm\t\t#000\t1\nhedge.cue\tHedge\tm\t\t#000\t0\n");
  return all;
}

PromotionalLoad load(const Made& made) {
  const Document document = made.document();
  return promotional_load(View(document), labels());
}

}  // namespace

TEST_CASE("a text under 250 words is too short to rate", "[assess][load]") {
  const PromotionalLoad out = load(Made().block(Zone::body, "a miracle").finding("hype.hope"_label, "miracle"));
  CHECK(out.count == 1);
  CHECK(out.band == "too short to rate");
  CHECK_FALSE(out.per_1000);
}

TEST_CASE("the interval is the exact Poisson one", "[assess][load]") {
  Made made;
  made.filler(498).block(Zone::body, "hope miracle").finding("hype.hope"_label, "hope", {}, 1).finding("hype.hope"_label, "miracle", {}, 2);
  const PromotionalLoad out = load(made);
  CHECK(out.count == 2);
  CHECK(*out.per_1000 == Approx(4.0));
  CHECK(*out.low == Approx(0.2422 / 0.5).epsilon(0.001));  // Garwood: 2 events, 95 %
  CHECK(*out.high == Approx(7.2247 / 0.5).epsilon(0.001));
}

TEST_CASE("no finding gives the band none and an upper bound", "[assess][load]") {
  const PromotionalLoad out = load(Made().filler(1000));
  CHECK(out.band == "none");
  CHECK(*out.low == 0.0);
  CHECK(*out.high == Approx(3.6889).epsilon(0.001));
}

TEST_CASE("the bands part at the median and the 90th percentile", "[assess][load]") {
  const auto [words, band] = GENERATE(table<int, std::string>({{999, "low"}, {499, "moderate"}}));
  CHECK(load(Made().filler(words).block(Zone::body, "hope").finding("hype.hope"_label, "hope")).band == band);
  Made many;
  many.filler(993).block(Zone::body, "one two three four five six seven");
  hypeline::RuleId rule = 0;
  for (const char* const word : {"one", "two", "three", "four", "five", "six", "seven"}) many.finding("hype.hope"_label, word, {}, ++rule);
  CHECK(load(many).band == "high");
}

TEST_CASE("negated, hypothetical, weightless and off-zone findings do not count, quoted ones count apart", "[assess][load]") {
  Made made;
  made.filler(300).block(Zone::body, "one two three four five").block(Zone::related, "six");
  made.finding("hype.hope"_label, "one", {}, 1).last().negated = true;
  made.finding("hype.hope"_label, "two", {}, 2).last().hypothetical = true;
  made.finding("hedge.cue"_label, "three", {}, 3);
  made.finding("hype.hope"_label, "four", {}, 4).last().quoted = true;
  made.finding("hype.hope"_label, "five", {}, 5);
  made.finding("hype.hope"_label, "six", {}, 6);
  const PromotionalLoad out = load(made);
  CHECK(out.count == 1);
  CHECK(out.quoted == 1);
  CHECK(out.annotations.size() == 1);
}

TEST_CASE("a rule counts once a paragraph and three times an article", "[assess][load]") {
  Made made;
  made.filler(300).block(Zone::body, "aa ab").finding("hype.hope"_label, "aa", {}, 7).finding("hype.hope"_label, "ab", {}, 7);
  CHECK(load(made).count == 1);
  for (const char* words : {"ba", "ca", "da", "ea"}) made.block(Zone::body, words).finding("hype.hope"_label, words, {}, 7);
  CHECK(load(made).count == 3);
}

TEST_CASE("overlapping findings count once", "[assess][load]") {
  Made made;
  made.filler(300)
      .block(Zone::body, "the holy grail of cures")
      .finding("hype.hope"_label, "holy grail", {}, 1)
      .finding("hype.hope"_label, "holy grail of cures", {}, 2);
  CHECK(load(made).count == 1);
}
