#pragma once
#include "match/starts.h"

#include <vector>

namespace hypeline {

/// What a class of characters is to a trigger.
struct CharKind {
  explicit CharKind(const CharSet& set);

  bool unknown;            ///< not all members are known; nothing below holds then
  bool number = false;     ///< all are of numbers
  bool no_number = false;  ///< none is
  std::size_t digits = 0;
  bool apostrophes = false;                 ///< all are
  bool signs = false;                       ///< all are of no token
  Start::Blank blank = Start::Blank::none;  ///< all are white space, dashes, or either
  std::vector<char32_t> members;
};

}  // namespace hypeline
