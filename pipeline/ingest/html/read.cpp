#include "ingest/html/read.h"

#include "ingest/plain.h"

namespace hypeline {

std::vector<Document> read_html(const Input& input) { return read_plain(input); }

}  // namespace hypeline
