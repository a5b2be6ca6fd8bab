#include "inline_lexicon.h"
#include "reference.h"

#include "match/needs.h"

#include <catch2/catch.hpp>

#include <random>

using namespace hypeline;

namespace {

/// As `trial stud* <6`: words, stems with a star, and within how many tokens; needs in turn, the likeliest to fail first.
std::string needs_of(std::string_view regex) {
  std::string out;
  for (const Need& need : derive_needs(read_regex(regex).value().tree)) {
    out += out.empty() ? "" : "; ";
    for (const Trigger& trigger : need.any) out += (trigger.words.empty() ? trigger.stem.word + "*" : trigger.words[0].word) + " ";
    out += need.within == Need::kAnywhere ? "anywhere" : "<" + std::to_string(need.within);
  }
  return out;
}

/// Words of the patterns below, cut and joined in ways that make beginnings and ends of words doubtful.
std::string mixed_text(std::mt19937& random) {
  static const std::vector<std::string> kPieces{"the", "trial", "planned", "é",   "is", "of",     "5",    "1,000.5", "mg",       "studies", "study",    "can",
                                                "p",   "’",     "men",     "and", "-",  " ",      " ",    " ",       " ",        "\n",      "\xC2\xA0", "(",
                                                "$",   "%",     "ſ",       "K",   ".",  "people", "thep", "_",       "planneré", "19",      "99"};
  std::string out;
  for (int i = 0; i < 60; ++i) out += kPieces[random() % kPieces.size()] + (random() % 2 == 0 ? " " : "");
  return out;
}

}  // namespace

TEST_CASE("what a match needs behind its beginning is found", "[match][needs]") {
  const auto [regex, needs] = GENERATE(table<std::string, std::string>({
      {"the trial", "trial <1"},
      {"the (?:\\w+ ){0,3}trial", "trial <4"},
      {"the (?:big )?(?:trial|study)", "study trial <2; big study trial <1"},
      {"a stud(?:y|ies)", "studies study <1"},
      {"a patient\\w*", "patient* patient <1"},
      {"\\d+ (?:men|women)", "men women <1"},
      {"over \\d", "#* <1"},
      {"cost.{0,40} money", "money <21"},
      {"cost[^.]{0,40}money", ""},  // may stand inside a word
      {"the (?:trial)?", ""},       // may be missing
      {"the \\btrial", "trial <1"},
      {"the\\btrial", ""},  // nothing says that a space stands there
      {"new drug|old pill", "drug pill <1"},
      {"new drug|old", ""},
      {"word", ""},
      {"(?:a|an) [a-z-]+ trial", "trial anywhere"},  // such a run has any number of words
  }));
  CAPTURE(regex);
  CHECK(needs_of(regex) == needs);
}

TEST_CASE("no need keeps a match from being found, wherever words begin and end", "[match][needs][differential]") {
  const Lexicon lexicon = testing::lexicon_of({
      "/the (?:\\w+ ){0,3}(?:trial|study)/",
      "/the .{0,30}\\bplanned/",
      "/\\d+ (?:\\w+[ -])?(?:men|people)\\b/",
      "/of \\$?\\d+(?:\\.\\d+)?%/",
      "/can (?:is )?\\w*stud(?:y|ies)/",
      "/(?:is|of) (?:5|19\\d\\d|1,000)/",
      "/(?:trial|study)[^a]{0,20} men/",
      "/the (?:p|people)'?\\w* (?:mg|is)/",
      "/\\w+_ ?trial/",
      "/(?-i:The|the) (?:skip |kin )?planned|study (?:of|and) men/",
      "/[%(] ?(?:trial|men) \\w+/",
      "/(?:[a-z]+ ){1,3}planned\\b/",
      "/mg-? ?people/",
  });
  Matcher matcher(lexicon);
  testing::Reference reference(lexicon);
  std::mt19937 random(7);
  std::size_t matches = 0;
  for (int round = 0; round < 1200; ++round) {
    const std::string text = mixed_text(random);
    const std::vector<Span> paragraphs{{0, static_cast<std::uint32_t>(text.size())}};
    const auto& found = matcher.find(text, paragraphs);
    CAPTURE(text);
    REQUIRE(found == reference.find(text, paragraphs));
    matches += found.size();
  }
  CHECK(matches > 1000);
}
