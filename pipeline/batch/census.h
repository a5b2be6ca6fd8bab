#pragma once
#include "batch/discover.h"
#include "batch/shelf.h"
#include "ingest/repeated.h"

#include <cstddef>
#include <functional>
#include <vector>

namespace hypeline {

// What repeats over a site's files is no article's own text. A block counts once a page, and only pages of their own words count: those where blocks
// that stand on no other page of the site make up kOwnShare of the bytes, or kOwnBytes. So syndicated copies of an article, however many, do not
// make its paragraphs boilerplate. A short block (a name, a symptom in a list) is only taken for boilerplate where half of the site's pages have it.
inline constexpr std::uint32_t kFewestPages = 5;  ///< pages a repeated block stands on
inline constexpr double kOwnShare = 0.25;
inline constexpr std::size_t kOwnBytes = 1000;
inline constexpr std::size_t kShortBlock = 40;  ///< bytes

/// Counts the blocks of pages, in any order; the answer does not depend on it. The prints lie on a shelf; counting takes 4 bytes a block, at most 128 MiB.
class Census {
 public:
  void add(const PagePrint& page);
  RepeatedBlocks repeated() const;

 private:
  template <class Each>
  void each_page(Each each) const;
  Shelf shelf_;
  std::size_t blocks_ = 0;
};

/// A pass over all inputs that only counts. Empty where there are too few pages, or `stopped` came true.
RepeatedBlocks find_repeated(const std::vector<FoundFile>& found, std::size_t most, unsigned jobs, const std::function<bool()>& stopped);

}  // namespace hypeline
