#pragma once
#include "match/candidate.h"
#include "match/sentence_words.h"

#include <vector>

namespace hypeline {

/// What a claim says: what changes what, in whom. Bytes of the text; empty where the sentence does not tell it plainly.
struct ClaimParts {
  Span agent;       ///< what changes something, or goes with it
  Span outcome;     ///< what is changed
  Span population;  ///< the people or animals it is said of
};

/// Reads the parts from the words around the claim: the agent runs back from its verb to where the clause begins, the outcome on from its verb to where the
/// phrase ends; "X was reduced by Y" is turned round. A pronoun, a verb without a subject of its own and a phrase too long to be one are left empty. `words`:
/// of the claim's sentence. `after`: where the claim before it ends; the agent begins behind that. `people`: the spans of the words for people and animals
/// (context.population) in it, in text order.
ClaimParts find_claim_parts(const SentenceWords& words, Span claim, std::uint32_t after, const std::vector<Span>& people);

/// Sets the attributes `agent`, `outcome` and `population` of the claims among the findings, but of signs (kind=sign), in the text's own words.
/// `all`: the candidates in text order, cues of context.population included.
void set_claim_parts(const Document& document, const std::vector<Candidate>& all, std::vector<Annotation>& findings);

}  // namespace hypeline
