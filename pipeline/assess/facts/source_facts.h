#pragma once
#include "assess/assessment.h"
#include "assess/facts/identifiers.h"
#include "assess/facts/retractions.h"

#include <optional>
#include <string>
#include <vector>

namespace hypeline {

/// What the user's files say of one paper that the article cites.
struct SourceFact {
  SourceId id;
  Evidence annotations;                    ///< every place that cites it (source.cited), in text order
  const Retraction* retraction = nullptr;  ///< of the run's list
  std::optional<Document> abstract;        ///< title and abstract, annotated like an article
};
using SourceFacts = std::vector<SourceFact>;

/// A finding (source.retracted) over each place that cites a paper that was retracted or is under an expression of concern.
std::vector<Annotation> mark_retracted(const Document& document, const SourceFacts& facts);

}  // namespace hypeline
