#pragma once
#include "match/triggers.h"

namespace hypeline {

/// One way a match can begin: a trigger in the making. There are thousands of them while triggers are derived, so its words are one string.
class Start {
 public:
  /// What the last character of a gap is: `either` a space or a dash is not known.
  enum class Blank : std::uint8_t { none, space, dash, either };
  auto operator<=>(const Start&) const = default;

  /// Nothing more can be told of this start.
  bool done() const { return done_; }
  /// Nothing of the match has been seen yet.
  bool fresh() const { return !done_ && words_ == 0 && !open_; }
  /// The match begins with what no trigger tells. REQUIRES done().
  bool hopeless() const { return any_; }
  /// The letters so far of the word under way, folded; Step::kNumber for a number, whose end is known only when something comes that no number holds.
  std::string_view word() const { return open_ ? std::string_view(text_).substr(word_at_) : std::string_view(); }
  bool in_number() const { return word() == Step::kNumber; }
  /// The signs and blanks since the last word.
  const std::string& gap() const { return gap_; }

  /// Next comes exactly this character. `depth`: words a trigger may have at most.
  void add(char32_t c, std::size_t depth);
  /// Next comes some ASCII digit. REQUIRES that no word is under way, or one of digits.
  void add_digit(std::size_t depth);
  /// Next comes a run of white space, a dash, or one of the two. REQUIRES !fresh() and a kind.
  void add_blank(Blank kind);
  /// Next comes an apostrophe. REQUIRES !fresh().
  void add_apostrophe();
  /// Next comes a \b.
  void add_edge() { edge_ = open_ && !in_number(); }
  /// Next comes something that is in no token, or the end. REQUIRES !fresh().
  void stop();
  /// Next may come anything. Where a \b came last there are two ways: the word ends here (the result), or a foreign letter follows (this start).
  std::vector<Start> cut();

  Trigger trigger() const;
  /// True if this start was cut behind whole words, and `other` is under way behind the same words and gap.
  bool covers(const Start& other) const;

 private:
  void add_sign(std::string_view sign);
  void add_to_word(std::string_view folded, std::size_t depth);
  void end_word();
  void finish();
  void begin_with(char32_t sign);

  std::string text_;  // of each word: gap, kGapEnd, letters, and behind all but the one under way kWordEnd
  std::string gap_;
  std::string tail_;
  std::string sign_;
  std::uint16_t words_ = 0;
  std::uint16_t word_at_ = 0;
  Blank blank_ = Blank::none;
  bool open_ = false;
  bool edge_ = false;
  bool stem_ends_ = false;
  bool done_ = false;
  bool any_ = false;
};
using Starts = std::vector<Start>;

/// True for what a number is made of: ASCII digits, point, comma.
bool is_number_char(char32_t c);

/// Sorts and drops twins.
void make_unique(Starts& starts);
void append(Starts& to, Starts more);
Starts cut_all(Starts starts);
/// Drops a start that stands where another was cut: what is known of the other holds for both, whatever comes next.
void drop_covered(Starts& starts);

}  // namespace hypeline
