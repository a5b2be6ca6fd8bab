#pragma once
#include "ingest/looks.h"
#include "ingest/page.h"

#include <cstddef>
#include <span>
#include <vector>

namespace hypeline {

/// Indices of the blocks that start an article, in order; the first is 0. One article where the page gives no good reason to see more.
/// REQUIRES the looks of the page's blocks; none are needed of a page that is zoned.
std::vector<std::size_t> find_article_starts(const Page& page, std::span<const BlockLook> looks);

}  // namespace hypeline
