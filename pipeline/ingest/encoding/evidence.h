#pragma once
#include "ingest/encoding/sequence.h"

#include <string_view>

namespace hypeline {

/// How much a sequence looks like wrongly decoded text: points for odd company of its characters as they stand, and for a likely
/// character read from them; below zero where what is read is stranger than what stands there. About 4 is proof enough for one on its own.
/// REQUIRES sequence whole or marked.
int evidence(std::string_view text, const Sequence& sequence, CodecId codec);

/// A coarse sort of characters, by the company they keep.
enum class Sort : std::uint8_t {
  space,
  digit,
  lower,
  upper,
  mark,  // ASCII
  accented_lower,
  accented_upper,
  other_latin,
  greek,
  cyrillic,
  rare_cyrillic,
  vietnamese,
  script,
  ideograph,
  apostrophe,
  close,
  open,
  dash,
  currency,
  numeric,
  odd,
  control,
  blank,
  picture,
  box,
  nothing
};
Sort sort_of(char32_t c);

/// The scripts letters belong to; 0 for what is no letter.
int script_of(char32_t c);

}  // namespace hypeline
