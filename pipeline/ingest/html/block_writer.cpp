#include "ingest/html/block_writer.h"

#include "core/unicode.h"
#include "ingest/spans.h"

namespace hypeline::html {
namespace {

bool is_gap(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

/// End of the stretch from `at` in which white space is single spaces between words.
std::size_t stretch_end(std::string_view text, std::size_t at) {
  while (at < text.size() && (!is_gap(text[at]) || (text[at] == ' ' && at + 1 < text.size() && !is_gap(text[at + 1])))) ++at;
  return at;
}

bool ends_sentence(std::string_view text) {
  if (text.empty()) return false;
  const char32_t c = decode_before(text, text.size()).value;
  return c == '.' || c == '!' || c == '?' || c == ':' || c == '"' || c == U'\u201D' || c == U'\u2026';
}

}  // namespace

void BlockWriter::begin_piece(std::size_t at, const Place& place) {
  const Span between = make_span(last_end_, at);
  if (!open_) {
    if (builder_.size() > 0) builder_.replace(between, "\n\n");
    block_ = {{builder_.size(), builder_.size()}, place.node, place.hints, 0, 0};
    open_ = true;
  } else if (gap_ == Gap::space && slice(page_, between) == " ") {
    builder_.keep(between);
  } else if (gap_ != Gap::none) {
    builder_.replace(between, gap_ == Gap::line ? "\n" : " ");
  }
  gap_ = Gap::none;
}

void BlockWriter::count(std::size_t bytes, const Place& place) {
  if (place.linked) block_.linked += static_cast<std::uint32_t>(bytes);
  if (place.emphasised) block_.emphasised += static_cast<std::uint32_t>(bytes);
}

void BlockWriter::keep_piece(Span span, const Place& place) {
  begin_piece(span.begin, place);
  builder_.keep(span);
  count(span.size(), place);
  last_end_ = span.end;
}

void BlockWriter::keep(Span span, const Place& place) {
  if (place.preformatted) return keep_piece(span, place);
  const std::string_view text = slice(page_, span);
  for (std::size_t at = 0; at < text.size();) {
    if (is_gap(text[at])) {
      if (gap_ == Gap::none) gap_ = Gap::space;
      ++at;
      continue;
    }
    const std::size_t end = stretch_end(text, at);
    keep_piece(make_span(span.begin + at, span.begin + end), place);
    at = end;
  }
}

void BlockWriter::replace(Span span, std::string_view with, const Place& place) {
  if (with.empty() || with == std::string_view("\0", 1)) return;
  if (!place.preformatted && with.size() == 1 && is_gap(with[0])) {
    if (gap_ == Gap::none) gap_ = Gap::space;
    return;
  }
  begin_piece(span.begin, place);
  builder_.replace(span, with);
  count(with.size(), place);
  last_end_ = span.end;
}

void BlockWriter::break_line() {
  if (gap_ == Gap::line || ends_sentence(builder_.written().substr(block_.span.begin))) return end_block();
  gap_ = Gap::line;
}

void BlockWriter::end_block() {
  if (!open_) return;
  block_.span = trimmed(builder_.written(), {block_.span.begin, builder_.size()});
  if (!block_.span.empty()) blocks_.push_back(block_);
  open_ = false;
  gap_ = Gap::none;
}

}  // namespace hypeline::html
