#pragma once
#include "core/span.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// What stands between two tokens: one run of white space or one dash; one apostrophe; something else, which gap_text tells.
enum class Gap : std::uint8_t { other, space, apostrophe };

/// What stands between two tokens, written as Step::gap is (triggers.h); "" if it is longer than eight bytes.
std::string gap_text(std::string_view between);

/// A maximal run of token characters (charset.h), as bytes of the text.
struct Token {
  std::uint64_t head = 0;  ///< the first eight folded bytes, the first one lowest, zeros behind
  Span span;
  std::uint32_t hash = 0;    ///< of all folded bytes
  std::uint32_t folded = 0;  ///< of a foreign token: where its folded bytes begin, in Tokens
  Gap gap = Gap::other;      ///< between the token before and this one
  bool foreign = false;      ///< has characters beyond ASCII
};

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

  /// The bytes between token i - 1 and token i. REQUIRES i > 0.
  std::string_view before(std::size_t i) const { return text_.substr(tokens_[i - 1].span.end, tokens_[i].span.begin - tokens_[i - 1].span.end); }
  /// True if the text goes on with these bytes behind the token, within the paragraph.
  bool followed_by(const Token& token, std::string_view bytes) const { return text_.substr(token.span.end, bytes.size()) == bytes; }

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
