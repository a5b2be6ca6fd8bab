#include "inline_lexicon.h"

#include <catch2/catch.hpp>

using hypeline::testing::found;
using Found = std::vector<std::string>;

TEST_CASE("a phrase matches whole words in any case", "[match][phrase]") {
  CHECK(found("new hope", "New HOPE, newer hope, new hopes, renew hope") == Found{"New HOPE"});
  CHECK(found("offer{s|ed|ing|} {new|fresh|} hope", "offers hope; offered fresh  hope; offering, hope; offer new\nhope") ==
        Found{"offers hope", "offered fresh  hope", "offer new\nhope"});
  CHECK(found("cure{|s|d}", "cure cures cured curing") == Found{"cure", "cures", "cured"});
}

TEST_CASE("a gap is a run of white space or one dash, not both and not none", "[match][phrase]") {
  CHECK(found("ground-breaking",
              "ground breaking ground-breaking ground\xE2\x80\x93"
              "breaking ground\xC2\xA0 breaking groundbreaking ground - breaking ground--breaking") == Found{"ground breaking", "ground-breaking",
                                                                                                             "ground\xE2\x80\x93"
                                                                                                             "breaking",
                                                                                                             "ground\xC2\xA0 breaking"});
  CHECK(found("ground{-|}breaking", "groundbreaking ground-breaking") == Found{"groundbreaking", "ground-breaking"});
  CHECK(found("game changer", "game\r\nchanger") == Found{"game\r\nchanger"});
}

TEST_CASE("an apostrophe also stands for the typographic ones", "[match][phrase]") {
  CHECK(found("can't", "can't can\xE2\x80\x99t can\xCA\xBCt cant can t") == Found{"can't", "can\xE2\x80\x99t", "can\xCA\xBCt"});
  CHECK(found("can", "can't can\xE2\x80\x99t can\xCA\xBCt") == Found{"can", "can"});
}

TEST_CASE("other signs of a phrase stand for themselves", "[match][phrase]") {
  CHECK(found("breaking:", "Breaking: breaking news") == Found{"Breaking:"});
  CHECK(found("et al.", "Smith et al. say; et al say") == Found{"et al."});
  CHECK(found("U.S. {study|trial}", "a U.S. study, a U.S trial, a U.S.\xC2\xA0trial") == Found{"U.S. study", "U.S.\xC2\xA0trial"});
  CHECK(found("(again)", "and (again) and again") == Found{"(again)"});
  CHECK(found("live {longer,|longer} happier", "live longer, happier") == Found{"live longer, happier"});
}

TEST_CASE("the longest spelling that ends at a word's end wins", "[match][phrase]") {
  CHECK(found("offer {hope|}", "offer hope offer hopeful offer") == Found{"offer hope", "offer", "offer"});
  CHECK(found("first|first ever|first ever cure", "the first ever cures") == Found{"first ever"});
}

TEST_CASE("a bar outside braces parts whole phrases", "[match][phrase]") {
  CHECK(found("{that|having} said|said to {be|have}", "having said so, it is said to be") == Found{"having said", "said to be"});
}

TEST_CASE("a phrase of many spellings matches as one of few does", "[match][phrase]") {
  const std::string many = "{a|b|c|d|e|f|g|h|i|j} {a|b|c|d|e|f|g|h|i|j} {a|b|c|d|e|f|g|h|i|j} {k|l|}";
  CHECK(found(many, "a b c, j-j-j k. a b") == Found{"a b c", "j-j-j k"});
}

TEST_CASE("words are words in every script", "[match][boundaries]") {
  CHECK(found("can",
              "p\xC3\xA9"
              "can can\xC3\xA9 can") == Found{"can"});
  CHECK(found("ve", "na\xC3\xAFve I've") == Found{"ve"});
  CHECK(found("/ve/", "na\xC3\xAFve I've") == Found{"ve"});
  CHECK(found("caf\xC3\xA9", "CAF\xC3\x89 cafe caf\xC3\xA9s") == Found{"CAF\xC3\x89"});
  CHECK(found("/caf\xC3\xA9/", "CAF\xC3\x89 cafe caf\xC3\xA9s") == Found{"CAF\xC3\x89"});
  CHECK(found("cure", "cure_all a_cure cure2 2cure cure") == Found{"cure"});
}

