#include "match/lexicon.h"
#include "match/selftest.h"

#include "inline_lexicon.h"

#include <catch2/catch.hpp>

using namespace hypeline;

namespace {

const std::string kLabels = "label\ttitle\tmeaning\tcriteria\tcolour\tweight\nhype.hope\tHope\thope\t\t#000000\t1\n";
const std::string kHeader = "id\tlabel\tpattern\tunless\thit\tmiss\tsource\n";

std::vector<std::string> errors_of(const std::string& rows, const std::string& fragments = "name\tregex\tmeaning\n") {
  const auto lexicon = Lexicon::parse({{"labels.tsv", kLabels}, {"en/fragments.tsv", fragments}, {"en/a.tsv", kHeader + rows}});
  std::vector<std::string> out;
  if (lexicon) return out;
  for (const Error& error : lexicon.error())
    out.push_back(error.file + ":" + std::to_string(error.line) + ":" + std::to_string(error.column) + " " + error.message);
  return out;
}

std::string error_of(const std::string& pattern) {
  const auto errors = errors_of("a\thype.hope\t" + pattern + "\t\tx\t\town\n");
  return errors.empty() ? "" : errors.front();
}

}  // namespace

TEST_CASE("a good row is a rule", "[match][lexicon]") {
  const auto lexicon = Lexicon::parse(
      {{"labels.tsv", kLabels},
       {"en/a.tsv", kHeader + "# comment\n\nnew-hope\thype.hope level=animal kind=x\tnew hope\tno new hope\t[[new hope]]\tnew hopes\town reading\n"}});
  REQUIRE(lexicon);
  REQUIRE(lexicon->rules().size() == 1);
  const Rule& rule = lexicon->rules()[0];
  CHECK(rule.id == "new-hope");
  CHECK(rule.label == "hype.hope"_label);
  CHECK(rule.attributes == std::vector<std::pair<std::string, std::string>>{{"level", "animal"}, {"kind", "x"}});
  CHECK(rule.file == "en/a.tsv");
  CHECK(rule.line == 4);
  CHECK(lexicon->digest().size() == 64);
}

TEST_CASE("rules are numbered by file name and line, and the digest does not depend on the order of files", "[match][lexicon]") {
  const LexiconFile labels{"labels.tsv", kLabels};
  const LexiconFile a{"en/a.tsv", kHeader + "a\thype.hope\ta\t\ta\t\town\n"};
  const LexiconFile b{"en/b.tsv", kHeader + "b\thype.hope\tb\t\tb\t\town\n"};
  const auto one = Lexicon::parse({labels, a, b});
  const auto two = Lexicon::parse({b, a, labels});
  REQUIRE((one && two));
  CHECK(two->rules()[0].id == "a");
  CHECK(one->digest() == two->digest());
  CHECK(one->digest() != Lexicon::parse({labels, a})->digest());
}

TEST_CASE("every bad row is reported, all at once", "[match][lexicon]") {
  const auto errors = errors_of(
      "A b\thype.hope\tx\t\tx\t\town\n"
      "b\thype.hpye\tx\t\tx\t\town\n"
      "c\thype.hope\tx\t\t\t\town\n"
      "c\thype.hope level\tx\t\t[[x\t\town\n"
      "d\thype.hope\t/a.*b/\t\tx\t\town\n");
  CHECK(errors ==
        std::vector<std::string>{"en/a.tsv:2:0 an id is lower-case-with-dashes, not 'A b'", "en/a.tsv:3:0 unknown label 'hype.hpye'",
                                 "en/a.tsv:4:0 no hit: a sentence in which the rule must match", "en/a.tsv:5:0 an attribute is written key=value, not 'level'",
                                 "en/a.tsv:5:0 [[ and ]] in hit do not pair", "en/a.tsv:5:0 the id 'c' stands at en/a.tsv:4 too",
                                 "en/a.tsv:6:16 pattern: an unbounded repetition: write {0,60} or so (one class of characters, as in \\w+, may go on)"});
}

