#pragma once
#include "match/lexicon.h"

#include <string>
#include <vector>

/// Files of the project tree for tests and benchmarks.
namespace hypeline::testing {

/// The lexicons as they are shipped; empty where the tree has none.
std::vector<LexiconFile> shipped_files();
/// Those files parsed; throws with the first error's text.
Lexicon shipped_lexicon();
/// All text files below corpus/articles, in order of their paths.
std::vector<std::string> corpus_articles();

}  // namespace hypeline::testing
