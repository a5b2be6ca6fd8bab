#include "ingest/spans.h"

#include "core/unicode.h"

namespace hypeline {

Span trimmed(std::string_view text, Span span) {
  while (!span.empty()) {
    const CodePoint c = decode_at(text, span.begin);
    if (!is_space(c.value)) break;
    span.begin += c.size;
  }
  while (!span.empty()) {
    const CodePoint c = decode_before(text, span.end);
    if (!is_space(c.value)) break;
    span.end -= c.size;
  }
  return span;
}

}  // namespace hypeline
