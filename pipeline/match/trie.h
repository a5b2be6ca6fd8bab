#pragma once
#include "match/bit_filter.h"
#include "match/triggers.h"
#include "match/vocabulary.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// A way to be in the trie: a pattern's trigger. `whole`: where the trigger stands is a match.
struct TrieEntry {
  std::uint32_t pattern = 0;
  bool whole = false;
  const Trigger* trigger = nullptr;
};

/// The word triggers of all patterns in one trie; the edges are (gap, word). Bit filters answer for most tokens that nothing begins there.
class Trie {
 public:
  /// REQUIRES triggers of kind words, which only have to live until this returns.
  explicit Trie(const std::vector<TrieEntry>& entries);

  /// What begins at one token.
  struct Found {
    struct Whole {
      std::uint32_t pattern;
      std::uint32_t end;  // byte
    };
    std::vector<Whole> wholes;
    std::vector<std::uint32_t> tries;  ///< patterns; one may stand there twice
  };

  /// True if something may begin at token i.
  bool may_begin(const Tokens& tokens, std::size_t i) const {
    const Token& token = tokens[i];
    if (alone_.may_hold(token.hash) || (stem_heads_.may_hold(short_head(token.head)) && stem_thirds_.may_hold(stem_hash(token.head)))) return true;
    if (i + 1 < tokens.size() && may_follow(token.hash, tokens[i + 1])) return true;
    return token.foreign || starts_with_digit(token);
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
    bool begins(std::uint64_t token_head, bool foreign) const { return (token_head & mask) == head && (foreign || !foreign_only); }
  };
  struct Terminal {
    std::uint32_t pattern;
    std::uint16_t tail;  // index of tails_
    bool whole;
  };
  struct Node {
    std::uint32_t terminals = 0;  // where they begin; they end where those of the next node begin
    std::uint32_t stems = 0;
    std::uint32_t numbers = 0;
    bool leaf = true;
  };
  struct Edge {
    std::uint64_t key = 0;
    std::uint32_t node = 0;
  };
  /// Where the walk stands: behind `end`, and `next` is the first token that ends behind it.
  struct Place {
    std::uint32_t end;
    std::size_t next;
  };

  static constexpr std::uint32_t kRoot = 0;
  static constexpr std::uint32_t kNoNode = 0;  // the root is nobody's child
  static constexpr std::uint32_t kNoGap = 0xFFFFu;
  static constexpr std::size_t kBuckets = 1024;

  static std::uint64_t edge_key(std::uint32_t node, std::uint32_t gap, std::uint32_t word) {
    return (std::uint64_t{node} << 40 | std::uint64_t{word} << 16 | gap) + 1;
  }
  static std::size_t edge_hash(std::uint64_t key) { return static_cast<std::size_t>(key * 0x9E3779B97F4A7C15u >> 32); }
  static std::uint32_t pair_hash(std::uint32_t first, std::uint32_t second) { return first * 0x9E3779B1u + second; }
  static std::uint32_t stem_hash(std::uint64_t head) { return static_cast<std::uint32_t>(((head & 0xFFFFFF) * 0x9E3779B97F4A7C15u) >> 40); }
  static std::uint32_t short_head(std::uint64_t head) { return static_cast<std::uint32_t>(head & 0xFFFF); }
  static std::uint32_t short_hash(std::uint64_t head) { return static_cast<std::uint32_t>(((head & 0xFFFF) * 0x9E3779B97F4A7C15u) >> 40); }
  bool may_follow(std::uint32_t first, const Token& second) const {
    return pairs_.may_hold(pair_hash(first, second.hash)) || stem_pairs_.may_hold(pair_hash(first, short_hash(second.head))) ||
           (starts_with_digit(second) && pairs_.may_hold(pair_hash(first, number_hash_)));
  }

  struct Draft;
  void insert(const TrieEntry& entry, Draft& draft);
  void insert_stem(std::uint32_t node, const TrieEntry& entry, Draft& draft);
  void insert_root_stem(const Stem& stem, std::size_t size);
  void flatten(const Draft& draft);
  void fill_filters(const Trigger& trigger);
  std::uint32_t gap_id(GapText gap) const;
  std::uint32_t gap_at(const Tokens& tokens, Place place) const;
  std::uint16_t tail_id(const std::string& tail);
  std::uint32_t child(std::uint32_t node, std::uint32_t gap, std::uint32_t word) const;
  std::uint32_t find_edge(std::uint64_t key) const;
  std::uint32_t make_child(std::uint32_t node, std::uint32_t gap, std::uint32_t word);
  void put(std::uint64_t key, std::uint32_t node);
  void add_edge(std::uint64_t key, std::uint32_t node);
  void root_stems(const Token& token, Found& found) const;
  void collect(std::uint32_t node, const Tokens& tokens, Place place, Found& found) const;
  void step(std::uint32_t node, std::uint32_t gap, const Tokens& tokens, Place place, Found& found) const;
  void arrive(std::uint32_t node, const Tokens& tokens, Place place, Found& found) const;

  Vocabulary words_;
  std::vector<GapText> gaps_;  // by id; the first three are "", " " and "'"
  std::vector<std::string> tails_{""};
  std::uint32_t number_;  // the word that stands for numbers
  std::uint32_t number_hash_;
  std::vector<Node> nodes_{Node{}};  // and one more behind the last, for its ends
  std::vector<Terminal> terminals_;
  std::vector<Stem> stems_;
  std::vector<Terminal> numbers_;  // stems that are any number; `tail` is the gap
  std::vector<Edge> edges_;
  std::vector<std::uint32_t> first_;  // by word: the root's child
  BitFilter<(1u << 20)> keys_;        // of the edges, by edge_hash
  std::size_t edge_count_ = 0;
  std::vector<std::vector<Stem>> buckets_;  // of the stems a match begins with, by stem_hash
  std::vector<Stem> foreign_stems_;
  BitFilter<(1u << 15)> alone_;
  BitFilter<(1u << 19)> pairs_;
  BitFilter<(1u << 16)> stem_pairs_;
  BitFilter<(1u << 16)> stem_heads_;  // by the first two bytes, exact
  BitFilter<(1u << 16)> stem_thirds_;
};

}  // namespace hypeline
