#pragma once
#include "match/tokens.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// The words the trie knows, folded. Open addressing; the bytes are compared, so two words are never taken for one.
class Vocabulary {
 public:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;

  /// REQUIRES folded words without twins; the id of a word is its index.
  explicit Vocabulary(std::vector<std::string> words);

  std::uint32_t find(const Tokens& tokens, const Token& token) const;
  std::uint32_t find(std::string_view folded) const;
  /// REQUIRES a word of the vocabulary.
  std::uint32_t id_of(std::string_view folded) const;
  const std::vector<std::string>& words() const { return words_; }

 private:
  struct Slot {
    std::uint64_t head = 0;
    std::uint32_t hash = 0;
    std::uint32_t id = kNone;
  };
  template <class Same>
  std::uint32_t look_up(std::uint64_t head, std::uint32_t hash, Same same) const;
  std::vector<std::string> words_;
  std::vector<Slot> slots_;
};

}  // namespace hypeline
