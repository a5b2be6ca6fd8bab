#include "mixer.h"
#include "reference.h"
#include "shipped.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace hypeline;
using hypeline::testing::Mixer;
using hypeline::testing::Reference;

namespace {

std::vector<Match> every(const std::vector<Match>& matches, std::uint32_t first, std::uint32_t step) {
  std::vector<Match> out;
  for (const Match& match : matches)
    if (match.rule % step == first) out.push_back(match);
  return out;
}

std::string shown(const Lexicon& lexicon, std::string_view text, const Match& match) {
  const std::size_t from = match.span.begin < 20 ? 0 : match.span.begin - 20;
  return lexicon.rules()[match.rule].id + " [" + std::to_string(match.span.begin) + "," + std::to_string(match.span.end) + ") '" +
         std::string(slice(text, match.span)) + "' in '" + std::string(text.substr(from, match.span.size() + 60)) + "'";
}

/// The first matches that one list has and the other has not.
std::string difference(const Lexicon& lexicon, std::string_view text, const std::vector<Match>& found, const std::vector<Match>& wanted) {
  std::vector<Match> more;
  std::vector<Match> less;
  std::set_difference(found.begin(), found.end(), wanted.begin(), wanted.end(), std::back_inserter(more));
  std::set_difference(wanted.begin(), wanted.end(), found.begin(), found.end(), std::back_inserter(less));
  std::string out;
  for (std::size_t i = 0; i < std::min<std::size_t>(more.size(), 5); ++i) out += "\n+ " + shown(lexicon, text, more[i]);
  for (std::size_t i = 0; i < std::min<std::size_t>(less.size(), 5); ++i) out += "\n- " + shown(lexicon, text, less[i]);
  return out;
}

void compare(const Lexicon& lexicon, Matcher& matcher, Reference& reference, std::string_view text, const std::vector<Span>& paragraphs, std::uint32_t first,
             std::uint32_t step) {
  const auto found = every(matcher.find(text, paragraphs), first, step);
  const auto wanted = reference.find(text, paragraphs, first, step);
  if (found != wanted) FAIL_CHECK(difference(lexicon, text, found, wanted));
}

}  // namespace

TEST_CASE("the matcher finds what RE2 finds, rule by rule, in mixed-up text", "[match][differential]") {
  const Lexicon lexicon = testing::shipped_lexicon();
  Matcher matcher(lexicon);
  Reference reference(lexicon);
  std::size_t matches = 0;
  for (std::uint32_t seed = 1; seed <= 12; ++seed) {
    Mixer mixer(lexicon, seed);
    const std::string text = mixer.text(1500);
    const auto paragraphs = mixer.paragraphs(text, 40);
    matches += matcher.find(text, paragraphs).size();
    compare(lexicon, matcher, reference, text, paragraphs, seed % 4, 4);
  }
  CHECK(matches > 1000);
}

TEST_CASE("the matcher finds what RE2 finds, rule by rule, in articles", "[match][differential]") {
  const Lexicon lexicon = testing::shipped_lexicon();
  Matcher matcher(lexicon);
  Reference reference(lexicon);
  const auto articles = testing::corpus_articles();
  constexpr std::uint32_t kStep = 16;
  for (std::uint32_t i = 0; i < articles.size(); ++i)
    if (articles[i].size() < 50'000) compare(lexicon, matcher, reference, articles[i], testing::paragraphs_of(articles[i]), i % kStep, kStep);
  SUCCEED();
}
