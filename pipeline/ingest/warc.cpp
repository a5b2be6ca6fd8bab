#include "ingest/warc.h"

#include "core/tsv.h"
#include "ingest/articles.h"
#include "ingest/http.h"
#include "ingest/message_head.h"
#include "ingest/readers.h"
#include "ingest/sniff.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <utility>

namespace hypeline {
namespace {

constexpr std::string_view kVersion = "WARC/1.";
constexpr std::size_t kLookAhead = 16;  // bytes behind a record by which its length is believed
constexpr std::array<std::string_view, 3> kPageTypes = {"text/html", "application/xhtml+xml", "text/plain"};
constexpr std::array<std::string_view, 2> kPlainTypes = {"resource", "conversion"};  // records that hold the page itself

std::optional<std::size_t> length_of(const MessageHead& head) {
  const std::string digits = head.field("Content-Length");
  std::size_t length = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), length);
  if (error != std::errc{} || end != digits.data() + digits.size()) return {};
  return length;
}

bool is_line_break(char c) { return c == '\r' || c == '\n'; }

/// Where the line breaks from `at` on end.
std::size_t past_breaks(std::string_view bytes, std::size_t at) {
  while (at < bytes.size() && is_line_break(bytes[at])) ++at;
  return at;
}

/// What a record says and holds.
struct Stored {
  MessageHead head;
  std::optional<MessageHead> http;  // of a response
  std::string_view body;            // as stored
  MediaType type;
};

std::optional<Stored> open_record(std::string_view record) {
  record.remove_prefix(past_breaks(record, 0));
  const auto head = read_head(record);
  if (!head || !head->start_line.starts_with(kVersion)) return {};
  Stored out{*head, {}, record.substr(head->size), {}};
  if (const auto length = length_of(*head); length && *length < out.body.size() && past_breaks(out.body, *length) == out.body.size())
    out.body = out.body.substr(0, *length);
  const bool response = same_word(head->field("WARC-Type"), "response");
  if (response && out.body.starts_with("HTTP/")) out.http = read_head(out.body);
  if (out.http) out.body.remove_prefix(out.http->size);
  out.type = parse_media_type((out.http ? *out.http : *head).field("Content-Type"));
  return out;
}

bool is_page(const Stored& record) {
  const std::string type = record.head.field("WARC-Type");
  const bool plain = std::ranges::any_of(kPlainTypes, [&](std::string_view name) { return same_word(type, name); });
  if (!plain && !(record.http && http_status(record.http->start_line) == 200)) return false;
  return record.type.type.empty() ? looks_like_html(record.body) : std::ranges::find(kPageTypes, record.type.type) != kPageTypes.end();
}

/// Some writers put addresses in angle brackets.
std::string address(const std::string& value) { return value.starts_with('<') && value.ends_with('>') ? value.substr(1, value.size() - 2) : value; }

Input to_input(const Input& record, const Stored& stored) {
  Input page;
  page.id = record.id;
  page.path = record.path;
  page.how = record.how;
  page.charset = stored.type.charset;
  page.meta.url = address(stored.head.field("WARC-Target-URI"));
  page.meta.crawled = stored.head.field("WARC-Date");
  return page;
}

// A length is believed where a record's end, another record or nothing stands behind it. Where it lies, the record ends before the next that starts
// on a line of its own. Rejected: passing over as many bytes as a head says; one lie then swallows the file.
bool is_record_end(std::string_view bytes, std::size_t at) {
  if (at > bytes.size()) return false;
  const std::size_t past = past_breaks(bytes, at);
  return past == bytes.size() || bytes.substr(past).starts_with(kVersion) || bytes.substr(at).starts_with("\r\n\r\n");
}

/// `broken` also where no other record follows: this one's end is not there.
Cut cut_before_next(std::string_view bytes, std::size_t begin, bool last, bool broken) {
  const std::size_t next = next_warc_record(bytes.substr(begin));
  if (next != std::string_view::npos) return {begin + next, 0, broken};
  return last ? Cut{bytes.size(), 0, true} : Cut{};
}

}  // namespace

std::size_t next_warc_record(std::string_view bytes) {
  const std::size_t at = bytes.find("\nWARC/1.", 1);
  return at == std::string_view::npos ? at : at + 1;
}

Cut cut_warc(std::string_view bytes, Rest rest) {
  const bool last = rest != Rest::more;
  const std::size_t begin = past_breaks(bytes, 0);
  if (begin == bytes.size()) return last ? Cut{bytes.size(), bytes.size(), false} : Cut{};
  const auto head = read_head(bytes.substr(begin));
  if (!head && bytes.size() - begin < kMostHead && !last) return {};
  const auto length = head && head->start_line.starts_with(kVersion) ? length_of(*head) : std::nullopt;
  if (!length) return cut_before_next(bytes, begin, last, true);
  const std::size_t end = begin + head->size + std::min(*length, bytes.size());
  if (!last && (bytes.size() < end + kLookAhead || past_breaks(bytes, end) == bytes.size())) return {};
  if (!is_record_end(bytes, end)) return cut_before_next(bytes, begin, last, false);
  const std::size_t past = past_breaks(bytes, end);
  return {past, past - end, false};
}

bool holds_page(std::string_view record) {
  if (past_breaks(record, 0) == record.size()) return false;
  const auto stored = open_record(record);
  return !stored || is_page(*stored);
}

std::vector<Document> read_warc_record(const Input& record) {
  const auto stored = open_record(record.bytes);
  if (!stored) return {rejected(record, "corrupt", "is no WARC record")};
  Input page = to_input(record, *stored);
  auto body = stored->http ? http_body(*stored->http, stored->body, record.how.most) : std::string(stored->body);
  if (!body) return {rejected(page, body.error().reason, body.error().message)};
  page.bytes = std::move(*body);
  page.format = stored->type.type != "text/plain" || looks_like_html(page.bytes) ? "html" : "text";
  return read_input(page);
}

std::vector<Document> read_warc(const Input& input) { return read_records(input, *container_of_format("warc")); }

}  // namespace hypeline
