#pragma once
#include "core/error.h"

#include <array>
#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hypeline {

/// What a word is like, learned from word vectors: its place on a few axes of meaning, in eighths.
struct WordPlace {
  static constexpr std::size_t kAxes = 32;
  std::array<std::int8_t, kAxes> axes{};
};

/// Kinds of words that the context features ask for: one bit each.
enum class WordKind : std::uint8_t { praise = 1, intensifier = 2, lack = 4, own_work = 8 };

/// Words with their kinds and places. Rows are `word`, `kinds` (names separated by commas, may be empty) and `axes`: a character an axis, 'O' for nought, each
/// step in the alphabet an eighth; empty: no place.
class WordTable {
 public:
  struct Entry {
    std::uint8_t kinds = 0;
    bool placed = false;
    WordPlace place;
  };

  static std::expected<WordTable, Errors> parse(std::string_view file, std::string_view contents);

  bool is(std::string_view folded, WordKind kind) const { return (kinds(folded) & static_cast<std::uint8_t>(kind)) != 0; }
  /// One bit a WordKind.
  std::uint8_t kinds(std::string_view folded) const;
  /// nullptr where the word has none.
  const WordPlace* place(std::string_view folded) const;

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view word) const { return std::hash<std::string_view>()(word); }
  };
  std::unordered_map<std::string, Entry, Hash, std::equal_to<>> words_;
};

}  // namespace hypeline
