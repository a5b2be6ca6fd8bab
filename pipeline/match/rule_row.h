#pragma once
#include "match/lexicon.h"

#include "core/tsv.h"

namespace hypeline {

/// The columns of a lexicon.
std::vector<std::string_view> rule_header();

/// The rule of one row. REQUIRES as many cells as rule_header() has.
Rule make_rule(std::string_view file, const TsvRow& row);

/// What is wrong with the cells of a rule apart from its patterns, a message each.
std::vector<std::string> check_rule(const Rule& rule, const Labels& labels);

/// Reads a pattern and sees to it that RE2 takes it; compiles only where that is not certain without (Pattern::sure).
std::expected<Pattern, PatternError> compile_pattern(std::string_view pattern, const Fragments& fragments, Role role);

}  // namespace hypeline
