#pragma once
#include "render/html.h"
#include "render/html/markup.h"

#include <vector>

/// What the index has, with and without script.
namespace hypeline::html {

/// The rows of a run: articles by priority (equal ones by id), and the inputs that were rejected.
struct Rows {
  std::vector<IndexRow> articles, rejected;
};
Rows split(std::vector<IndexRow> rows);

Html tally(const std::vector<IndexRow>& articles, const std::vector<IndexRow>& rejected);
Html spread(const std::vector<IndexRow>& articles);  ///< a section: two histograms, each with a table behind it
/// A section: each label, its meaning, its criteria, what would settle it.
Html legend_section(const Labels& labels);
Html rejected_section(const std::vector<IndexRow>& rejected);
/// A section: articles and findings that are new, gone or changed, split by what changed. Empty where there was no run before.
Html since_section(const RunInfo& run);
Html run_facts(const RunInfo& run, const Context& context);

}  // namespace hypeline::html
