#include "match/claim_parts.h"

#include <catch2/catch.hpp>

#include <string>

using namespace hypeline;

namespace {

/// As `agent > outcome @ population`, of a sentence whose claim stands in [[ ]] and whose words for people begin with a capital P.
std::string parts_of(std::string text) {
  const auto begin = text.find("[[");
  text.erase(begin, 2);
  const auto end = text.find("]]");
  text.erase(end, 2);
  std::vector<Span> people;
  for (auto at = text.find('P'); at != std::string::npos; at = text.find('P', at + 1)) people.push_back(make_span(at, text.find_first_of(" .,'", at)));
  SentenceWords words;
  words.read(text, make_span(0, text.size()));
  const ClaimParts parts = find_claim_parts(words, make_span(begin, end), 0, people);
  const auto shown = [&](Span span) { return text.substr(span.begin, span.size()); };
  return shown(parts.agent) + " > " + shown(parts.outcome) + " @ " + shown(parts.population);
}

}  // namespace

TEST_CASE("a claim says what changes what, in whom", "[match][claims]") {
  const auto [text, parts] = GENERATE(table<std::string, std::string>({
      {"Walnut oil [[may reduce]] the risk of gout in older People.", "Walnut oil > risk of gout @ older People"},
      {"The team found that short naps [[were linked to]] weight gain.", "short naps > weight gain @ "},
      {"But the new gel significantly [[eased pain]] after surgery.", "the new gel > pain @ "},
      {"She sells pills that [[cure]] colds.", "pills > colds @ "},
      {"It eats the inner wall, which [[leads to]] ulcers.", "inner wall > ulcers @ "},
      {"Joint pain [[was reduced]] by the low-dose balm.", "the low-dose balm > Joint pain @ "},
      {"The pills [[don't help]] sleep.", "The pills > sleep @ "},
      {"Among Patients with type 2 diabetes, the pill [[lowered]] blood sugar.", "the pill > blood sugar @ Patients with type 2 diabetes"},
      {"A dose of 25,000 units [[prevents]] rickets.", "A dose of 25,000 units > rickets @ "},
  }));
  CHECK(parts_of(text) == parts);
}

TEST_CASE("what a sentence does not say plainly is left open", "[match][claims]") {
  const auto [text, parts] = GENERATE(table<std::string, std::string>({
      {"It [[can relieve]] itching.", " > itching @ "},
      {"He stopped, greatly [[reducing the]] strain.", " > strain @ "},
      {"Men who follow this advice [[may raise]] their weight.", " > their weight @ "},
      {"That surgery can be painful and [[lead to]] swelling.", " > swelling @ "},
      {"We know how to [[keep]] them.", " >  @ "},
      {"The vote was held for People of the town, and the clinic [[improved]] health.", "the clinic > health @ "},
      {"In a People's clinic, the pill [[improved]] health.", "the pill > health @ "},
  }));
  CHECK(parts_of(text) == parts);
}
