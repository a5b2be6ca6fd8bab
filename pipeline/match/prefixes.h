#pragma once
#include "match/triggers.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// At most eight bytes, the first one lowest, zeros behind.
struct PackedText {
  static constexpr std::size_t kMost = 8;
  std::uint64_t bytes = 0;
  std::uint8_t size = 0;
  auto operator<=>(const PackedText&) const = default;

  /// REQUIRES size + more.size() <= kMost.
  void append(std::string_view more);
  bool empty() const { return size == 0; }
  bool starts_with(const PackedText& head) const;
  std::string text() const;
};

/// The beginnings of matches, as a tree: each letter, gap and end of a word hangs on what stands before it, and every way from the root is there once. So a
/// beginning is a number, and two are the same exactly if their numbers are.
class Prefixes {
 public:
  using Id = std::uint32_t;
  static constexpr Id kRoot = 0;  ///< nothing read yet
  enum class Piece : std::uint8_t { letters, gap, word_end };

  Prefixes();
  Id add(Id before, Piece piece, const PackedText& text = {});
  Id before(Id id) const { return nodes_[id].before; }
  bool is_word_end(Id id) const { return nodes_[id].piece == Piece::word_end; }
  /// The words up to there, each behind its gap; the last may be under way.
  std::vector<Step> steps(Id id) const;

 private:
  struct Node {
    Id before = kRoot;
    Piece piece = Piece::gap;
    PackedText text = {};
    bool operator==(const Node&) const = default;
  };
  static std::size_t hash_of(const Node& node);
  void grow();

  std::vector<Node> nodes_{Node{}};
  std::vector<Id> table_;  // open addressing; kRoot: free
};

}  // namespace hypeline
