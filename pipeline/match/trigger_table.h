#pragma once
#include "match/lexicon.h"
#include "match/trie.h"

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace hypeline {

/// Where the pattern of each rule is to be tried: in the trie, at a sign (or both), or anywhere.
struct TriggerTable {
  explicit TriggerTable(const Lexicon& lexicon);

  Trie trie;
  struct Sign {
    std::string bytes;
    std::uint32_t rule;
  };
  std::array<std::vector<Sign>, 256> signs;  ///< by their first byte
  bool any_signs = false;
  std::vector<std::uint32_t> lane;
};

}  // namespace hypeline
