#pragma once
#include "match/needs.h"
#include "match/tokens.h"

#include <array>
#include <cstdint>
#include <vector>

namespace hypeline {

/// What words stand ahead in a paragraph, to see before RE2 is asked that a match cannot be. Words are told by hashes: it may say yes too often, never no
/// wrongly.
class Outlook {
 public:
  /// The needs of one pattern, as hashes.
  struct Wanted {
    struct Clause {
      std::vector<std::uint16_t> keys;
      std::uint32_t within;
    };
    std::vector<Clause> clauses;
  };
  static Wanted wanted(const std::vector<Need>& needs);

  /// The tokens of a paragraph, the walk over them at the first. REQUIRES that they live as long as the walk, and that a walk before this one has passed all of
  /// its tokens.
  void read(const Tokens& tokens);
  /// The walk has left token i. REQUIRES all tokens in their order.
  void pass(std::size_t i);
  /// False if nothing that begins with the token the walk stands at, or with a sign before it, can be a match.
  bool allows(const Wanted& wanted) const;
  /// The same for a match that begins anywhere ahead.
  bool allows_ahead(const Wanted& wanted) const;

 private:
  static constexpr std::size_t kKeys = 8192;
  static constexpr std::uint32_t kNever = 0xFFFFFFFFu;
  using Ways = std::array<std::uint16_t, 4>;  // the whole word; its first four bytes; its first three; that it is a number, or the whole word again
  static Ways ways_of(const Token& token);
  static std::uint16_t key_of_trigger(const Trigger& trigger);

  std::vector<std::uint32_t> ahead_ = std::vector<std::uint32_t>(kKeys, kNever);  // by key: the next token that has it
  std::vector<std::array<std::uint32_t, 4>> behind_;                              // by token and way: the one after it
  const Tokens* tokens_ = nullptr;
  std::uint32_t at_ = 0;
};

}  // namespace hypeline
