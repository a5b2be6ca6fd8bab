#pragma once
#include "assess/criteria.h"
#include "render/article.h"

#include <string>

namespace hypeline {

/// The whole reasoning behind an article's assessment as text: the load with the findings it counts, each criterion with every feature's value, weight and
/// product, the mismatches with the places they rest on, and for each finding that anything rests on what would change without it. Scraped bytes are escaped
/// for a terminal. REQUIRES the article has an assessment.
std::string write_explanation(const Article& article, const Context& context, const LearnedTables& tables);

}  // namespace hypeline
