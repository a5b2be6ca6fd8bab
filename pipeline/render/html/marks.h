#pragma once
#include "render/article.h"

#include <cstdint>
#include <vector>

namespace hypeline::html {

/// A stretch of the text whose findings are the same throughout. Pieces are disjoint, in order, not empty; unmarked text has none.
struct Piece {
  Span span;
  std::uint32_t top = 0;            ///< index of the annotation whose colour it takes
  std::vector<std::uint8_t> lanes;  ///< the families that cover it, by index (render/families.h), the heaviest first
};

/// True for what stands outside the article: teasers, forms, the site's own text. References are the article's, though they are not scored.
bool is_outside(const Annotation& annotation);

/// True for what the article does not say in its own voice, or does not assert: shown as an outline, never as a fill.
bool is_soft(const Annotation& annotation);

/// Cuts overlapping findings into pieces. On top: what is asserted before what is quoted, negated or hypothetical; then the heavier label,
/// then the label that stands first in the table, then the shorter span. O(n log n) in the findings, however deep they overlap.
std::vector<Piece> flatten(const Document& document, const std::vector<std::uint32_t>& findings, const Context& context);

}  // namespace hypeline::html
