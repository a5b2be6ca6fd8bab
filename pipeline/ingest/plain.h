#pragma once
#include "ingest/input.h"
#include "ingest/page.h"

#include <vector>

namespace hypeline {

/// Reads plain text (and Markdown as plain text).
std::vector<Document> read_plain(const Input& input);

/// The steps every reader shares, below and above its own: bytes to UTF-8; then repair of broken encoding and normalisation.
Page open_page(const Input& input, bool html);
void clean(Page& page);

}  // namespace hypeline
