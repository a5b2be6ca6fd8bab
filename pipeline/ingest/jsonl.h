#pragma once
#include "ingest/input.h"

#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace hypeline {

/// What scrapers call a field of a record, the surest name first.
struct FieldNames {
  std::string_view field;
  std::span<const std::string_view> names;
};

/// Every field that is read, with its names.
std::span<const FieldNames> record_fields();

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

/// The articles of a line of a file or stream. Records of files bear the file's name and line (`record.id`), which no two share, and what they call
/// themselves goes to the meta data; those of a stream, which has no path, bear their own ids, or `record.id`.
std::vector<Document> read_json_record(const Input& record);

/// Reads JSON lines, or one JSON object or array of objects; the records without id are `input.id:LINE`.
std::vector<Document> read_jsonl(const Input& input);

}  // namespace hypeline
