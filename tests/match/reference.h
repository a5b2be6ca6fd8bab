#pragma once
#include "match/matcher.h"

#include <memory>
#include <string_view>
#include <vector>

namespace hypeline::testing {

/// The definition in match/expression.h read aloud: for each rule on its own, RE2 over every paragraph from left to right. Slow, and the judge.
class Reference {
 public:
  /// REQUIRES that the lexicon outlives this.
  explicit Reference(const Lexicon& lexicon);
  ~Reference();

  /// The matches of the rules `first`, `first + step`, ...; in the order of Matcher::find.
  std::vector<Match> find(std::string_view text, const std::vector<Span>& paragraphs, std::uint32_t first = 0, std::uint32_t step = 1);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace hypeline::testing
