#pragma once
#include "core/document.h"
#include "ingest/message_head.h"

#include <expected>
#include <string>
#include <string_view>

namespace hypeline {

/// The status of a response's start line ("HTTP/1.1 200 OK"); 0 where it is none.
int http_status(std::string_view start_line);

/// The body of a response with its transfer coding (chunked) and content codings (gzip, deflate, br, zstd) undone, at most `most` bytes. A body
/// that was stored undone already, as some crawlers do, comes as it is; so does what a cut chunk holds. Rejections: too-large, corrupt, bomb, nested;
/// bad-record for a coding that is not known.
std::expected<std::string, Rejection> http_body(const MessageHead& head, std::string_view stored, std::size_t most);

}  // namespace hypeline
