#pragma once
#include "core/linear.h"
#include "match/sentence_words.h"
#include "match/word_table.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hypeline {

/// A candidate among the words of its sentence.
struct PlacedWords {
  std::ptrdiff_t first = 0;  ///< index of its first word
  std::ptrdiff_t last = 0;   ///< index of its last word
};

/// Where the quotations of a cue's paragraph stand: it speaks inside one, behind one or before one, or there is none.
enum class QuotePlace : std::uint8_t { none, inside, behind, before };

/// What a sentence's candidates say of its claims.
struct ClaimSigns {
  std::vector<std::string_view> rules;   ///< ids of the rules of its claims
  std::vector<std::string_view> labels;  ///< names of the labels of all its candidates
  std::string_view strongest;            ///< the strength that the strongest claim's rule states
  bool hedged = false;                   ///< a hedge stands before a claim
};

/// Features by which the learned models decide; each has a name a person can read, none is longer than two words. They are added to `out`.
/// Distances are in words; the numbers beside the kinds were chosen by cross-validation (scripts/learn_context.py).

/// Is this word a cue (of a hedge, of an attribution) here? `before` and `after`: the first words of the nearest other candidates with the same label in
/// the sentence; empty where there is none.
void add_cue_features(const SentenceWords& words, PlacedWords cue, QuotePlace quotes, std::string_view before, std::string_view after, FeatureList& out);

/// Does this adjective praise here, or does it describe?
void add_adjective_features(const SentenceWords& words, PlacedWords adjective, const WordTable& table, FeatureList& out);

/// How strong is what this sentence claims?
void add_claim_features(const SentenceWords& words, const ClaimSigns& signs, const WordTable& table, FeatureList& out);

}  // namespace hypeline
