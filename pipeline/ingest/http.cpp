#include "ingest/http.h"

#include "core/tsv.h"
#include "ingest/packing/pull.h"
#include "ingest/sniff.h"

#include <algorithm>
#include <charconv>
#include <ranges>

namespace hypeline {
namespace {

/// Takes a chunk's size line off; nullopt where none stands there.
std::optional<std::size_t> take_chunk_size(std::string_view& rest) {
  std::size_t size = 0;
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), size, 16);
  const std::size_t line = rest.substr(0, 4096).find('\n');
  if (error != std::errc{} || line == std::string_view::npos) return {};
  const std::string_view behind = trim(rest.substr(static_cast<std::size_t>(end - rest.data()), line - static_cast<std::size_t>(end - rest.data())));
  if (!behind.empty() && behind[0] != ';') return {};
  rest.remove_prefix(line + 1);
  return size;
}

/// RFC 9112, 7.1. What does not start with a chunk was stored without them.
std::string without_chunks(std::string_view stored) {
  std::string_view rest = stored;
  std::string out;
  bool first = true;
  while (const auto size = take_chunk_size(rest)) {
    out += rest.substr(0, *size);
    if (*size == 0) return out;
    rest.remove_prefix(std::min(*size, rest.size()));
    if (rest.starts_with('\r')) rest.remove_prefix(1);
    if (rest.starts_with('\n')) rest.remove_prefix(1);
    first = false;
  }
  return first ? std::string(stored) : out;
}

std::expected<std::string, Rejection> undo(std::string_view coding, std::string body, std::size_t most) {
  if (coding.empty() || same_word(coding, "identity") || looks_like_html(body)) return body;
  if (!packing::is_known_body_coding(coding)) return std::unexpected(Rejection{"bad-record", "has a content coding that is not known: " + std::string(coding)});
  const packing::Coding* found = packing::coding_of_body(coding, body);
  return found == nullptr || body.empty() ? body : drain(unpack(pull_from(body), *found), most);
}

}  // namespace

int http_status(std::string_view start_line) {
  const std::size_t space = start_line.find(' ');
  int status = 0;
  if (!start_line.starts_with("HTTP/") || space == std::string_view::npos) return 0;
  const std::string_view digits = trim(start_line.substr(space)).substr(0, 3);
  std::from_chars(digits.data(), digits.data() + digits.size(), status);
  return status;
}

std::expected<std::string, Rejection> http_body(const MessageHead& head, std::string_view stored, std::size_t most) {
  std::expected<std::string, Rejection> body = same_word(head.field("Transfer-Encoding"), "chunked") ? without_chunks(stored) : std::string(stored);
  const std::string named = head.field("Content-Encoding");
  const std::vector<std::string_view> names = split(named, ',');
  if (names.size() > static_cast<std::size_t>(kMostLayers))
    return std::unexpected(Rejection{"nested", "is packed more than " + std::to_string(kMostLayers) + " times over"});
  for (const std::string_view name : names | std::views::reverse)
    if (body) body = undo(trim(name), std::move(*body), most);
  return body;
}

}  // namespace hypeline