TEST_CASE("letters fold as RE2 folds them", "[match][boundaries]") {
  for (const std::string slashes : {"", "/"}) {
    CHECK(found(slashes + "risk" + slashes, "ri\xC5\xBFk ris\xE2\x84\xAA RISK r\xC4\xB1sk R\xC4\xB0SK") == Found{"ri\xC5\xBFk", "ris\xE2\x84\xAA", "RISK"});
    CHECK(found(slashes +
                    "stra\xC3\x9F"
                    "e" +
                    slashes,
                "STRA\xE1\xBA\x9E"
                "E strasse") == Found{"STRA\xE1\xBA\x9E"
                                      "E"});
  }
}

TEST_CASE("in an expression spaces, apostrophes and dashes stand for their kind", "[match][regex]") {
  CHECK(found("/new hope/", "new  hope new\xC2\xA0hope new-hope new\nhope") == Found{"new  hope", "new\xC2\xA0hope", "new\nhope"});
  CHECK(found("/it's/", "it's it\xE2\x80\x99s its") == Found{"it's", "it\xE2\x80\x99s"});
  CHECK(found("/[i]t[']s/", "it's it\xE2\x80\x99s its") == Found{"it's", "it\xE2\x80\x99s"});
  CHECK(found("/phase-two/", "phase-two phase\xE2\x80\x91two phase two") == Found{"phase-two", "phase\xE2\x80\x91two"});
  CHECK(found("/phase[- ]two/", "phase-two phase\xE2\x80\x91two phase two phase  two") == Found{"phase-two", "phase two"});
  CHECK(found("/a ?b/", "ab a b a  b a-b") == Found{"ab", "a b", "a  b"});
}

TEST_CASE("in an expression the first alternative that fits wins", "[match][regex]") {
  CHECK(found("/cured|cure/", "cured cure") == Found{"cured", "cure"});
  CHECK(found("/cure|cured/", "cured cure") == Found{"cure"});
  CHECK(found("/a (?:b c|b)/", "a b c, a b, a b cc") == Found{"a b c", "a b"});
}

TEST_CASE("an expression may ask for exact case", "[match][regex]") { CHECK(found("/(?-i:WHO) says/", "WHO SAYS who says") == Found{"WHO SAYS"}); }

TEST_CASE("fragments are put in", "[match][regex]") {
  CHECK(found("/<<number>> (?:mg|ml)/", "12.5 mg, 3 ml, mg") == Found{"12.5 mg", "3 ml"});
  CHECK(found("/by <<number>>(?:%| percent)?/", "by 30%, by 2.5 percent, by 7") == Found{"by 30%", "by 2.5 percent", "by 7"});
}

TEST_CASE("an expression sees its paragraph and nothing else", "[match][paragraphs]") {
  using namespace hypeline;
  const std::string text = "new hope\n\nhope now";
  const Lexicon lexicon = testing::lexicon_of({"/hope$/", "/^hope/", "hope now", "new hope hope", "/new[\\s\\S]{0,9}now/"});
  Matcher matcher(lexicon);
  CHECK(matcher.find(text, {{0, 8}, {10, 18}}) == std::vector<Match>{{{4, 8}, 0}, {{10, 14}, 1}, {{10, 18}, 2}});
  CHECK(matcher.find(text, {{0, 6}, {6, 18}}).size() == 1);  // cut inside a word: "hope now" only
  CHECK(matcher.find(text, {}).empty());
  CHECK(matcher.find("", {{0, 0}}).empty());
}

TEST_CASE("unless drops what lies within a match of its own", "[match][unless]") {
  CHECK(found("cure", "no known cure, a cure", "no known cure") == Found{"cure"});
  CHECK(found("cure", "a cure for boredom, a cure", "/cure for [a-z]{1,20}/") == Found{"cure"});
  CHECK(found("cure for all", "a cure for all", "cure for") == Found{"cure for all"});
  CHECK(found("may", "in May 2021 it may", "/(?-i:May) \\d{4}/") == Found{"may"});
  CHECK(found("20", "(20) or 20", "/\\(20\\)/") == Found{"20"});
}
