#pragma once
#include "match/lexicon.h"
#include "match/trie.h"

#include <array>
#include <cstdint>
#include <vector>

namespace hypeline {

/// Where each pattern is to be tried. A rule stands in the trie, among the numbers, among the bytes (or in several of them), or in the lane. An `unless`
/// stands here only if the trie finds it whole; the others are looked for when a match of their rule asks.
struct TriggerTable {
  explicit TriggerTable(const Lexicon& lexicon);

  Trie trie;
  std::vector<std::uint32_t> numbers;
  std::array<std::vector<std::uint32_t>, 256> bytes;
  bool any_bytes = false;
  std::vector<std::uint32_t> lane;
};

}  // namespace hypeline
