#pragma once
#include "ingest/page.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace hypeline {

/// The topic words of a page (stems of words of four bytes or more), and how those on the two sides of a block's start differ. Windows are of fixed
/// size, so a call costs the same on every page.
class SplitTopics {
 public:
  SplitTopics(std::string_view text, std::span<const Block> blocks);

  /// Cosine of the words before and behind a block's start, in windows of so many topic words, at most kLargest. Rarer words count for more.
  float likeness(std::size_t block, std::size_t window);

  /// Share of a block's next words that stand nowhere in the words before it (three windows), and of its own words that do not in those behind it.
  std::array<float, 4> fresh(std::size_t block);

  /// How much of the words behind a block's start was never used before, or by the file's opening; how much of those before it never comes back.
  std::array<float, 3> vocabulary(std::size_t block) const;

  static constexpr std::size_t kLargest = 600;

 private:
  /// Where in topics_ a stem stands first and last, and in how many blocks it stands.
  struct StemPlaces {
    std::uint32_t first = 0, last = 0, blocks = 0;
  };
  /// The weight of a stem, and its counts in two windows, which are zero between calls.
  struct alignas(16) Tally {
    std::uint32_t before = 0, behind = 0;
    float weight = 0;
  };

  std::span<const std::uint32_t> words(std::size_t begin, std::size_t end) const { return std::span(topics_).subspan(begin, end - begin); }
  float unseen(std::size_t begin, std::size_t end, std::size_t from, std::size_t to);
  template <class Test>
  float share(std::size_t begin, std::size_t end, Test test) const;

  std::vector<std::uint32_t> topics_;  // dense ids, in text order
  std::vector<std::size_t> begin_;     // of each block in topics_; one more at the end
  std::vector<StemPlaces> stems_;      // by id
  std::vector<Tally> tallies_;         // by id
  std::vector<float> log_;
};

}  // namespace hypeline
