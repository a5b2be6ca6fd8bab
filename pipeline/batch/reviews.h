#pragma once
#include "assess/ignore_list.h"
#include "assess/verdicts.h"
#include "render/article.h"

#include <cstddef>
#include <expected>
#include <string>
#include <vector>

namespace hypeline {

/// The reviewers' files a run is given.
struct ReviewFiles {
  std::vector<std::string> verdicts;
  std::vector<std::string> ignore;
  std::string today;  ///< "2026-11-22": entries of ignore lists that ended before it do not hold
};

/// What reviewers decided so far.
struct Reviews {
  VerdictBook verdicts;
  IgnoreList ignore;
};

/// Reads the files. Errors are those of their lines; throws IoError where one cannot be read.
std::expected<Reviews, Errors> load_reviews(const ReviewFiles& files);

/// Marks the findings on the ignore list: attribute `ignored` with the reason. Before the assessment; returns how many.
std::uint32_t mark_ignored(Document& document, const IgnoreList& list, const Context& context);
/// Takes the mismatches on the list out of the assessment and sets its count of what was ignored.
void leave_out_ignored(Article& article, std::uint32_t marked, const IgnoreList& list, const Context& context);

/// Which of the book's verdicts (indices into all()) are on a finding or a mismatch of the article.
std::vector<std::size_t> verdicts_on(const Article& article, const VerdictBook& book, const Context& context);

}  // namespace hypeline
