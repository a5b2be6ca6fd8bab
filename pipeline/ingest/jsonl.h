#pragma once
#include "ingest/input.h"

#include <optional>
#include <string_view>
#include <vector>

namespace hypeline {

/// What one JSON record asks to be read, or why it cannot be.
struct Record {
  Input input;  ///< its id stands even where the record is rejected
  std::optional<Rejection> rejection;
};

/// Reads one JSON object as scrapers write them: id, text or html, title, url, date, site, author under their common names.
/// `fallback_id` serves a record without an id. Rejected ("bad-record"): no JSON object, no text or html, not UTF-8.
Record parse_record(std::string_view line, std::string_view fallback_id);

/// The articles of one record; a record's title that does not stand at the start of its text is put before it.
std::vector<Document> read_record(std::string_view line, std::string_view fallback_id);

/// Reads JSON lines, or one JSON object or array of objects; the records without id are `input.id:LINE`.
std::vector<Document> read_jsonl(const Input& input);

}  // namespace hypeline
