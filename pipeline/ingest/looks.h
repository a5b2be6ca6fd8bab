#pragma once
#include "ingest/page.h"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hypeline {

/// What a block of plain text looks like: read once, for the splitter and for the zones.
struct BlockLook {
  std::uint32_t cues = 0;  ///< cues.h
  std::uint32_t same = 0;  ///< number of the first block of the page with the same words (`comparable`)
  bool title = false;      ///< reads as a heading or title
  bool ends_sentence = false;
  bool ends_colon = false;
};

/// The looks of all blocks. Linear; words are compared in full only where two blocks begin alike.
std::vector<BlockLook> look_at(std::string_view text, std::span<const Block> blocks);

/// The looks of the blocks [begin, end), numbered anew from `begin`.
std::vector<BlockLook> looks_within(std::span<const BlockLook> looks, std::size_t begin, std::size_t end);

/// How many of the blocks bear each number. REQUIRES numbers below looks.size().
std::vector<std::uint32_t> copies_of(std::span<const BlockLook> looks);

}  // namespace hypeline
