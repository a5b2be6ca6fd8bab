#pragma once
#include "match/prefixes.h"

#include <optional>
#include <unordered_set>
#include <vector>

namespace hypeline {

/// One way a match can begin: a trigger in the making. There are thousands of them while triggers are derived, so its words are a number.
class Start {
 public:
  /// What the last character of a gap is: `either` a space or a dash is not known.
  enum class Blank : std::uint8_t { none, space, dash, either };
  /// REQUIRES that `prefixes` outlives the start and what is copied from it.
  explicit Start(Prefixes& prefixes) : prefixes_(&prefixes) {}
  auto operator<=>(const Start&) const = default;

  /// Nothing more can be told of this start.
  bool done() const { return done_; }
  /// Nothing of the match has been seen yet.
  bool fresh() const { return !done_ && words_ == 0 && !open_; }
  /// The match begins with what no trigger tells. REQUIRES done().
  bool hopeless() const { return any_; }
  bool in_word() const { return open_; }
  /// The word under way is a number, whose end is known only when something comes that no number holds.
  bool in_number() const { return number_; }
  /// The word under way is all digits so far: "19" in front of \d\d.
  bool in_digits() const { return digits_; }
  /// The signs and blanks since the last word.
  const PackedText& gap() const { return gap_; }

  /// Next comes exactly this character. `depth`: words a trigger may have at most.
  void add(char32_t c, std::size_t depth);
  /// Next comes some ASCII digit. REQUIRES that no word is under way, or one of digits.
  void add_digit(std::size_t depth);
  /// Next comes a run of white space, a dash, or one of the two. REQUIRES !fresh() and a kind.
  void add_blank(Blank kind);
  /// Next comes an apostrophe. REQUIRES !fresh().
  void add_apostrophe();
  /// Next comes a \b.
  void add_edge() { edge_ = open_ && !number_; }
  /// Next comes something that is in no token, or the end. REQUIRES !fresh().
  void stop();
  /// Next may come anything. Where a \b came last there are two ways: the word ends here (the result), or a foreign letter follows (this start).
  std::optional<Start> cut();

  Trigger trigger() const;
  /// What the trigger is if it is whole words and nothing else; Prefixes::kRoot if not. REQUIRES done().
  Prefixes::Id whole_words() const;
  /// True if the beginning of the trigger, some whole words of it, is among these. REQUIRES done().
  bool begins_with_one_of(const std::unordered_set<Prefixes::Id>& triggers) const;
  /// True if this start was cut behind whole words, and `other` is under way behind the same words and gap.
  bool covers(const Start& other) const;

 private:
  void add_sign(std::string_view sign);
  void begin_word(std::size_t depth);
  void add_letter(char32_t c, std::size_t depth);
  void end_word();
  void finish();
  void begin_with(char32_t sign);

  Prefixes* prefixes_;
  Prefixes::Id text_ = Prefixes::kRoot;
  Prefixes::Id word_at_ = Prefixes::kRoot;  // of the word under way: what stands before its letters
  PackedText gap_;
  PackedText tail_;
  PackedText sign_;
  std::uint16_t words_ = 0;
  Blank blank_ = Blank::none;
  bool open_ = false;
  bool number_ = false;
  bool digits_ = false;
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
void append(Starts& to, const Starts& more);
Starts cut_all(Starts starts);
/// Drops a start that stands where another was cut: what is known of the other holds for both, whatever comes next.
void drop_covered(Starts& starts);

}  // namespace hypeline
