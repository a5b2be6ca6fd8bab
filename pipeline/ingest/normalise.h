#pragma once
#include "core/document.h"

#include <vector>

namespace hypeline {

/// A text without what nobody can see, and what was done to it.
struct Normalised {
  Text text;
  std::vector<Repair> repairs;  ///< kinds: control, invisible, noncharacter
};

/// The least that makes words comparable: line ends become LF; controls, terminal escapes and invisible characters go (joiners and variation
/// selectors stay); combining sequences are composed; noncharacters become U+FFFD. Quotes, dashes and no-break spaces stay as they are:
/// matching folds them, the reader should see them. Linear; shares its storage where nothing changes. REQUIRES valid UTF-8.
Normalised normalise(const Text& text);

}  // namespace hypeline
