#pragma once
#include "core/span.h"

#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// One word, number or sign of a sentence: bytes of the text, and where its folded bytes stand.
struct SentenceWord {
  Span span;
  Span folded;
  bool capital = false;  ///< begins with a capital letter
};

/// A sentence cut for the context features: words are runs of letters (an apostrophe inside belongs to the word), every number reads "0", quotation
/// marks read '"', everything is in lower case; other signs are one each. Keeps its memory from one sentence to the next.
class SentenceWords {
 public:
  static constexpr std::string_view kOutside = "#";  ///< what stands before the first word and behind the last

  void read(std::string_view text, Span sentence);

  std::ptrdiff_t size() const { return static_cast<std::ptrdiff_t>(words_.size()); }
  bool has(std::ptrdiff_t i) const { return i >= 0 && i < size(); }
  const SentenceWord& word(std::ptrdiff_t i) const { return words_[static_cast<std::size_t>(i)]; }
  std::string_view operator[](std::ptrdiff_t i) const { return has(i) ? slice(folded_, word(i).folded) : kOutside; }
  bool capital(std::ptrdiff_t i) const { return has(i) && word(i).capital; }
  /// More than half of the words begin with a capital: headlines speak in another grammar.
  bool is_headline() const { return size() >= 4 && capitals_ * 2 > size(); }
  /// Index of the first quotation mark; size() where there is none.
  std::ptrdiff_t first_quote() const { return first_quote_ < 0 ? size() : first_quote_; }
  /// The first word that ends behind byte `at` of the text.
  std::ptrdiff_t first_at(std::uint32_t at) const;

 private:
  std::uint32_t end_of_word(std::string_view text, std::uint32_t at, std::uint32_t end) const;
  void add(std::string_view text, Span span, std::string_view reads_as);

  std::vector<SentenceWord> words_;
  std::string folded_;
  std::ptrdiff_t capitals_ = 0;
  std::ptrdiff_t first_quote_ = -1;
};

}  // namespace hypeline
