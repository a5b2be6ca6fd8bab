#pragma once
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hypeline {

/// How a word behaves before a full stop.
enum class StopWord : std::uint8_t {
  none,           ///< the stop ends the sentence
  never,          ///< an abbreviation that names what follows: "Dr.", "vs.", "e.g."
  before_number,  ///< "No. 5", "Fig. 2": an abbreviation where a number or a bracket follows
  maybe           ///< "Inc.", "U.S.", "al.": ends the sentence where the next word starts one
};

/// Bytes; no word that stop_word knows is longer.
inline constexpr std::size_t kLongestStopWord = 8;

/// Looks a word up as it stands before a full stop ("al", "e.g", "U.S"). Titles count with a capital only ("Ms.", not "500 ms.").
StopWord stop_word(std::string_view word);

/// True for words that often start a sentence and are seldom part of a name: "The", "However", "We".
bool starts_sentences(std::string_view word);

}  // namespace hypeline
