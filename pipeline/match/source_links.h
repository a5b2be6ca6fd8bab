#pragma once
#include "core/document.h"

#include <vector>

namespace hypeline {

/// Ties each claim to the source that stands nearest to it: in its sentence, else in its paragraph, else the only identified one of the article's references.
/// Sets the claim's attributes `cites` (the source's words, cut to 120 bytes) and `cites-in` (sentence, paragraph, references). Claims in references, and
/// those of an article with several references and none near, stay without. `findings`: of one document, in text order. Linear but for a binary search a claim.
void link_sources(const Document& document, std::vector<Annotation>& findings);

}  // namespace hypeline
