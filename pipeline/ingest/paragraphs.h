#pragma once
#include "ingest/page.h"

#include <string_view>
#include <vector>

namespace hypeline {

/// The blocks of plain text: parted by blank lines; a stretch of lines that were wrapped at a column is one block, other lines are one each.
std::vector<Block> find_paragraphs(std::string_view text);

}  // namespace hypeline
