#pragma once
#include "match/matcher.h"

#include <string>
#include <string_view>
#include <vector>

namespace hypeline::testing {

/// A lexicon of one language out of patterns, with ids r0, r1, ...; throws with the first error's text.
Lexicon lexicon_of(const std::vector<std::string>& patterns, const std::vector<std::string>& unless = {});

/// What the pattern matches in a text of one paragraph.
std::vector<std::string> found(const std::string& pattern, std::string_view text, const std::string& unless = {});

}  // namespace hypeline::testing
