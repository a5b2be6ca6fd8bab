#pragma once
#include "match/candidate.h"

#include <cstdint>
#include <vector>

namespace hypeline {

/// How a finding stands in its surroundings.
struct Reading {
  bool negated = false;
  bool hypothetical = false;
  Span historical;  ///< the cue that tells it as of the past; empty: none does
  bool quoted = false;
  Span speaker;                     ///< of the quotation; empty: nobody named
  std::vector<std::size_t> hedges;  ///< indices into the candidates
};

/// Reads findings in context, after ConText (Harkema et al. 2009, J Biomed Inform 42:839): a cue's scope runs from it, forward or backward,
/// to the end of its clause (a terminator, a semicolon or colon, the sentence's end), for negation at most nine words; pseudo cues take
/// cues away; a question is hypothetical as a whole. No scope reaches further than 400 bytes, so the work is linear in the candidates.
class ContextReader {
 public:
  /// `all`: every candidate, cues included, in text order. All must outlive this.
  ContextReader(const Document& document, const Labels& labels, const std::vector<Candidate>& all);

  Reading read(const Candidate& finding) const;

 private:
  enum class Sense : std::uint8_t { negation, hypothesis, history };
  struct Scope {
    Span reach;
    Span cue;
    Sense sense;
  };
  void add_scope(const Candidate& cue);
  Span clause(Span around) const;
  /// The cue of a scope that holds the finding; empty: none does.
  Span cue_over(Span finding, Sense sense) const;
  bool holds_negation(Span finding) const;

  const Document& document_;
  const Labels& labels_;
  const std::vector<Candidate>& all_;
  std::vector<Span> sentences_, questions_, quotations_, speakers_;
  std::vector<Span> terminators_, pseudo_;
  std::vector<std::size_t> hedges_;  // indices into all_
  std::vector<Scope> scopes_;        // by cue
};

/// Those spans of `sorted` (by begin) that begin in no earlier one: of nested quotations the outer one has the speaker.
std::vector<Span> outermost(const std::vector<Span>& sorted);

}  // namespace hypeline
