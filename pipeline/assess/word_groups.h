#pragma once
#include "core/span.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace hypeline {

/// Words of an article in small letters, for counting: letters and digits; what begins with a digit is "#"; the signs $ € £ % are words of their own; an
/// empty word ends a zone.
struct FoldedWords {
  std::string letters;
  std::vector<Span> words;  ///< bytes of `letters`
  std::uint32_t count = 0;  ///< without the ends of zones

  std::string_view word(std::size_t i) const { return slice(letters, words[i]); }
};

/// Counts groups of words: "cost*|price*|side effect*" is three alternatives, the last of two words; * stands for any end of a word. One pass over the
/// text for all groups.
class WordGroups {
 public:
  /// Returns the group's number; the same text gives the same number.
  std::size_t add(std::string_view group);
  /// For each group the words at which one of its alternatives begins.
  std::vector<std::uint32_t> count(const FoldedWords& text) const;

 private:
  struct Alternative {
    std::vector<std::string> words;  ///< an end of "*" is kept
    std::size_t group;
  };
  std::vector<std::string> groups_;
  std::unordered_map<std::uint32_t, std::vector<Alternative>> by_start_;  // by the first two bytes of the first word
};

}  // namespace hypeline
