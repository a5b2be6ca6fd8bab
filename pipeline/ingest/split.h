#pragma once
#include "ingest/page.h"

#include <cstddef>
#include <vector>

namespace hypeline {

/// Indices of the blocks that start an article, in order; the first is 0. One article where the page gives no good reason to see more.
std::vector<std::size_t> find_article_starts(const Page& page);

}  // namespace hypeline
