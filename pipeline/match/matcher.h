#pragma once
#include "match/lexicon.h"

#include "core/document.h"

#include <memory>
#include <string_view>
#include <vector>

namespace hypeline {

/// One hit of a rule: bytes of the text.
struct Match {
  Span span;
  RuleId rule = 0;
  constexpr auto operator<=>(const Match&) const = default;
};

/// Finds all rules in one pass over a text. What a match is, is defined by RE2 (pattern.h): for each rule on its own, within each
/// paragraph, leftmost first, not overlapping, not beginning or ending inside a word, not inside a match of `unless`.
/// Holds RE2 objects and buffers: make one per worker (RE2's locks cost more than the memory), not safe to share.
class Matcher {
 public:
  /// REQUIRES a lexicon that parse() accepted and that outlives this.
  explicit Matcher(const Lexicon& lexicon);
  ~Matcher();
  Matcher(Matcher&&) noexcept;

  /// All matches in order of (begin, end, rule). `paragraphs` are spans of `text`, in order, not overlapping; nothing matches outside
  /// or across them. The result is valid until the next call.
  const std::vector<Match>& find(std::string_view text, const std::vector<Span>& paragraphs);

  const Lexicon& lexicon() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hypeline
