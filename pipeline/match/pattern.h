#pragma once
#include "match/needs.h"

#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hypeline {

/// Named pieces of regular expressions: name and expression.
using Fragments = std::vector<std::pair<std::string, std::string>>;

/// The expression of a fragment by name; empty where there is none.
std::string_view find_fragment(const Fragments& fragments, std::string_view name);

/// A pattern of the lexicon (lexicons/README.md), read. `re2` is what it means: expression.h says what a match of it is. The other members are
/// ways to find the same matches sooner.
struct Pattern {
  std::string re2;
  bool phrase = false;                 ///< the longest match counts; of a regular expression the first that fits
  std::vector<Trigger> whole = {};     ///< where the words of one of these stand is a match: no RE2 needed
  std::vector<Trigger> triggers = {};  ///< where one of these stands, RE2 decides
  std::vector<Need> needs = {};        ///< and only if all of these are met; in the lane anywhere in the paragraph
  bool sure = false;                   ///< RE2 is known to take it (surely_compiles)
  bool lane = false;                   ///< matches may begin anywhere: RE2 has to look at every paragraph
};

/// What a pattern is for. Those of `unless` are looked for near a match only (unless.h): they need first words, nothing more.
enum class Role : std::uint8_t { rule, unless };

/// Reads a phrase or, between slashes, a regular expression. The place in an error is a byte of the pattern; of one that lies in a fragment, the
/// place of the fragment's name. That RE2 compiles it is for the caller to see (expression.h).
std::expected<Pattern, PatternError> read_pattern(std::string_view pattern, const Fragments& fragments, Role role);

}  // namespace hypeline
