#include "match/annotators.h"
#include "match/decisions.h"
#include "match/findings.h"
#include "match/sentence_words.h"

#include "shipped.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace hypeline;

namespace {

const std::string kLabels =
    "label\ttitle\tmeaning\tcriteria\tcolour\tweight\tsettle\n"
    "hype.adjective\tA\ta\t\t#000000\t0\nhype.superlative\tS\ts\t\t#000000\t1\nhedge.cue\tH\th\t\t#000000\t0\nclaim.effect\tC\tc\t\t#000000\t0\n"
    "source.attribution\tT\tt\t\t#000000\t0\nsource.attribution-act\tU\tu\t\t#000000\t0\nsource.interest\tI\ti\t\t#000000\t0\n"
    "source.cited\tQ\tq\t\t#000000\t0\nharm.mention\tM\tm\t\t#000000\t0\nalternative.mention\tN\tn\t\t#000000\t0\ncontext.treated\tO\to\t\t#000000\t0\n"
    "context.given-up\tP\tp\t\t#000000\t0\n";
const std::string kRules =
    "id\tlabel\tpattern\tunless\thit\tmiss\tsource\n"
    "novel\thype.adjective\tnovel\t\tx\t\town\n"
    "groundbreaking\thype.superlative\tgroundbreaking novel\t\tx\t\town\n"
    "may\thedge.cue\tmay\t\tx\t\town\n"
    "might\thedge.cue\tmight\t\tx\t\town\n"
    "cures\tclaim.effect strength=causal\tcures\t\tx\t\town\n"
    "linked\tclaim.effect strength=correlational\tlinked\t\tx\t\town\n"
    "said\tsource.attribution\t{has |}said\t\tx\t\town\n"
    "said-act\tsource.attribution-act\tsaid\t\tx\t\town\n"
    "than\tclaim.effect strength=correlational kind=sign\tthan rest\t\tx\t\town\n"
    "itching\tharm.mention kind=term\titching\t\tx\t\town\n"
    "relieves\tcontext.treated\trelieves\t\tx\t\town\n"
    "symptoms\tcontext.treated kind=list\tsymptoms include\t\tx\t\town\n"
    "tablets\talternative.mention kind=term\ttablets\t\tx\t\town\n"
    "stopped\tcontext.given-up\tstopped\t\tx\t\town\n"
    "doi\tsource.cited kind=doi\t/10\\.\\d{4}/\t\tx\t\town\n"
    "wire\tsource.interest kind=press-release\tnewswire.example\t\tx\t\town\n";

Lexicon lexicon_with(std::vector<LexiconFile> models) {
  models.push_back({"labels.tsv", kLabels});
  models.push_back({"en/rules.tsv", kRules});
  auto lexicon = Lexicon::parse(std::move(models));
  REQUIRE(lexicon);
  return std::move(*lexicon);
}

/// One paragraph, one sentence.
Document sentence_of(const std::string& text) {
  Document document;
  document.text = Text::raw(text);
  const Span whole = make_span(0, text.size());
  document.annotations = {structure(whole, "structure.paragraph"_label), structure(whole, "structure.sentence"_label)};
  return document;
}

std::vector<Annotation> findings_of(const Lexicon& lexicon, const std::string& text) {
  Matcher matcher(lexicon);
  return find_findings(sentence_of(text), matcher);
}

std::vector<std::string> words_of(const std::string& text) {
  SentenceWords words;
  words.read(text, make_span(0, text.size()));
  std::vector<std::string> out;
  for (std::ptrdiff_t i = 0; i < words.size(); ++i) out.emplace_back(words[i]);
  return out;
}

}  // namespace

