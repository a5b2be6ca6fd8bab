#pragma once
#include "core/document.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace hypeline {

// Near copies by MinHash (Broder 1997) over runs of five words, in bands: two articles are compared only where a band is the same. With 24 bands of five
// hashes, a pair whose sets have a Jaccard index of .7 meets in a band with a probability of .988, one of .8 with .9999, one of .3 with .06.
inline constexpr std::size_t kShingleWords = 5;
inline constexpr std::size_t kBands = 24;
inline constexpr std::size_t kBandHashes = 5;
inline constexpr std::size_t kFewestShingles = 20;  ///< an article with fewer is too short to compare
inline constexpr double kCopyFrom = 0.7;            ///< Jaccard index from which an article is a near copy

/// What an article is compared by: the words of its scored zones, in lower case and without punctuation.
struct Shingles {
  std::vector<std::uint32_t> set;             ///< hashes of all runs of five words, sorted, distinct; empty: too short to compare
  std::array<std::uint32_t, kBands> bands{};  ///< hashes of the bands, different from band to band
};

/// Stable over runs and machines. Empty for a rejected document.
Shingles shingles_of(const Document& document);

/// Jaccard index of two sorted sets of distinct numbers; 0 where both are empty.
double jaccard(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

}  // namespace hypeline
