#pragma once
#include "match/charset.h"

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// What is wrong with a pattern, and at which of its bytes.
struct PatternError {
  std::size_t at = 0;
  std::string message;
};

/// A regular expression as a tree: enough of RE2's syntax to see what a match begins with and what is repeated.
struct RegexNode {
  enum class Kind : std::uint8_t { nothing, chars, word_edge, sequence, choice, repeat };
  static constexpr int kUnbounded = -1;

  Kind kind = Kind::nothing;  ///< nothing: matches the empty string here at most (anchors, flags)
  CharSet chars = {};         ///< of kind chars: any one of these
  std::vector<RegexNode> parts = {};
  int min = 1;
  int max = 1;
  std::size_t at = 0;  ///< byte in the expression
};

/// An expression of the lexicon's language (lexicons/README.md), fragments already inserted, in RE2's and as a tree.
struct Regex {
  std::string re2;
  RegexNode tree;
  bool plain = true;  ///< no piece that only RE2 can judge (named classes, rare flags, characters beyond Unicode)
};

/// True if RE2 is known to take the expression and to make a program of no more than `largest` instructions: it is plain, no repetition of repetitions goes
/// beyond RE2's thousand, and an upper bound of the size is within the limit. False: compile it and see. Thousands of rules need no compiling at start for it.
bool surely_compiles(const Regex& regex, int largest);

/// Reads the expression. Every piece is read once and goes into both results, so they cannot tell different stories.
/// Errors: what RE2 has no part in here (\C, look-around), `{0, 3}`, an unbounded repetition of anything but one class of characters that is not
/// both space and other (`\w+` is allowed, `.*`, `(?:a b)+` and `[^.]*` are not). What else RE2 refuses shows when it compiles `re2`.
std::expected<Regex, PatternError> read_regex(std::string_view source);

}  // namespace hypeline
