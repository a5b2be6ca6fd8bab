#pragma once
#include "assess/criteria_model.h"
#include "assess/strength.h"

namespace hypeline {

/// What an assessment weighs by: learned tables, one file each in the lexicon folder. Each may be empty.
struct LearnedTables {
  CriteriaTable criteria;  ///< criteria.tsv and criteria_words.tsv
  StrengthModel strength;  ///< strength.tsv
};

}  // namespace hypeline
