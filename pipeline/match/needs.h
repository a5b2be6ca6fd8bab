#pragma once
#include "match/triggers.h"

#include <cstdint>
#include <vector>

namespace hypeline {

/// What every match of an expression holds behind its beginning: a word that one of these begins, among the first `within` tokens behind the one the match
/// begins with (or, if it begins with a sign, behind the sign).
struct Need {
  static constexpr std::uint32_t kAnywhere = 0xFFFF;
  std::vector<Trigger> any;  ///< first words, or stems of them: of kind words, of one word
  std::uint32_t within = kAnywhere;
};

/// The needs of an expression that are the least likely to be met by chance, at most four; none where its words say nothing. The likelihood is a guess by the
/// words' lengths: short words are common.
std::vector<Need> derive_needs(const RegexNode& tree);

}  // namespace hypeline
