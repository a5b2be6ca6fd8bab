#include "match/findings.h"

#include <catch2/catch.hpp>

using namespace hypeline;

namespace {

Lexicon cue_lexicon() {
  auto lexicon =
      Lexicon::parse({{"labels.tsv",
                       "label\ttitle\tmeaning\tcriteria\tcolour\tweight\tsettle\n"
                       "hype.hope\tA\ta\t\t#000000\t1\nhedge.cue\tB\tb\t\t#000000\t0\nregulatory.status\tC\tc\t\t#000000\t0\n"
                       "context.negation\tD\td\t\t#000000\t0\ncontext.hypothetical\tE\te\t\t#000000\t0\n"
                       "context.historical\tF\tf\t\t#000000\t0\n"},
                      {"en/rules.tsv",
                       "id\tlabel\tpattern\tunless\thit\tmiss\tsource\n"
                       "cure\thype.hope\tcure\t\tx\t\town\nmay\thedge.cue\tmay\t\tx\t\town\napproved\tregulatory.status\t{not |}approved\t\tx\t\town\n"
                       "nocure\thype.hope\tno regrets\t\tx\t\town\n"
                       "not\tcontext.negation\t{not|no}\t\tx\t\town\nif\tcontext.hypothetical\tif\t\tx\t\town\n"
                       "once\tcontext.historical\tonce hailed\t\tx\t\town\n"}});
  REQUIRE(lexicon);
  return std::move(*lexicon);
}

/// The findings of one sentence.
std::vector<Annotation> read_sentence(const std::string& text) {
  const Lexicon lexicon = cue_lexicon();
  Matcher matcher(lexicon);
  Document document;
  document.text = Text::raw(text);
  const Span whole = make_span(0, text.size());
  document.annotations = {structure(whole, "structure.paragraph"_label), structure(whole, "structure.sentence"_label)};
  return find_findings(document, matcher);
}

}  // namespace

TEST_CASE("a negation reaches forward to the end of its clause", "[match][context]") {
  CHECK(read_sentence("It is not a cure.").at(0).negated);
  CHECK_FALSE(read_sentence("It is not sold; a cure it is.").at(0).negated);
}

TEST_CASE("a status that holds its own not is negated, a slogan is not", "[match][context]") {
  CHECK(read_sentence("It was not approved.").at(0).negated);
  CHECK_FALSE(read_sentence("It was approved.").at(0).negated);
  CHECK_FALSE(read_sentence("It leaves no regrets.").at(0).negated);
}

TEST_CASE("a condition or a question makes a promise hypothetical, not a hedge", "[match][context]") {
  const auto condition = read_sentence("If it may cure gout, good.");
  REQUIRE(condition.size() == 2);
  CHECK_FALSE(condition[0].hypothetical);
  CHECK(condition[1].hypothetical);
  CHECK(read_sentence("Is it a cure?").at(0).hypothetical);
}

TEST_CASE("what its clause tells as of the past bears the cue that says so", "[match][context]") {
  CHECK(read_sentence("It was once hailed as a cure.").at(0).attribute("historical") == "once hailed");
  CHECK(read_sentence("The cure was once hailed by all.").at(0).attribute("historical") == "once hailed");
  CHECK(read_sentence("It was once hailed by all; today it is a cure.").at(0).attribute("historical").empty());
}
