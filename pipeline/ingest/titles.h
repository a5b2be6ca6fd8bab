#pragma once
#include "ingest/page.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace hypeline {

/// Words to compare titles by: letters and digits in lower case, one space between words; at most `limit` bytes of them.
std::string comparable(std::string_view words, std::size_t limit = 400);

/// True for a block that reads as a heading or title: short, not the end of a sentence, no list item or site chrome.
bool reads_as_title(std::string_view block, std::uint32_t cues);

/// Puts the title a record gives itself before the text, as a block with no source, unless one of the first blocks begins with it.
void insert_title(Page& page);

/// The blocks that are the article's own text, or where there are none all blocks, joined; at most some 40 KB.
std::string main_text(std::string_view text, std::span<const Block> blocks);

}  // namespace hypeline
