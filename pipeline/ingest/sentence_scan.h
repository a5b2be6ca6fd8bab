#pragma once
#include "core/span.h"
#include "core/unicode.h"

#include <cstddef>
#include <string_view>

namespace hypeline {

/// One paragraph, read code point by code point between its ends: what stands around a stop. Places are bytes of the text.
class ParagraphScan {
 public:
  ParagraphScan(std::string_view text, Span paragraph) : text_(text), begin_(paragraph.begin), end_(paragraph.end) {}

 protected:
  /// A reference with volume and pages, or one that says it is a source: one sentence whatever stops it holds.
  bool is_reference() const;
  /// "(a) ", "(b-d) ": the mark of a figure's panel, which starts a sentence though it is in lower case.
  bool is_panel(std::size_t at) const;

  /// Behind a run of stops, those set apart (". . .") included.
  std::size_t behind_stops(std::size_t at) const;
  /// Behind quotation marks, brackets and reference marks that close.
  std::size_t behind_closers(std::size_t at) const;
  std::size_t skip_space(std::size_t at) const {
    return skip(at, [](char32_t c) { return is_space(c); });
  }
  std::size_t skip_openers(std::size_t at) const;
  /// Pictures behind the stop belong to the sentence before, unless a flag, which starts the next.
  std::size_t behind_emoji(std::size_t at) const;

  /// The word that ends at `stop`, points and hyphens inside it included. Of one longer than kLongestStopWord only the end, which is longer still.
  std::string_view word_before(std::size_t stop) const;
  std::string_view word_at(std::size_t at) const;

  std::string_view text_;
  std::size_t begin_, end_;

 private:
  /// Behind the code points for which `test` holds.
  template <class Test>
  std::size_t skip(std::size_t at, Test test) const {
    for (CodePoint c; at < end_ && test((c = decode_at(text_, at)).value);) at += c.size;
    return at;
  }
  /// Behind a reference mark such as [12] or [3,4-6] that stands right after the stop.
  std::size_t behind_reference(std::size_t at) const;
};

}  // namespace hypeline
