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
/// Kinds of repairs, each with the codec undone:
///   mojibake          every byte was there
///   mojibake-context  bytes had vanished, and the place leaves one reading (at least .95 of the likelihood)
///   mojibake-guess    lossy: … one that is likelier than the others
///   mojibake-lost     lossy: no likely one; U+FFFC in the text, or U+FFFD where a mark said that a byte was lost
///   control           a C1 control that is windows-1252 punctuation
/// REQUIRES valid UTF-8. Linear in the text; ASCII costs a glance.
Repaired repair_mojibake(const Text& text);

}  // namespace hypeline
