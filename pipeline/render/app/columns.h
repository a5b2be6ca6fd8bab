#pragma once
#include "render/html.h"
#include "render/json.h"

#include <vector>

namespace hypeline {

/// What the index tells of its articles, as members of data.js: `count`; `names`, each key, a space and the title, without anything between; `columns`, the
/// numbers of all articles by name (letters of `A-Za-z0-9-_`, six bits each, as many a number as the greatest needs; a column of zeros is left out), where
/// `end` tells where an article's name ends in code units; the words that `site` and `kind` point into. So a browser takes what it shows from where it stands
/// and reads nothing else. Rejected: an array an article, with which 20,000 are there a tenth of a second later (medians; scripts/benchmark_report).
void write_columns(Json& json, const std::vector<IndexRow>& articles);

}  // namespace hypeline