TEST_CASE("a bad pattern is an error at its place", "[match][lexicon]") {
  CHECK(error_of("offer{s").starts_with("en/a.tsv:2:18 pattern: '{' without"));
  CHECK(error_of("offer}s").starts_with("en/a.tsv:2:18 pattern: '}' without"));
  CHECK(error_of("{a|}").find("left out") != std::string::npos);
  CHECK(error_of("/a(b/").find("'(' without") != std::string::npos);
  CHECK(error_of("/a)b/").find("')' without") != std::string::npos);
  CHECK(error_of("/(?=a)b/").find("look-around") != std::string::npos);
  CHECK(error_of("/a\\Cb/").find("\\C") != std::string::npos);
  CHECK(error_of("/a <<nothing>>/").find("unknown fragment 'nothing'") != std::string::npos);
  CHECK(error_of("/a{0, 3}b/").find("without spaces") != std::string::npos);
  CHECK(error_of("/(a/").find("'(' without") != std::string::npos);
  CHECK(error_of("/[a/").find("'[' without") != std::string::npos);
  CHECK(error_of("/a").find("two slashes") != std::string::npos);
  CHECK(error_of("/(?:a.{1,1000}b.{1,1000}c){1,20}/").find("pattern") != std::string::npos);
}

TEST_CASE("a repetition is bounded, but for one class of characters", "[match][lexicon]") {
  for (const char* good : {"/a\\w+/", "/a[a-z]*b/", "/\\d+ mg/", "/a +b/", "/a\\s+b/", "/a\\S+/", "/a.{0,60}b/", "/a(?: b){0,3}/"}) CHECK(error_of(good) == "");
  for (const char* bad : {"/a.*b/", "/a(?:b c)+/", "/a[^.]*b/", "/a\\W+b/", "/a.{2,}b/", "/a(?:b|c)*/"})
    CHECK(error_of(bad).find("unbounded") != std::string::npos);
}

TEST_CASE("fragments are checked where they stand", "[match][lexicon]") {
  const std::string row = "a\thype.hope\t/a <<n>>/\t\tx\t\town\n";
  CHECK(errors_of(row, "name\tregex\tmeaning\nn\t\\d+\tnumber\n").empty());
  CHECK(errors_of(row, "name\tregex\tmeaning\nn\t.*\tall\n").front().find("unbounded") != std::string::npos);
  CHECK(errors_of(row, "name\tregex\tmeaning\nn\ta\tone\nn\tb\ttwo\n").front() == "en/fragments.tsv:3:0 the fragment 'n' stands twice");
  CHECK(errors_of(row, "name\tregex\tmeaning\nn\ta<<n>>\tself\n").front().find("hold each other") != std::string::npos);
}

TEST_CASE("a lexicon without labels is an error", "[match][lexicon]") {
  const auto lexicon = Lexicon::parse({{"en/a.tsv", kHeader}});
  REQUIRE(!lexicon);
  CHECK(lexicon.error().front().file == "labels.tsv");
}

TEST_CASE("the examples of a rule are its test", "[match][lexicon]") {
  const auto run = [](const std::string& row) {
    const auto lexicon = Lexicon::parse({{"labels.tsv", kLabels}, {"en/a.tsv", kHeader + row}});
    std::vector<std::string> out;
    for (const Error& error : self_test(*lexicon)) out.push_back(std::to_string(error.line) + " " + error.message);
    return out;
  };
  CHECK(run("a\thype.hope\tnew hope\t\tthe [[new hope]] of\tnew hopes || newer hope\town\n").empty());
  CHECK(run("a\thype.hope\tnew hope\t\tthe [[new]] hope of\t\town\n") == std::vector<std::string>{"2 hit: 'a' matches 'new hope' where 'new' is marked"});
  CHECK(run("a\thype.hope\tnew hope\t\tnewer hope\t\town\n") == std::vector<std::string>{"2 hit: 'a' does not match in 'newer hope'"});
  CHECK(run("a\thype.hope\tnew hope\t\tnew hope\tnone || a new hope\town\n") == std::vector<std::string>{"2 miss: 'a' matches 'new hope' in 'a new hope'"});
}
