#pragma once
#include "ingest/encoding/broken.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace hypeline {

/// The character most likely lost at a place, and how sure that is.
struct Guess {
  char32_t value = 0;  ///< 0: no character we know leaves such bytes
  double share = 0;    ///< of all likelihood, 0 to 1
};

enum class Known : std::uint8_t { no, rarely, usually };
/// Whether some character we know leaves these bytes when `codec`'s vanishing ones are gone, and if one that is usual does.
Known known_rest(const Sequence& sequence, CodecId codec);

/// One guess for each of a text's broken sequences (in order), from what clean text has in such places (likely_table.inc) and, for dashes and
/// quotation marks, from what the rest of the text seems to use.
std::vector<Guess> guess(std::string_view text, const std::vector<Broken>& all, CodecId codec);

}  // namespace hypeline
