#pragma once
#include "match/pattern.h"

#include "core/span.h"

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace re2 {
class RE2;
}

namespace hypeline {

/// A compiled pattern, and what a match is.
///
/// The matches of one pattern in one paragraph: for b ascending over the code points from the scan position, which is the paragraph's begin at
/// first, let e be the end of the RE2 match that begins at b. RE2 sees the paragraph and nothing else (so `^`, `$` and `\b` take the paragraph's ends for the
/// ends of the text), and of it at most kReach bytes from b. For a regular expression that is the one match RE2 prefers; for a phrase it is the
/// longest one whose e is valid. (b, e) is a match if e > b and neither b nor e lies inside a word of the whole text (is_word_boundary); the scan
/// position then moves to e. A rule's match is dropped if a valid match of the rule's `unless` pattern contains it that begins at most kLookBack bytes before
/// it in the same paragraph, wherever other matches of that pattern may lie.
class Expression {
 public:
  static constexpr std::uint32_t kReach = 2048;
  static constexpr std::uint32_t kLookBack = 120;
  static constexpr int kLargestProgram = 80'000;  ///< RE2's instructions

  explicit Expression(const Pattern& pattern);
  ~Expression();
  Expression(Expression&&) noexcept;

  /// Why RE2 refused the pattern, or that its program is too large; empty if all is well. The rest REQUIRES that it is.
  std::string error() const;

  /// The end of the valid match that begins at `begin`, or `begin` if there is none.
  /// REQUIRES `paragraph` a span of `text` that cuts no code point, `begin` in it, at a code point and not inside a word.
  std::uint32_t end_at(std::string_view text, Span paragraph, std::uint32_t begin) const;

  /// The first match at or after `from`.
  std::optional<Span> next(std::string_view text, Span paragraph, std::uint32_t from) const;

  /// True if the pattern as an `unless` drops a match at `span`.
  bool covers(std::string_view text, Span paragraph, Span span) const;

 private:
  std::uint32_t raw_end(std::string_view paragraph, std::uint32_t begin, std::uint32_t limit) const;
  std::unique_ptr<re2::RE2> re2_;
  bool longest_;
};

}  // namespace hypeline
