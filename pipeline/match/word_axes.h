#pragma once
#include "match/sentence_words.h"
#include "match/word_table.h"

#include <array>

namespace hypeline {

/// A place on the table's axes of meaning; a spread of the words is about 1.
using WordAxes = std::array<float, WordPlace::kAxes>;

/// The mean place of the words [first, last] of a sentence without `skipped` (outside it: none is). A word without a place counts as one at nought.
WordAxes mean_place(const SentenceWords& words, std::ptrdiff_t first, std::ptrdiff_t last, std::ptrdiff_t skipped, const WordTable& table);

}  // namespace hypeline
