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
  std::span<const std::uint32_t> words(std::size_t begin, std::size_t end) const { return std::span(topics_).subspan(begin, end - begin); }
  float value(std::uint32_t count, std::uint32_t id) const { return log_[count] * weight_[id]; }
  float unseen(std::size_t begin, std::size_t end, std::size_t from, std::size_t to);
  template <class Test>
  float share(std::size_t begin, std::size_t end, Test test) const;

  std::vector<std::uint32_t> topics_;           // dense ids, in text order
  std::vector<std::size_t> begin_;              // of each block in topics_; one more at the end
  std::vector<float> weight_;                   // of each id
  std::vector<std::size_t> first_, last_;       // of each id: where in topics_ it stands first and last
  std::vector<std::uint32_t> before_, behind_;  // of each id: its count in a window; all zero between calls
  std::vector<float> log_;
};

}  // namespace hypeline
