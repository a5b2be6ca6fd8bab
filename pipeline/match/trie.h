#pragma once
#include "match/bit_filter.h"
#include "match/triggers.h"
#include "match/vocabulary.h"

#include <cstdint>
#include <vector>

namespace hypeline {

/// A way to be in the trie: a pattern's trigger. `whole`: the words are the match.
struct TrieEntry {
  std::uint32_t pattern = 0;
  bool whole = false;
  Trigger trigger;
};

/// The word triggers of all patterns in one trie; the edges are (gap, word). Two bit filters answer for most tokens that nothing begins there.
class Trie {
 public:
  /// REQUIRES triggers of kind words.
  explicit Trie(const std::vector<TrieEntry>& entries);

  /// What begins at one token. The ends of wholes ascend.
  struct Found {
    struct Whole {
      std::uint32_t pattern;
      std::uint32_t end;  // byte
    };
    std::vector<Whole> wholes;
    std::vector<std::uint32_t> tries;
  };

  /// True if something may begin at token i.
  bool may_begin(const Tokens& tokens, std::size_t i) const {
    const Token& token = tokens[i];
    if (alone_.may_hold(token.hash)) return true;
    if (i + 1 < tokens.size() && pairs_.may_hold(pair_hash(token.hash, tokens[i + 1].hash))) return true;
    return stem_heads_.may_hold(stem_hash(token.head)) || token.foreign;
  }
  /// Adds what begins at token i to `found`.
  void at(const Tokens& tokens, std::size_t i, Found& found) const;

  std::size_t node_count() const { return nodes_.size(); }

 private:
  struct Stem {
    std::uint64_t head, mask;
    std::uint32_t pattern;
    std::uint32_t gap;
    bool foreign_only;
    bool begins(const Token& token) const { return (token.head & mask) == head && (token.foreign || !foreign_only); }
  };
  struct Terminal {
    std::uint32_t pattern;
    bool whole;
    std::string tail;
  };
  struct Node {
    std::vector<Terminal> terminals;
    std::vector<Stem> stems;
    bool leaf = true;
  };
  struct Edge {
    std::uint64_t key = 0;
    std::uint32_t node = 0;
  };

  static std::uint32_t pair_hash(std::uint32_t first, std::uint32_t second) { return first * 0x9E3779B1u + second; }
  static std::uint32_t stem_hash(std::uint64_t head) { return static_cast<std::uint32_t>(((head & 0xFFFFFF) * 0x9E3779B97F4A7C15u) >> 40); }
  static std::uint64_t edge_key(std::uint32_t node, std::uint32_t gap, std::uint32_t word);
  Stem stem_of(const TrieEntry& entry) const;
  std::uint32_t gap_id(std::string_view gap) const;
  std::uint32_t gap_before(const Tokens& tokens, std::size_t i) const;

  void insert(const TrieEntry& entry);
  void insert_stem(std::uint32_t node, const TrieEntry& entry);
  void fill_filters(const TrieEntry& entry);
  std::uint32_t child(std::uint32_t node, std::uint32_t gap, std::uint32_t word) const;
  std::uint32_t make_child(std::uint32_t node, std::uint32_t gap, std::uint32_t word);
  void grow();
  void root_stems(const Token& token, Found& found) const;
  void collect(const Node& node, const Tokens& tokens, std::size_t last, Found& found) const;

  Vocabulary words_;
  std::vector<std::string> gaps_;  // by id; the first three are "", " " and "'"
  std::vector<Node> nodes_{Node{}};
  std::vector<Edge> edges_;
  std::size_t edge_count_ = 0;
  std::vector<std::vector<Stem>> buckets_;  // of the stems a match begins with, by stem_hash
  std::vector<Stem> foreign_stems_;
  BitFilter<(1u << 16)> alone_;
  BitFilter<(1u << 17)> pairs_;
  BitFilter<(1u << 15)> stem_heads_;
};

}  // namespace hypeline
