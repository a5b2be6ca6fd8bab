#include "match/triggers.h"

#include <catch2/catch.hpp>

using namespace hypeline;

namespace {

/// As `new+ hope*`: gap and word in turn, a stem with a star, a sign in quotes, a tail after a slash.
std::string shown(const Trigger& trigger) {
  std::string out = trigger.sign.empty() ? "" : "'" + trigger.sign + "'";
  for (const Step& step : trigger.words) out += step.gap + step.word;
  if (!trigger.tail.empty()) out += "/" + trigger.tail;
  if (!trigger.stem.word.empty()) out += trigger.stem.gap + trigger.stem.word + (trigger.stem_ends ? "!" : "*");
  return out;
}

std::string triggers_of(std::string_view regex, std::size_t depth = 3) {
  std::string out;
  for (const Trigger& trigger : derive_triggers(read_regex(regex).value().tree, depth)) out += (out.empty() ? "" : ", ") + shown(trigger);
  return out;
}

}  // namespace

TEST_CASE("what an expression begins with is found", "[match][triggers]") {
  const auto [regex, triggers] = GENERATE(table<std::string, std::string>({
      {"new hope", "new hope"},
      {"(?:new|fresh) hope", "fresh hope, new hope"},
      {"new (?:fresh )?hope", "new fresh hope, new hope"},
      {"stud(?:y|ies) (?:shows?|found)", "studies found, studies show, studies shows, study found, study show, study shows"},
      {"a b c d e", "a b c/ "},
      {"\\bnew\\b hope", "new hope"},
      {"^new hope$", "new hope"},
      {"can't", "can't"},
      {"New York", "new york"},
      {"r[eo]d wine", "red wine, rod wine"},
      {"no[- ]one", "no one"},
      {"new.{0,20}hope", "new*, newhope"},
      {"new .{0,20}hope", "new/ "},
      {"new\\b.{0,20}hope", "new!, new, newhope"},
      {"breakthroughs?\\w*", "breakthrough*, breakthroughs*, breakthrough, breakthroughs"},
      {"so (?:very ){1,9}new", "so very new, so very very/ "},
      {"a (?:\\w+ )?cure", "a/ "},
      {"at [A-Z]\\w+", "at/ "},
      {"U\\.S\\. trial", "u.s. trial"},
      {"(?:foo)?bar", "bar, foobar"},
      {"(?:foo)?", "foo"},
  }));
  CHECK(triggers_of(regex) == triggers);
}

TEST_CASE("a number is a word of its own", "[match][triggers]") {
  const auto [regex, triggers] = GENERATE(table<std::string, std::string>({
      {"\\d+ ?mg", "#mg, # mg"},
      {"\\d[\\d,]{0,9}(?:\\.\\d{1,3})?%", "#/%"},
      {"\\d{1,3}(?:,\\d{3}){0,3} (?:people|men)", "# men, # people"},
      {"\\d+", "#*"},
      {"\\d+\\b.{0,9}x", "#*, #x"},
      {"(?:19|20)\\d\\d", "#*"},
      {"by \\d+ percent", "by # percent"},
      {"by \\d+", "by #*"},
      {"n ?= ?\\d+", "n =#*, n = #*, n=#*, n= #*"},
      {"5 stars", "5 stars"},
      {"5.{0,5}stars", "#*, 5stars"},
      {"[$\xC2\xA3]\\d+", "'$', '\xC2\xA3'"},
      {"[$]?\\d+ million", "# million, '$'"},
      {"\\d+-year", "# year"},
  }));
  CHECK(triggers_of(regex) == triggers);
}

TEST_CASE("where the beginning is open there are no triggers", "[match][triggers]") {
  for (const char* regex : {"\\w+ cure", "[A-Z]\\w+ et al", ".{0,20}cure", "(?:\\w+ )?cure", " cure", "\\s?cure", "a\\w+ly", "[^a]bc"})
    CHECK(triggers_of(regex) == "");
}

TEST_CASE("too many beginnings are cut shorter, not wrongly", "[match][triggers]") {
  std::string letters = "(?:";
  for (char c = 'a'; c <= 'z'; ++c) letters += std::string(letters.size() > 3 ? "|" : "") + c + c;
  letters += ")";
  const auto deep = derive_triggers(read_regex(letters + " " + letters + " " + letters)->tree);
  CHECK(deep.size() == 26);
  CHECK(deep.front().words.size() == 1);
}

TEST_CASE("a spelling is found whole unless it begins or ends with an odd sign", "[match][triggers]") {
  CHECK(phrase_trigger("new hope").whole);
  CHECK(phrase_trigger("et al.").whole);
  CHECK(shown(phrase_trigger("et al.").trigger) == "et al/.");
  CHECK(phrase_trigger("can't").whole);
  CHECK_FALSE(phrase_trigger("patients'").whole);
  CHECK_FALSE(phrase_trigger("(again)").whole);
}
