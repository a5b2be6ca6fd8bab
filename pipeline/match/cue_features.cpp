#include "match/context_features.h"

#include <algorithm>
#include <array>

namespace hypeline {
namespace {

constexpr std::ptrdiff_t kFar = 12;  // words looked at on each side for signs and ends
constexpr std::ptrdiff_t kNear = 4;
constexpr std::size_t kStem = 5;  // bytes
constexpr std::array<std::string_view, 9> kPersons = {"he", "she", "they", "i", "we", "who", "it", "you", "which"};
constexpr std::array<std::string_view, 12> kSmall = {"that", "the", "a", "an", "of", "for", "in", "on", "at", "by", "with", "as"};
constexpr std::array<std::string_view, 9> kHelpers = {"not", "never", "did", "didn't", "does", "doesn't", "to", "be", "been"};

constexpr std::array<std::string_view, 4> kQuotePlaces = {"none", "inside", "behind", "before"};  // by QuotePlace

std::string_view ending(std::string_view word, std::size_t bytes) { return word.size() <= bytes ? word : word.substr(word.size() - bytes); }

template <std::size_t N>
bool is_one_of(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// What a word is, seen from outside: a name, a person, a sign, a small word, or its ending.
std::string_view shape_of(const SentenceWords& words, std::ptrdiff_t i) {
  const std::string_view word = words[i];
  if (is_one_of(kPersons, word) || is_one_of(kHelpers, word) || is_one_of(kSmall, word)) return word;
  if (words.capital(i)) return "Name";
  return word.size() < 4 ? word : ending(word, 2);
}

/// A quotation mark in the sentence, on which side of the cue.
std::string_view quote_side(const SentenceWords& words, PlacedWords cue) {
  if (words.first_quote() == words.size()) return "none";
  return words.first_quote() < cue.first ? "left" : "right";
}

void add_stem(const SentenceWords& words, PlacedWords cue, FeatureList& out) {
  const std::string_view stem = words[cue.first].substr(0, kStem);
  out.add("stem", stem);
  const std::string_view place = words.is_headline() ? "headline" : words[words.size() - 1] == "." || words[words.size() - 1] == "\"" ? "sentence" : "fragment";
  out.add("in", place);
  out.add("stem,in", stem, place);
}

void add_shapes(const SentenceWords& words, PlacedWords cue, FeatureList& out) {
  const std::string_view word = words[cue.first];
  const std::string_view before = shape_of(words, cue.first - 1), after = shape_of(words, cue.last + 1);
  out.add("w,shape-1", word, before);
  out.add("w,shape+1", word, after);
  out.add("shape-1,shape+1", before, after);
  out.add("quotes", quote_side(words, cue));
  out.add("w,quotes", word, quote_side(words, cue));
}

void add_itself(const SentenceWords& words, PlacedWords cue, FeatureList& out) {
  const std::string_view word = words[cue.first];
  out.add("w", word);
  out.add("suffix", ending(word, 3));
  out.add("suffix", ending(word, 2));
  if (cue.last > cue.first) out.add("last", words[cue.last]);
  if (words.capital(cue.first)) out.add("capital");
}

void add_neighbours(const SentenceWords& words, PlacedWords cue, FeatureList& out) {
  constexpr std::array<FeatureKind, 3> kBefore = {"-1", "-2", "-3"}, kAfter = {"+1", "+2", "+3"};
  for (std::ptrdiff_t d = 1; d <= 3; ++d) {
    out.add(kBefore[static_cast<std::size_t>(d - 1)], words[cue.first - d]);
    out.add(kAfter[static_cast<std::size_t>(d - 1)], words[cue.last + d]);
  }
}

void add_capitals(const SentenceWords& words, PlacedWords cue, FeatureList& out) {
  if (words.capital(cue.first - 1)) out.add("capital-1");
  if (words.capital(cue.first - 2)) out.add("capital-2");
  if (words.capital(cue.last + 1)) out.add("capital+1");
  if (words.capital(cue.last + 2)) out.add("capital+2");
}

/// Signs and small words before the cue, up to the clause's beginning.
void add_left(const SentenceWords& words, PlacedWords cue, FeatureList& out) {
  for (std::ptrdiff_t d = 1; d <= kFar; ++d) {
    const std::string_view word = words[cue.first - d];
    if (!words.has(cue.first - d)) return out.add("begins"), out.add_numbered("begins", static_cast<std::size_t>(d / 2), {}, 1);
    if (word == "\"") return out.add_numbered("quote-", static_cast<std::size_t>(d / 3), {}, 1);
    if (word == ",") out.add_numbered("comma-", static_cast<std::size_t>(d / 3), {}, .5F);
    if (d <= kNear && is_one_of(kHelpers, word)) out.add("before", word);
    if (d <= kNear + 2 && is_one_of(kPersons, word)) out.add("person", word);
  }
}

void add_right(const SentenceWords& words, PlacedWords cue, FeatureList& out) {
  for (std::ptrdiff_t d = 1; d <= kFar; ++d) {
    const std::string_view word = words[cue.last + d];
    if (!words.has(cue.last + d)) return out.add_numbered("ends", static_cast<std::size_t>(d / 2), {}, 1);
    if (word == "\"") return out.add_numbered("quote+", static_cast<std::size_t>(d / 3), {}, 1);
    if (word == ":") out.add_numbered("colon+", static_cast<std::size_t>(d / 3), {}, 1);
    if (word == "," && d <= kNear) out.add("comma+");
    if (word == "that" && d <= kNear) out.add("that"), out.add_numbered("that", static_cast<std::size_t>(d), {}, 1);
  }
}

}  // namespace

void add_cue_features(const SentenceWords& words, PlacedWords cue, QuotePlace quotes, std::string_view before, std::string_view after, FeatureList& out) {
  add_itself(words, cue, out);
  add_neighbours(words, cue, out);
  add_capitals(words, cue, out);
  add_shapes(words, cue, out);
  add_stem(words, cue, out);
  add_left(words, cue, out);
  add_right(words, cue, out);
  const std::string_view place = kQuotePlaces[static_cast<std::size_t>(quotes)];
  out.add("paragraph-quotes", place);
  out.add("w,paragraph-quotes", words[cue.first], place);
  out.add("cue-", before.empty() ? SentenceWords::kOutside : before);
  out.add("cue+", after.empty() ? SentenceWords::kOutside : after);
}

}  // namespace hypeline
