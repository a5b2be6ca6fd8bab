#pragma once
#include "match/lexicon.h"

#include "core/span.h"

#include <string>
#include <string_view>
#include <vector>

/// Files of the project tree for tests and benchmarks.
namespace hypeline::testing {

/// The lexicons as they are shipped; empty where the tree has none.
std::vector<LexiconFile> shipped_files();
/// Those files parsed; throws with the first error's text.
Lexicon shipped_lexicon();
/// The plain text files (.txt) below corpus/articles, in order of their paths.
std::vector<std::string> corpus_articles();
std::vector<std::string> texts_below(const std::string& folder);
/// Paragraphs as the plain reader cuts them, near enough: at empty lines.
std::vector<Span> paragraphs_of(std::string_view text);

}  // namespace hypeline::testing
