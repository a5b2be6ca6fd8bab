#pragma once
#include "match/lexicon.h"
#include "match/trie.h"

#include <array>
#include <cstdint>
#include <vector>

namespace hypeline {

/// Where the pattern of each rule is to be tried: in the trie, at a byte (or both), or anywhere.
struct TriggerTable {
  explicit TriggerTable(const Lexicon& lexicon);

  Trie trie;
  std::array<std::vector<std::uint32_t>, 256> bytes;
  bool any_bytes = false;
  std::vector<std::uint32_t> lane;
};

}  // namespace hypeline
