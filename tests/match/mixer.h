#pragma once
#include "match/lexicon.h"

#include "core/span.h"

#include <cstdint>
#include <random>
#include <string>
#include <vector>

namespace hypeline::testing {

/// Makes texts of what the rules look for: words, examples and beginnings of the lexicon's patterns between odd gaps, with odd letters, digits, signs
/// and broken bytes. The same seed gives the same text on every machine.
class Mixer {
 public:
  Mixer(const Lexicon& lexicon, std::uint32_t seed);
  std::string text(std::size_t pieces);
  /// Cuts a text at random code points, sometimes inside a word, sometimes leaving a gap.
  std::vector<Span> paragraphs(std::string_view text, std::size_t count);

 private:
  std::size_t below(std::size_t n) { return random_() % n; }
  std::string bent(std::string word);
  std::mt19937 random_;
  std::vector<std::string> pieces_;
};

}  // namespace hypeline::testing
