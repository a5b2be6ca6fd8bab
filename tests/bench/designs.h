#pragma once
#include "text.h"

#include "match/matcher.h"

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace hypeline::bench {

/// A way to find all matches of all rules in an article. The order of the matches is its own.
struct Design {
  std::string name;
  std::function<std::vector<Match>(const Article&)> find;
};

/// The program's own.
Design our_matcher(const Lexicon& lexicon);

/// RE2 as one would use it first. Phrases: one alternation of all of them, longest match, finds where one may begin; there an anchored RE2::Set tells
/// which, and the phrase's own RE2 where it ends; the search goes on at the next character, for rules overlap. Expressions: one RE2::Set a paragraph tells
/// which match in it, the expression's own RE2 where.
Design alternation_and_set(const Lexicon& lexicon);

/// The simplest: one RE2::Set of everything tells which rules match in the article; each of these is looked for in every paragraph.
Design set_per_article(const Lexicon& lexicon);

}  // namespace hypeline::bench
