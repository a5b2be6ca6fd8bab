#pragma once
#include "core/span.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// What stands between two tokens: one run of white space or one dash; one apostrophe; something else, which gap_text tells.
enum class Gap : std::uint8_t { other, space, apostrophe };

/// What stands between two tokens, written as Step::gap is (triggers.h), its first byte lowest, zeros behind; 0 if that is longer than eight bytes.
using GapText = std::uint64_t;
GapText gap_text(std::string_view between);
/// A gap of a trigger as gap_text gives it. REQUIRES at most eight bytes.
GapText pack_gap(std::string_view gap);

/// The length of the beginning of `text` that reads as `gap` does (triggers.h); nullopt if it begins otherwise.
std::optional<std::size_t> match_gap(std::string_view text, std::string_view gap);

/// A maximal run of token characters (charset.h), as bytes of the text.
struct Token {
  std::uint64_t head = 0;  ///< the first eight folded bytes, the first one lowest, zeros behind
  Span span;
  std::uint32_t hash = 0;    ///< of all folded bytes
  std::uint32_t folded = 0;  ///< of a foreign token: where its folded bytes begin, in Tokens
  Gap gap = Gap::other;      ///< between the token before and this one
  bool foreign = false;      ///< has characters beyond ASCII
};

/// True for a token that begins with an ASCII digit.
inline bool starts_with_digit(const Token& token) { return (token.head & 0xFF) >= '0' && (token.head & 0xFF) <= '9'; }

/// Eight folded bytes and the hash of a folded word, for tables that are to hold what tokens are looked up in.
struct WordKey {
  std::uint64_t head = 0;
  std::uint32_t hash = 0;
};
WordKey key_of(std::string_view folded);

/// The tokens of one paragraph at a time. Keeps its memory from one to the next.
class Tokens {
 public:
  /// REQUIRES that `paragraph` cuts no code point of the text.
  void read(std::string_view text, Span paragraph);

  std::size_t size() const { return tokens_.size(); }
  const Token& operator[](std::size_t i) const { return tokens_[i]; }

  /// The first token that begins at or after byte `at`.
  std::size_t first_at(std::uint32_t at) const;
  /// The text up to the end of the paragraph.
  std::string_view text() const { return text_; }
  /// The end of the digits, points and commas that begin at byte `begin`.
  std::uint32_t number_end(std::uint32_t begin) const;

  /// True if the token's folded bytes are these.
  bool equals(const Token& token, std::string_view folded) const;

 private:
  void add(std::size_t begin, std::size_t end);
  std::string_view text_;
  bool ascii_ = true;
  std::vector<std::uint64_t> masks_;
  std::vector<Token> tokens_;
  std::string folded_;
};

}  // namespace hypeline
