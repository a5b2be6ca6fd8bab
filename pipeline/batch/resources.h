#pragma once
#include "assess/tables.h"
#include "batch/facts.h"
#include "batch/reviews.h"
#include "match/lexicon.h"
#include "render/article.h"

#include <expected>
#include <memory>
#include <string>

namespace hypeline {

/// What a run knows before it reads its first article: rules, learned tables, and what the writers say of them.
struct Resources {
  Lexicon lexicon;
  LearnedTables tables;
  Reviews reviews;
  KnownPapers papers;
  Context context;  ///< points into this object: it does not move
};

/// Reads a lexicon folder: labels.tsv, the learned tables and the rules of one language; and the user's files about findings and papers. Errors are those of
/// the files; throws IoError where the folder or a file cannot be read.
std::expected<std::unique_ptr<const Resources>, Errors> load_resources(const std::string& folder, const ReviewFiles& reviews = {}, const FactFiles& facts = {},
                                                                       const std::string& language = "en");

/// Where the lexicons are, for a program at `executable`: beside an installed program (../share/hypeline/lexicons) or above a build
/// folder. Empty where there are none.
std::string find_lexicons(const std::string& executable);

}  // namespace hypeline
