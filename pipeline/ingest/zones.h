#pragma once
#include "ingest/looks.h"
#include "ingest/page.h"

#include <span>
#include <string_view>

namespace hypeline {

/// Guesses the zones of one article's blocks from their words and order: title (and its doubles), deck, byline, headings, lists, references,
/// forms, teasers after the end, repeated blocks. `title`: the title where it is known from elsewhere, or empty. Nothing is removed.
/// REQUIRES the looks of the blocks.
void guess_zones(std::string_view text, std::span<Block> blocks, std::span<const BlockLook> looks, std::string_view title);

}  // namespace hypeline
