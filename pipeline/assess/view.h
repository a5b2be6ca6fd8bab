#pragma once
#include "assess/assessment.h"

#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace hypeline {

/// True for a finding on the reviewers' ignore list: it is shown and counted as such, and no question sees it.
inline bool is_ignored(const Annotation& a) { return !a.attribute("ignored").empty(); }

/// Which findings a question is about.
struct Filter {
  bool quoted = true;        ///< also what stands in quotations
  bool negated = false;      ///< also what is negated
  bool hypothetical = true;  ///< also conditions and questions
};

/// Words in curly quotes, cut in the middle beyond 80 bytes, white space folded.
std::string quote_words(std::string_view text);

/// A document seen by the questions of an assessment: its findings in scored zones, its sentences, sections and title, computed once.
class View {
 public:
  /// `sources`: what is known of the papers it cites; both outlive the view.
  explicit View(const Document& document, std::span<const CitedSource> sources = {});

  const Document& document() const { return document_; }
  const Annotation& at(std::uint32_t index) const { return document_.annotations[index]; }
  /// Findings of any of the labels in scored zones, in text order.
  Evidence findings(std::initializer_list<LabelId> labels, Filter filter = {}) const;
  /// Every finding in scored zones that begins in the span, in text order.
  Evidence all_in(Span within) const;
  /// The findings of `all` that lie in `within`.
  Evidence inside(const Evidence& all, Span within) const;

  /// The sentence, or the section (from one heading to the next), that holds a byte; the place itself where there is none.
  Span sentence_of(std::uint32_t byte) const;
  Span section_of(std::uint32_t byte) const;
  std::span<const CitedSource> sources() const { return sources_; }
  const std::vector<Span>& sentences() const { return sentences_; }
  /// The title zone; empty where the article has none.
  Span title() const { return title_; }
  /// Words in scored zones: stretches between white space with a letter or digit in them.
  std::uint32_t words() const { return words_; }

  /// The finding's words, as quote_words.
  std::string quote(std::uint32_t index) const;
  std::string quote(Span span) const;

 private:
  const Document& document_;
  std::vector<std::uint32_t> scored_;  // findings in scored zones, by place
  std::span<const CitedSource> sources_;
  std::vector<Span> sentences_, sections_;
  Span title_;
  std::uint32_t words_ = 0;
};

}  // namespace hypeline