TEST_CASE("a sentence is cut into words, numbers and signs", "[match][reading]") {
  CHECK(words_of("“Don’t”, said Ann: 3,100 cells—α-cells!") ==
        std::vector<std::string>{"\"", "don’t", "\"", ",", "said", "ann", ":", "0", ",", "0", "cells", "-", "α", "-", "cells", "!"});
  CHECK(words_of(" \n").empty());
  SentenceWords words;
  words.read("A cure", {0, 6});
  CHECK(words[-1] == SentenceWords::kOutside);
  CHECK(words[2] == SentenceWords::kOutside);
  CHECK(words.capital(0));
  CHECK_FALSE(words.capital(1));
  CHECK(words.first_at(1) == 1);
}

TEST_CASE("an adjective counts only where its model says so", "[match][reading]") {
  CHECK(findings_of(lexicon_with({}), "A novel study.").empty());
  const Lexicon lexicon = lexicon_with({{"en/models/adjective.tsv", "feature\tweight\nbias\t-1\nt=novel\t0\nhead=study\t3\n"}});
  const auto found = findings_of(lexicon, "A novel study of a novel class.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].span == Span{2, 7});
  CHECK(found[0].confidence.value() == Approx(logistic(2)));
}

TEST_CASE("an adjective inside another promotional finding is not told twice", "[match][reading]") {
  const Lexicon lexicon = lexicon_with({{"en/models/adjective.tsv", "feature\tweight\nbias\t2\nt=novel\t0\n"}});
  const auto found = findings_of(lexicon, "A groundbreaking novel idea.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].label == "hype.superlative"_label);
}

TEST_CASE("a model decides on the words it knows and leaves others alone", "[match][reading]") {
  const Lexicon lexicon = lexicon_with({{"en/models/hedge.tsv", "feature\tweight\nbias\t-1\nw=may\t0\n+1=help\t3\n"}});
  const auto found = findings_of(lexicon, "It may help, may hinder, might do both.");
  REQUIRE(found.size() == 2);
  CHECK(found[0].span == Span{3, 6});
  CHECK(found[0].confidence);
  CHECK(found[1].span == Span{25, 30});
  CHECK_FALSE(found[1].confidence);
}

TEST_CASE("the claim model sets the strength, or takes the sentence's claims away", "[match][reading]") {
  const std::string head = "feature\tnone\tcorrelational\tconditional-causal\tcausal\n";
  const Lexicon weak = lexicon_with({{"en/models/claim.tsv", head + "bias\t0\t1\t0\t0\nw=never\t9\t0\t0\t0\n"}});
  const auto found = findings_of(weak, "Tea cures gout and is linked to sleep.");
  REQUIRE(found.size() == 2);
  CHECK(found[0].attribute("strength") == "correlational");
  CHECK(found[1].attribute("strength") == "correlational");
  CHECK(findings_of(weak, "Tea never cures gout.").empty());
  const auto untouched = findings_of(lexicon_with({}), "Tea cures gout.");
  CHECK(untouched.at(0).attribute("strength") == "causal");
}

TEST_CASE("a comparison is a claim only where its sentence states none", "[match][reading]") {
  const Lexicon lexicon = lexicon_with({{"en/models/claim.tsv", "feature\tnone\tcorrelational\tconditional-causal\tcausal\nbias\t0\t1\t0\t0\n"}});
  const auto both = findings_of(lexicon, "Tea cures gout more often than rest.");
  REQUIRE(both.size() == 1);
  CHECK(both[0].span == Span{4, 9});
  CHECK(both[0].attribute("strength") == "correlational");
  CHECK(findings_of(lexicon, "Tea did more than rest.").size() == 1);
}

TEST_CASE("a symptom that is treated is no harm, a treatment that is given up no alternative", "[match][reading]") {
  const Lexicon lexicon = lexicon_with({});
  CHECK(findings_of(lexicon, "It relieves the itching.").empty());
  CHECK(findings_of(lexicon, "It relieves pain, but itching follows.").size() == 1);
  CHECK(findings_of(lexicon, "She stopped the tablets.").empty());
  CHECK(findings_of(lexicon, "She stopped itching.").size() == 1);
  CHECK(findings_of(lexicon, "Its symptoms include spots, fever (itching, too) and more itching.").empty());
  CHECK(findings_of(lexicon, "Its symptoms include spots. The pill brought itching.").size() == 1);
}

TEST_CASE("a claim is tied to the source nearest to it", "[match][reading]") {
  const Lexicon lexicon = lexicon_with({});
  const auto same = findings_of(lexicon, "After 10.1111 it cures gout, see 10.2222 and 10.3333.");
  REQUIRE(same.size() == 4);
  CHECK(same[1].attribute("cites") == "10.1111");
  CHECK(same[1].attribute("cites-in") == "sentence");
  Document document = sentence_of("Tea cures gout. See 10.2222");
  document.annotations[1].span = {0, 15};
  Matcher matcher(lexicon);
  CHECK(find_findings(document, matcher).at(0).attribute("cites-in") == "paragraph");
  document.annotations[0].span = {0, 15};
  document.annotations.push_back(structure({16, 27}, "structure.paragraph"_label));
  CHECK(find_findings(document, matcher).at(0).attribute("cites").empty());
  document.annotations.push_back(structure({0, 15}, "structure.zone"_label, Zone::body));
  document.annotations.push_back(structure({15, 27}, "structure.zone"_label, Zone::references));
  CHECK(find_findings(document, matcher).at(0).attribute("cites-in") == "references");
  CHECK(findings_of(lexicon, "Tea cures gout.").at(0).attribute("cites").empty());
}

TEST_CASE("references hold sources and the marks of a press release", "[match][reading]") {
  const Lexicon lexicon = lexicon_with({});
  Document document = sentence_of("See newswire.example on itching.");
  document.annotations.push_back(structure(document.annotations[0].span, "structure.zone"_label, Zone::references));
  Matcher matcher(lexicon);
  const auto found = find_findings(document, matcher);
  REQUIRE(found.size() == 1);
  CHECK(found[0].label == "source.interest"_label);
}

TEST_CASE("a cue is read against the quotations of its paragraph", "[match][reading]") {
  const Lexicon lexicon = lexicon_with({{"en/models/attribution.tsv", "feature\tweight\nbias\t-1\nw=said\t0\nparagraph-quotes=behind\t3\n"}});
  Document document = sentence_of("“Well,” he said.");
  CHECK(findings_of(lexicon, "“Well,” he said.").empty());
  document.annotations.push_back(structure({0, 11}, "structure.quotation"_label));
  Matcher matcher(lexicon);
  CHECK(find_findings(document, matcher).size() == 1);
}

TEST_CASE("an attribution and an act of speech at one place are one finding", "[match][reading]") {
  const auto found = findings_of(lexicon_with({}), "She has said so.");
  REQUIRE(found.size() == 1);
  CHECK(found[0].label == "source.attribution"_label);
  CHECK(found[0].span == Span{4, 12});
}

TEST_CASE("a model file of unknown name is an error", "[match][reading]") {
  const auto lexicon = Lexicon::parse({{"labels.tsv", kLabels}, {"en/rules.tsv", kRules}, {"en/models/mood.tsv", "feature\tweight\n"}});
  REQUIRE_FALSE(lexicon);
  CHECK(lexicon.error().at(0).file == "en/models/mood.tsv");
}

TEST_CASE("no feature of the shipped models is longer than two words", "[match][reading]") {
  for (const LexiconFile& file : hypeline::testing::shipped_files()) {
    if (!ContextModels::is_file(file.name) || file.name.ends_with("words.tsv")) continue;
    for (std::size_t at = 0; at < file.contents.size(); at = file.contents.find('\n', at) + 1) {
      const std::string name = file.contents.substr(at, file.contents.find_first_of("\t\n", at) - at);
      if (name.front() != '#') REQUIRE(std::count(name.begin(), name.end(), ' ') <= 1);
    }
  }
}
