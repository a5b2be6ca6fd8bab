#pragma once
#include "core/document.h"

#include <vector>

namespace hypeline {

/// A text with wrongly decoded stretches put right.
struct Repaired {
  Text text;
  std::vector<Repair> repairs;
  std::vector<Span> damage;  ///< source ranges whose repair is a guess or lost (U+FFFC)
};

/// Undoes text that was decoded by the wrong codec, also where C1 controls were dropped or turned into line breaks. The codec is
/// found from the whole text; text that was decoded rightly (Greek, Cyrillic, Polish, …) comes back unchanged, sharing its storage.
Repaired repair_mojibake(const Text& text);

}  // namespace hypeline
