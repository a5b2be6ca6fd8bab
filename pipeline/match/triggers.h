#pragma once
#include "match/regex.h"

#include <compare>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// A word, folded (fold.h), or a number: digits, points and commas from a digit on, as many as there are. And what stands between it and the word before: one
/// character each for a run of white space (` `), a dash (` ` too), an apostrophe (`'`), any other sign (itself). Empty for the first word, and for letters
/// that follow a number at once.
struct Step {
  static constexpr std::string_view kNumber = "#";

  std::string gap;
  std::string word;
  auto operator<=>(const Step&) const = default;
};

/// A place where a match may begin.
/// words: these whole words, then a gap that begins with `tail` (written as Step::gap is); or, if `stem` is not empty, then a word that begins with it.
/// sign: these bytes, one character that belongs to no word.
struct Trigger {
  enum class Kind : std::uint8_t { words, sign };
  Kind kind = Kind::words;
  std::vector<Step> words = {};
  std::string tail = {};
  Step stem = {};
  bool stem_ends = false;  ///< the stem is a whole word to RE2's \b: only a non-ASCII letter can follow it
  std::string sign = {};
  auto operator<=>(const Trigger&) const = default;
};

/// The triggers of an expression: every match of it (as expression.h defines a match) begins at the first byte of one of them. Without twins;
/// empty where no such triggers are found. Walks the beginning of the tree and lists what a match can begin with, up to `depth` words.
std::vector<Trigger> derive_triggers(const RegexNode& tree, std::size_t depth = 3);
/// The same for parts that follow one another.
using RegexParts = std::vector<const RegexNode*>;
std::vector<Trigger> derive_triggers(const RegexParts& parts, std::size_t depth);

/// The trigger of words written out, one spelling of a phrase (phrase.h). `whole`: to find the trigger is to find the match; else it is of no use.
struct PhraseTrigger {
  Trigger trigger;
  bool whole = false;
};
PhraseTrigger phrase_trigger(std::string_view spelling);

}  // namespace hypeline
