#pragma once
#include "core/span.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// An example of a lexicon with its marks taken out, and what stood between them.
struct Marked {
  std::string text;
  std::vector<Span> marks;
};

/// Reads `offers [[new hope]] to`; nullopt where the marks do not pair.
std::optional<Marked> read_marks(std::string_view example);

}  // namespace hypeline
