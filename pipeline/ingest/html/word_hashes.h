#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hypeline::html {

/// A word as words are compared: case folded, apostrophes left out ("don't" is "dont").
struct WordHash {
  std::uint64_t hash = 0;
  std::uint32_t size = 0;  ///< bytes
};

/// Adds the text's words. Linear, one pass, no string is made.
void append_word_hashes(std::string_view text, std::vector<WordHash>& out);

/// Five words in a row as one number.
inline constexpr std::size_t kWordsInARow = 5;
std::uint64_t row_hash(std::span<const WordHash> words);

/// True if one is the beginning of the other.
bool starts_alike(std::span<const WordHash> a, std::span<const WordHash> b);

}  // namespace hypeline::html
