#pragma once
#include "match/triggers.h"

namespace hypeline {

/// One way a match can begin: a trigger in the making. The word under way is trigger.stem until it is known to end.
struct Start {
  /// What the last character of a gap was: `either` a space or a dash is not known.
  enum class Blank : std::uint8_t { none, space, dash, either };

  Trigger trigger;
  std::string gap;            ///< before the word that is not yet begun
  Blank blank = Blank::none;  ///< how that gap ends
  bool edge = false;          ///< the last piece was a \b
  bool done = false;          ///< nothing more can be told
  bool any = false;           ///< begins with what no trigger tells
  auto operator<=>(const Start&) const = default;

  /// True if nothing of the match has been seen yet.
  bool fresh() const { return !done && trigger.words.empty() && trigger.stem.word.empty(); }
};
using Starts = std::vector<Start>;

/// Sorts and drops twins.
void make_unique(Starts& starts);
void append(Starts& to, Starts more);

/// Next comes exactly this character. `depth`: words a trigger may have at most.
Start add_char(Start start, char32_t c, std::size_t depth);
/// Next comes a run of white space, a dash, or one of the two. REQUIRES !fresh() and a kind.
Start add_blank(Start start, Start::Blank kind);
/// Next comes this sign, which is in no token. REQUIRES !fresh().
Start add_sign(Start start, std::string_view sign);
/// Next comes something that is in no token. REQUIRES !fresh().
Start stop(Start start);
/// Next comes an ASCII digit. REQUIRES fresh().
Start add_number(Start start);
/// Next may come anything.
Starts cut(Start start);
Starts cut_all(Starts starts);

}  // namespace hypeline
