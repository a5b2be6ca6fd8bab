#pragma once
#include "core/span.h"

#include <string_view>

namespace hypeline {

/// The span without white space (by Unicode) at its ends. REQUIRES span within text, cut between characters.
Span trimmed(std::string_view text, Span span);

}  // namespace hypeline
