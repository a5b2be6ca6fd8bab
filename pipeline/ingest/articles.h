#pragma once
#include "ingest/input.h"
#include "ingest/page.h"

#include <vector>

namespace hypeline {

/// Cuts a page into its articles and gives each its structure annotations; rejects what holds no text or another language. Never empty,
/// but where the input's `visit` takes the page instead.
std::vector<Document> to_documents(const Input& input, Page page);

/// One document that says why the input could not be read.
Document rejected(const Input& input, std::string reason, std::string message);

}  // namespace hypeline
