#pragma once
#include "match/candidate.h"

#include <vector>

namespace hypeline {

/// Every rule's matches as findings, read in context: negation, hypothesis, quotation with its speaker, hedges, zone, damage. Of findings
/// with one label that overlap, the first and longest stays. context.* cues serve and are not returned.
std::vector<Annotation> find_findings(const Document& document, Matcher& matcher);

/// All matches as candidates in text order, before anything is decided; of those with one label that overlap, the first and longest.
std::vector<Candidate> find_candidates(const Document& document, Matcher& matcher);

}  // namespace hypeline
