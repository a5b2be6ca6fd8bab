#include "assess/criteria.h"
#include "made.h"

#include <cmath>

using namespace hypeline;

namespace {

const Criterion& find(const std::vector<Criterion>& all, std::string_view id) {
  return *std::find_if(all.begin(), all.end(), [&](const Criterion& c) { return c.id == id; });
}

// 1,000 / 150 words is a rate of 6.7, whose logarithm is 2.04.
constexpr std::string_view kTable =
    "criterion\tfeature\tweight\ncost\tbias\t-1\ncost\tfound\t0.6\ncost\tnot-found\t0.4\ncost\twords:price*|side effect*\t1\n"
    "cost\tlabel:cost.mention quantified=yes\t1\n";

std::vector<Criterion> check(const Made& made) {
  const Document document = made.document();
  return check_criteria(View(document), *CriteriaTable::parse("c", kTable));
}

Made claim() { return Made().block(Zone::body, "It cures colds.").finding("claim.effect"_label, "cures", {{"strength", "causal"}}); }

}  // namespace

TEST_CASE("without an effect claim nothing applies", "[assess][criteria]") {
  const auto all = check(Made().block(Zone::body, "It costs $5.").finding("cost.mention"_label, "$5"));
  REQUIRE(all.size() == 10);
  for (const Criterion& c : all) CHECK(c.verdict == Verdict::not_applicable);
  CHECK_FALSE(all[0].probability);
}

TEST_CASE("a claim in a teaser does not open the gate", "[assess][criteria]") {
  const auto all = check(Made().block(Zone::related, "It cures colds.").finding("claim.effect"_label, "cures"));
  CHECK(all[0].verdict == Verdict::not_applicable);
}

TEST_CASE("the criteria stand in the order of the design", "[assess][criteria]") {
  std::vector<std::string_view> ids;
  for (const Criterion& c : check(claim())) ids.push_back(c.id);
  CHECK(ids == std::vector<std::string_view>{"cost", "benefits", "harms", "evidence", "disease-mongering", "independence", "alternatives", "availability",
                                             "novelty", "language"});
}

TEST_CASE("the probability is the model's, and the verdict follows from its thresholds", "[assess][criteria]") {
  const auto none = check(claim());
  CHECK(*find(none, "cost").probability == Approx(1 / (1 + std::exp(1.0))));
  CHECK(find(none, "cost").verdict == Verdict::not_found);
  const auto words = check(claim().block(Zone::body, "The price is not told. Prices vary."));
  CHECK(*find(words, "cost").probability == Approx(1 / (1 + std::exp(1 - std::log1p(2000.0 / 150)))));
  CHECK(find(words, "cost").verdict == Verdict::cannot_tell);  // likely, and no place to point at
  const auto with = check(claim().block(Zone::body, "It costs $5.").finding("cost.mention"_label, "$5", {{"quantified", "yes"}}));
  CHECK(*find(with, "cost").probability == Approx(1 / (1 + std::exp(1 - std::log1p(1000.0 / 150)))));
  CHECK(find(with, "cost").verdict == Verdict::found);
  CHECK(find(with, "cost").reason.find("$5") != std::string::npos);
  const auto other = check(claim().block(Zone::body, "Falls cost $5 billion.").finding("cost.mention"_label, "$5 billion", {{"not-treatment", "yes"}}));
  CHECK(find(other, "cost").verdict == Verdict::not_found);
}

TEST_CASE("twice the article is the same rate", "[assess][criteria]") {
  const auto one = check(claim().filler(400).block(Zone::body, "The price: high."));
  const auto two = check(claim().filler(400).block(Zone::body, "The price: high.").filler(403).block(Zone::body, "The price: high."));
  CHECK(*find(two, "cost").probability == Approx(*find(one, "cost").probability).margin(0.01));
}

TEST_CASE("words are counted in scored zones, whole, in small letters, phrases within a zone", "[assess][criteria]") {
  WordGroups groups;
  const std::size_t costs = groups.add("cost*|$ #"), pair = groups.add("side effect*"), percent = groups.add("# %");
  CHECK(groups.add("side effect*") == pair);
  const Document document =
      Made().block(Zone::body, "COSTS cost accost: $5, 60% — Side").block(Zone::body, "effects. Side effects.").block(Zone::related, "cost").document();
  const FoldedWords text = fold_words(document);
  CHECK(text.count == 11);
  const auto counts = groups.count(text);
  CHECK(counts[costs] == 3);
  CHECK(counts[pair] == 1);
  CHECK(counts[percent] == 1);
}

TEST_CASE("one absolute number is too little to tell, two are enough", "[assess][criteria]") {
  Made made = claim().block(Zone::body, "3 of 12 and 9 of 12").finding("evidence.quantity"_label, "3 of 12", {{"kind", "count"}});
  CHECK(find(check(made), "benefits").verdict == Verdict::cannot_tell);
  made.finding("evidence.quantity"_label, "9 of 12", {{"kind", "count"}});
  CHECK(find(check(made), "benefits").verdict == Verdict::found);
}

TEST_CASE("sensational words count against the language criterion, quoted ones do not", "[assess][criteria]") {
  Made made = claim().block(Zone::body, "miracle wonder marvel");
  CHECK(find(check(made), "language").verdict == Verdict::found);
  for (const char* words : {"miracle", "wonder", "marvel"}) made.finding("hype.superlative"_label, words);
  CHECK(find(check(made), "language").verdict == Verdict::not_found);
  made.last().quoted = true;
  CHECK(find(check(made), "language").verdict == Verdict::cannot_tell);
}

TEST_CASE("a table of models names the line of what it cannot read", "[assess][criteria]") {
  const auto table = CriteriaTable::parse("c.tsv", "criterion\tfeature\tweight\ncost\tbias\tx\ncost\tlength\t1\nharms\tbias\t1\ncost\tbias\t1\n");
  REQUIRE_FALSE(table);
  REQUIRE(table.error().size() == 3);
  CHECK(table.error()[0].line == 2);
  CHECK(table.error()[1].message.find("length") != std::string::npos);
}

TEST_CASE("what the words say of a criterion is one feature, and its words are told with their weights", "[assess][criteria]") {
  auto table = CriteriaTable::parse("c.tsv", "criterion\tfeature\tweight\nharms\tbias\t0\ncost\tbias\t1\ncost\tmodel:words\t3\n");
  REQUIRE(table);
  REQUIRE(table->read_words("w.tsv", "feature\tharms\tcost\nbias\t0\t0.5\nw=tea\t9\t2\nw=moon\t9\t-1\n").empty());
  const Document document = Made().block(Zone::body, "Tea, and tea.").block(Zone::related, "Moon.").document();
  const double score = 0.5 + 2 * std::log1p(2 * 1000 / 150.0);
  CHECK(table->count(document).scores[1] == Approx(score));
  CHECK(read_model(*table->find("cost"), View(document), table->count(document)).probability == Approx(logistic(1 + 3 * score)));
  const auto terms = table->word_terms(*table->find("cost"), table->count(document).text);
  REQUIRE(terms.size() == 2);
  CHECK(terms[0].name == "w=tea");
  CHECK(terms[0].weight == Approx(score - 0.5));
  CHECK(table->read_words("w.tsv", "feature\tcost\tharms\nw=tea\t1\t1\n").size() == 1);  // the criteria are to stand in the table's order
}
