#include "assess/criteria.h"
#include "made.h"

using namespace hypeline;

namespace {

const Criterion& find(const std::vector<Criterion>& all, std::string_view id) {
  return *std::find_if(all.begin(), all.end(), [&](const Criterion& c) { return c.id == id; });
}

std::vector<Criterion> check(const Made& made) {
  const Document document = made.document();
  return check_criteria(View(document), *CriteriaTable::parse("c", "criterion\tnone\tone\tmore\ncost\t0.2\t0.6\t0.9\n"));
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

TEST_CASE("cost is found where a price of the treatment stands, with its probability and its words", "[assess][criteria]") {
  const auto with = check(claim().block(Zone::body, "It costs $5.").finding("cost.mention"_label, "$5"));
  CHECK(find(with, "cost").verdict == Verdict::found);
  CHECK(*find(with, "cost").probability == Approx(0.6));
  CHECK(find(with, "cost").reason.find("$5") != std::string::npos);
  const auto other = check(claim().block(Zone::body, "Falls cost $5 billion.").finding("cost.mention"_label, "$5 billion", {{"not-treatment", "yes"}}));
  CHECK(find(other, "cost").verdict == Verdict::not_found);
  CHECK(*find(other, "cost").probability == Approx(0.2));
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

TEST_CASE("a table of probabilities names the line of what it cannot read", "[assess][criteria]") {
  const auto table = CriteriaTable::parse("c.tsv", "criterion\tnone\tone\tmore\ncosts\t0\t0\t0\ncost\t2\t0\tx\n");
  REQUIRE_FALSE(table);
  CHECK(table.error().size() == 3);
  CHECK(table.error()[0].line == 2);
}
