#pragma once
#include "match/regex.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// All spellings of a phrase (lexicons/README.md): `offer{s|ed|} {new|} hope` is six; a bar outside braces parts whole phrases. In a spelling every gap is one
/// space, also where the pattern has a hyphen or where an empty alternative left two; none stands at its ends; every apostrophe is `'`. Sorted, without twins.
/// Errors: braces that do not pair or that nest, more than 4,000 spellings, a spelling without letters or digits.
std::expected<std::vector<std::string>, PatternError> spell_out(std::string_view phrase);

/// The RE2 that matches one of the spellings. Its option longest_match has to be on.
std::string phrase_re2(const std::vector<std::string>& spellings);

}  // namespace hypeline
