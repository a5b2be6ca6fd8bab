#pragma once
#include "ingest/containers.h"
#include "ingest/input.h"

#include <string_view>
#include <vector>

namespace hypeline {

/// WARC 1.0 and 1.1 (ISO 28500), a record at a time. Pages are what HTTP responses of status 200, resources and conversions hold as text/html,
/// application/xhtml+xml or text/plain (or HTML by its first bytes where no type is said); all other records are none and pass in
/// silence; holds_page is true too of what is no record, so that its reading tells.
Cut cut_warc(std::string_view bytes, Rest rest);
std::size_t next_warc_record(std::string_view bytes);
bool holds_page(std::string_view record);

/// The articles of one record that holds a page: url, crawl date and charset as its heads say, content and transfer codings undone.
/// Document::source's bytes are those of the body so reached. Rejections beside the readers': those of http_body.
std::vector<Document> read_warc_record(const Input& record);

/// Reads a whole file; ids are `input.id:N` by the number of the record.
std::vector<Document> read_warc(const Input& input);

}  // namespace hypeline
