#pragma once
#include "ingest/input.h"

#include <vector>

namespace hypeline {

/// Reads an HTML page, or what is meant to be one: its text in blocks, each with the zone that markup and words give it.
std::vector<Document> read_html(const Input& input);

}  // namespace hypeline
