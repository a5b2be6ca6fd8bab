#pragma once
#include "assess/assessment.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What a reader is told of an article's sources and of how it was read, on every page alike.
namespace hypeline {

/// Where a cited source leads: an address, or why there is none.
struct SourceAddress {
  std::string url;
  std::string_view why_none;
};
SourceAddress source_address(const Document& document, const Annotation& source);

/// What the user's files say of the paper that a cited source names: that it was retracted, and how the article's claim compares with the abstract's, with both
/// sentences. Empty where they say nothing.
std::string told_of_source(std::uint32_t source, const Document& document, const Assessment& assessment);

/// Finds the effect claims a source stands beside: those in its sentence; where it has none, those of its paragraph. In text order.
class ClaimsBeside {
 public:
  explicit ClaimsBeside(const Document& document);
  Evidence of(const Annotation& source) const;

 private:
  Evidence within(const std::vector<Span>& layer, std::uint32_t at) const;
  const Document& document_;
  std::vector<Span> sentences_, paragraphs_;
  Evidence claims_;
};

/// Name, file, bytes, character set, repairs and digest of what the article was read from; raw words.
std::vector<std::pair<std::string_view, std::string>> reading_facts(const Document& document);

}  // namespace hypeline
