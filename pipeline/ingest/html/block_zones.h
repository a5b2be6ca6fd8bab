#pragma once
#include "ingest/html/layout.h"
#include "ingest/page.h"

#include <vector>

namespace hypeline::html {

/// The zone of every block of a page: whether it is the article's own text is judged by the model of extract.h, what kind of text it is by its
/// element, hints and words.
std::vector<Zone> find_zones(const Layout& layout);

}  // namespace hypeline::html
