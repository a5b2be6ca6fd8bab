#pragma once
#include "match/candidate.h"
#include "match/context_models.h"

#include <functional>
#include <span>
#include <vector>

namespace hypeline {

/// One question to a model: about one candidate, or about all claims of a sentence. Indices into the candidates.
struct ContextQuestion {
  ContextModel model = ContextModel::hedge;
  Span sentence;
  std::span<const std::size_t> about;
};

using QuestionVisitor = std::function<void(const ContextQuestion&, const FeatureList&)>;

/// Puts every question that the candidates raise, sentence by sentence, with its features (named or not). `all`: in text order, of one label never
/// overlapping. Questions do not depend on the answers of others. Linear in the sentences that hold candidates.
void ask_context(const Document& document, const Lexicon& lexicon, const std::vector<Candidate>& all, bool named, const QuestionVisitor& visit);

/// The candidates that count, with confidence and, for claims, strength. A model decides what it was trained on: a cue whose first word it does not know,
/// and everything where there is no model, stays. An adjective stays only where its model says so, and not inside another hype.* candidate.
std::vector<Candidate> decide(const Document& document, const Lexicon& lexicon, std::vector<Candidate> all);

}  // namespace hypeline
