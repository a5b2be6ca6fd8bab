#pragma once
#include "match/regex.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// A phrase (lexicons/README.md), read: any of `wordings`, each of which is a row of choices that follow each other. In the choices a gap is one space, also
/// where the pattern has a hyphen or where an empty alternative left two of them; none stands at the ends of a wording; every apostrophe is `'`.
struct Phrase {
  using Choice = std::vector<std::string>;  ///< sorted, without twins; may hold ""
  using Wording = std::vector<Choice>;
  std::vector<Wording> wordings;
};

/// `offer{s|ed|} {new|} hope` is one wording with the choices offer, s|ed| and " hope"|" new hope"; a bar outside braces parts wordings.
/// Errors: braces that do not pair or that nest, a wording without words, more than 5,000 alternatives in one choice.
std::expected<Phrase, PatternError> read_phrase(std::string_view pattern);

/// All spellings, or none if there are more than `most`.
std::vector<std::string> spell_out(const Phrase& phrase, std::size_t most);

/// The RE2 that matches one of the spellings (its option longest_match has to be on), and the same as a tree.
Regex phrase_regex(const Phrase& phrase);

}  // namespace hypeline
